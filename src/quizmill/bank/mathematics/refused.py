"""Commands that are no part of the subset, and what to write in their place."""

from __future__ import annotations

from quizmill.bank.closest import closest

_INSTEAD = {
    r"\over": r"write \frac{…}{…}",
    r"\choose": r"write \binom{…}{…}",
    r"\cfrac": r"write \dfrac{…}{…}",
    r"\root": r"write \sqrt[…]{…}",
    r"\rm": r"write \mathrm{…}",
    r"\bf": r"write \mathbf{…}",
    r"\it": r"write \mathit{…}",
    r"\cal": r"write \mathcal{…}",
    r"\bold": r"write \mathbf{…}",
    r"\bm": r"write \boldsymbol{…}",
    r"\pmb": r"write \boldsymbol{…}",
    r"\R": r"write \mathbb{R}",
    r"\N": r"write \mathbb{N}",
    r"\Z": r"write \mathbb{Z}",
    r"\Q": r"write \mathbb{Q}",
    r"\C": r"write \mathbb{C}",
    r"\ce": r"write formulas of substances as \mathrm{H_2O}",
    r"\pu": r"write 5\,\mathrm{kg}",
    r"\SI": r"write 5\,\mathrm{kg}",
    r"\si": r"write \mathrm{kg}",
    r"\qty": r"write 5\,\mathrm{kg}",
    r"\unit": r"write \mathrm{kg}",
    r"\num": r"write the number: 6.02 \cdot 10^{23}",
    r"\ang": r"write 90^{\circ}",
    r"\textdegree": r"write ^{\circ}",
    r"\celsius": r"write ^{\circ}\mathrm{C}",
    r"\ohm": r"write \Omega",
    r"\micro": r"write \mu",
    r"\euro": "write €",
    r"\sfrac": r"write \frac{…}{…}",
    r"\nicefrac": r"write \frac{…}{…}",
    r"\dv": r"write \frac{\mathrm{d}y}{\mathrm{d}x}",
    r"\dd": r"write \mathrm{d}",
    r"\abs": "write |x|",
    r"\norm": r"write \|x\|",
    r"\set": r"write \{…\}",
    r"\hspace": r"write \, or \quad",
    r"\mskip": r"write \, or \quad",
    r"\kern": r"write \, or \quad",
    r"\newline": r"write lines in \begin{aligned} … \end{aligned}",
    r"\mod": r"write \pmod{n}, or \bmod between two numbers",
    r"\substack": "write it in one line, with commas",
    r"\cr": r"write \\",
    r"\hfill": "leave it out",
    r"\label": "leave it out: formulas have no numbers",
    r"\tag": "leave it out: formulas have no numbers",
    r"\nonumber": "leave it out: formulas have no numbers",
    r"\notag": "leave it out: formulas have no numbers",
    r"\color": "leave it out: formulas have the colour of the text",
    r"\textcolor": "leave it out: formulas have the colour of the text",
    r"\cancel": "leave it out: nothing is struck through",
    r"\sout": "leave it out: nothing is struck through",
    r"\boxed": "leave it out: nothing is framed",
    r"\phantom": r"leave it out, or write \quad",
    r"\hline": r"write a table in Markdown, with lines of |",
    r"\textbackslash": r"write \backslash outside of \text{…}",
    "\\(": r"a formula stands between \( and \) once",
    "\\)": r"a formula stands between \( and \) once",
    "\\[": r"a formula stands between \[ and \] once",
    "\\]": r"a formula stands between \[ and \] once",
    "$": r"a dollar is written \$",
    "#": r"write \#",
    "%": r"write \%",
    '"': r"write \text{“…”}",
    "`": r"write \text{…}",
    "@": r"write \text{@}",
}
_NEVER = set(
    r"""
    \href \url \input \include \includegraphics \def \gdef \edef \let \newcommand \renewcommand
    \newenvironment \DeclareMathOperator \require \unicode \char \symbol \catcode \csname \write \read
    \openin \openout \special \class \cssId \style \data \html \htmlClass \htmlId \htmlData \htmlStyle
    \mmlToken \usepackage \documentclass \loop \expandafter \begingroup \endgroup \verb \rule \raise \lower
    \vcenter \hbox \vbox \ref \eqref
    """.split()
)
_ENVIRONMENTS = {
    **dict.fromkeys(("align", "align*", "alignat", "alignat*", "eqnarray", "eqnarray*", "split"), "aligned"),
    **dict.fromkeys(("gather", "gather*", "multline", "multline*", "equation", "equation*"), "gathered"),
    **dict.fromkeys(("array", "tabular"), "matrix"),
    **dict.fromkeys(("dcases", "rcases", "cases*"), "cases"),
}


def instead_of(written: str, known: list[str]) -> str:
    """What to do about a command or character that is none of *known*."""
    if written in _INSTEAD:
        return _INSTEAD[written]
    if written in _NEVER:
        return "leave it out: a formula only shows something"
    best = _meant(written, known)
    return f'did you mean "{best}"?' if best else r"leave it out, or write its words as \text{…}"


def _meant(written: str, known: list[str]) -> str | None:
    """The command that begins alike, is about as long and has most in common."""
    if written.lower() in known:
        return written.lower()
    initials = written[:2].lower()
    alike = [each for each in known if each[:2].lower() == initials and abs(len(each) - len(written)) <= 2]
    return closest(written, alike)


def environment_instead_of(name: str, known: list[str]) -> str:
    """What to write for an environment that is none of *known*."""
    best = _ENVIRONMENTS.get(name) or (closest(name, known) if len(name) < 30 else None)
    return rf'write "\begin{{{best}}}"' if best else "it must be one of " + ", ".join(known)
