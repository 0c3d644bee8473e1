"""What can be written in a formula, from the tables of its commands."""

from __future__ import annotations

from making.markdown import page, paragraphs, table
from quizmill.bank.mathematics import Formula, linear, read
from quizmill.bank.mathematics import commands as formula_commands
from quizmill.bank.mathematics.signs import SignEntry, SignKind, signs

_OF_MATHEMATICS = r"""
A formula is written in a part of LaTeX, between `\(` and `\)` within a text or between `\[` and `\]` on a
line of its own. Everything that quizmill makes shows it from there: as MathML in pages, for MathJax in
Anki, and in a terminal, or for a screen reader, in the linear form that the tables below show.

What is not on this page is an error that says what to write instead. Nothing can be defined, loaded or
linked: a formula only shows something. In YAML a formula stands best in a text without quotes, or in single
ones: in double quotes each backslash must be written twice.

Signs may be typed as they are, too: `x² ≤ 5·α` is `x^2 \le 5\cdot\alpha`. Letters of all scripts stand for
themselves; what MathJax has no place for, such as `€`, is set as text.

What LaTeX would read otherwise than it looks is refused: write `x^{23}` and `10^{-3}`, not `x^23` and
`10^-3`. A decimal comma is `3{,}14`; after a bare one there is a space. Units are upright and behind a
small space: `5\,\mathrm{kg}`. So are formulas of substances: `\mathrm{H_2SO_4}`.
"""

_EXAMPLES = {
    "Fractions, roots, powers": [
        r"\frac{a+b}{2}",
        r"\dfrac12",
        r"\tfrac12",
        r"2\frac13",
        r"\sqrt{x+1}",
        r"\sqrt[3]{8}",
        "x^2",
        "a_{n+1}",
        "x_i^2",
        r"v_{\text{max}}",
        "e^{-kx}",
        "f''(x)",
        r"90^\circ",
        r"{}^{14}_{6}\mathrm{C}",
        r"\binom{n}{k}",
    ],
    "Sums, limits, integrals": [
        r"\sum_{i=1}^{n} i^2",
        r"\prod_{k=1}^n k",
        r"\lim_{x\to0} \frac{\sin x}{x}",
        r"\int_0^1 x^2\,\mathrm{d}x",
        r"\int\limits_a^b f(x)\,dx",
        r"\left[\frac{x^2}{2}\right]_0^1",
        r"\operatorname{sgn} x",
        r"\operatorname*{arg\,max}_x f(x)",
    ],
    "Brackets": [
        r"\left(\frac{a}{b}\right)^2",
        r"\left.\frac{x}{2}\right|_1",
        r"\left\{x\;\middle|\;x>0\right\}",
        r"\bigl(a+b\bigr)",
        r"\Bigl(a\Bigr)",
        r"\biggl(a\biggr)",
        r"\Biggl(a\Biggr)",
        "|x|",
        r"\|v\|",
    ],
    "Matrices, cases, lines": [
        r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}",
        r"\begin{cases} x & \text{if } x > 0 \\ 0 & \text{else} \end{cases}",
        r"\begin{aligned} x+1 &= 3 \\ x &= 2 \end{aligned}",
    ],
    "Accents and labels": [
        *(rf"{name}{{x}}" for name in formula_commands.ACCENTS),
        r"\overline{AB}",
        r"\overrightarrow{AB}",
        r"\underbrace{a+b}_{n}",
        r"\overset{!}{=}",
        r"\underset{x}{\max}",
        r"\xrightarrow{\Delta}",
        r"\xrightarrow[b]{a}",
        r"\xleftarrow{a}",
    ],
    "Text, alphabets, spaces": [
        r"\text{if } x",
        r"\textbf{Note}",
        r"\textit{Note}",
        *(rf"{name}{{R}}" for name in formula_commands.STYLES),
        *(rf"a{name} b" for name in formula_commands.SPACES if name != "~"),
        "a~b",
    ],
}


def mathematics() -> str:
    """What can be written in a formula, with its linear form."""
    parts = ["# Mathematics", *paragraphs(_OF_MATHEMATICS)]
    for title, sources in _EXAMPLES.items():
        parts += [f"## {title}", table(("written", "linear form"), map(_formula, sources))]
    environments = ", ".join(f"`{name}`" for name in formula_commands.GRIDS)
    parts += [f"Between `\\begin{{…}}` and `\\end{{…}}` may stand {environments}."]
    for kind in SignKind:
        entries = [entry for entry in signs().values() if entry.kind is kind]
        parts += [f"## {kind.value}", table(("written", "also", "shown"), map(_sign, entries))]
    named = ", ".join(f"`\\{name}`" for name in sorted(formula_commands.NAMED))
    parts += [f"Also {named}; any other is `\\operatorname{{…}}`."]
    return page(parts, "the tables in src/quizmill/bank/mathematics")


def _formula(source: str) -> list[str]:
    formula = read(source)
    if not isinstance(formula, Formula):
        raise ValueError(formula)
    return [f"`{source}`", _shown(linear(formula))]


def _sign(entry: SignEntry) -> list[str]:
    others = " ".join(f"`{other}`" for other in entry.others)
    return [f"`{entry.name}`", others, _shown(entry.char)]


def _shown(text: str) -> str:
    return f"`{text}`"
