"""Formulas, and numerals of other bases, in the ways in which they are typed: right, or another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizmill.bank.model import Cloze, Compare, Numerical, ShortAnswer
from quizmill.grade import Misread, mark, read_response

# key | right ; right | wrong ; wrong
FORMULAS = r"""
\(mv^2\) | mv^2; mv²; \(mv^2\); $mv^2$; m v^2; m*v^2; m·v²; m v**2; MV^2 | mv2; mv^3; mv
\(\pi r^2\) | \pi r^2; pi r^2; πr²; pi*r^2; π r^2 | πr; pi r2; 2 pi r
\(\sqrt{x}\) | sqrt(x); \sqrt{x}; √x; √(x) | sqrt(y); x; sqrt(x+1)
\(\frac{\sqrt{x+1}}{2}\) | sqrt(x+1)/2; √(x+1)/2; \frac{\sqrt{x+1}}{2} | sqrt(x)+1/2; sqrt(x+1)
\(\frac{1}{2}mv^2\) | 1/2 mv^2; ½mv²; (1/2)mv^2; \frac{1}{2}mv^2 | mv^2; 1/2 mv
\(\frac{a+b}{2}\) | (a+b)/2; (a + b) / 2; \frac{a+b}{2} | a+b/2
\(G\frac{mM}{r^2}\) | GmM/r^2; G(mM/r²) | Gmm/r^2; GmM/r
\(e^{-kx}\) | e^(-kx); e^{-kx} | e^-k x; e^(kx)
\(x^{10}\) | x^10; x¹⁰ | x10; x^1
\(E = mc^2\) | E=mc^2; e = mc² | mc^2; E=mc
\(\sin x\) | sin x; sin(x); \sin x | cos x; sin y
\(x \leq 3\) | x<=3; x ≤ 3; x \le 3 | x<3; x>=3
\(a_1\) | a_1; a1; a₁ | a_2; a
\(\text{Ca}^{2+}\) | Ca2+; Ca^2+; Ca²⁺; Ca^{2+} | Ca+; Ca3+
\(\text{CO}_2\) | CO2; CO_2; CO₂; co2 | CO; CO3
\(42\) | 42; 42.0; forty-two | 43
x² | x^2; x² | x^3
m/s² | m/s^2; m/s² | m/s^3
"""
# question | key | right ; right | wrong ; wrong
NUMERALS = """
Write 5 in binary. | 101₂ | 101₂; 101_2; (101)_2; 0b101; 101 base 2; 101 (base 2); 101; 0101; 0b0101 |
    5; 1012; 111; 101_8; 0b111
Write 5 in binary. | 101 | 101; 0b101; 101₂ | 5; 1012; 0b100
Which number is it? | 101₂ | 101_2; 0b101 | 101; 5
Write 255 in hexadecimal. | FF₁₆ | FF; ff; 0xFF; FF_16; ff₁₆ | 255; FE; FF_8
Combien font 5 en binaire ? | 101₂ | 101; 101_2 | 110
Write 8 in octal. | 0o10 | 10; 10_8 | 8; 010_2
What is 101₂ in decimal? | 5 | 5; five | 101; 101₂
What is 1100100₂ in decimal? | 100 | 100; 1e2; a hundred | 1100100; 0b1100100
Which vitamin is it? | B₁₂ | B12; B₁₂ | B6
Which molecule is a ball? | C₆₀ | C60; C_60 | C70
"""


def _rows(table: str):
    lines = table.replace("\n    ", " ").strip().splitlines()
    return [pytest.param(*(part.strip() for part in line.split(" | ")), id=line[:40]) for line in lines]


def _verdict(exercise, line: str) -> str:
    response = read_response(exercise, line)
    return "again" if isinstance(response, Misread) else str(mark(exercise, response).verdict)


def _verdicts(exercise, *columns: str) -> dict[str, set[str]]:
    return {
        line.strip(): _verdict(exercise, line.strip()) for column in columns for line in column.split(";")
    }


def _expected(right: str, wrong: str) -> dict[str, str]:
    return dict.fromkeys(map(str.strip, right.split(";")), "right") | dict.fromkeys(
        map(str.strip, wrong.split(";")), "wrong"
    )


@pytest.mark.parametrize(("key", "right", "wrong"), _rows(FORMULAS))
def test_a_formula_is_right_however_it_is_typed_and_no_other_is(posed, key, right, wrong):
    exercise = posed(ShortAnswer(id="q", prompt="Which formula is it?", answer=key))

    assert _verdicts(exercise, right, wrong) == _expected(right, wrong)


@pytest.mark.parametrize(("asked", "key", "right", "wrong"), _rows(NUMERALS))
def test_a_numeral_says_its_base_or_the_question_does(posed, asked, key, right, wrong):
    exercise = posed(ShortAnswer(id="q", prompt=asked, answer=key))

    assert _verdicts(exercise, right, wrong) == _expected(right, wrong)


def test_what_is_accepted_beside_a_numeral_is_right(posed):
    exercise = posed(ShortAnswer(id="q", prompt="Which number is it?", answer="101₂", accept=("5",)))

    assert [_verdict(exercise, line) for line in ("5", "101_2", "6")] == ["right", "right", "wrong"]


def test_a_blank_may_hold_a_formula(posed):
    exercise = posed(Cloze(id="q", text=r"Its energy is {{\(mc^2\)}}, said {{Einstein}}."))

    assert _verdict(exercise, "mc^2 | Einstein") == "right"
    assert _verdict(exercise, "mc2 | Einstein") == "partial"


def test_where_each_character_counts_so_it_does_in_a_formula(posed):
    question = ShortAnswer(id="q", prompt="?", answer=r"\(x^2\)", compare=Compare.CHARACTERS)

    assert _verdict(posed(question), "x^2") == "wrong"


VARIABLES = st.sampled_from("abcknrtxyz")
POWERS = st.integers(2, 99)


@given(VARIABLES, POWERS, st.integers(2, 99), st.sampled_from(["+", "-"]), VARIABLES)
@settings(derandomize=True, max_examples=60)
def test_no_way_of_typing_a_polynomial_changes_its_verdict(posed, base, power, factor, sign, other):
    answer = rf"\({factor}{base}^{{{power}}} {sign} \sqrt{{{other}}}\)"
    exercise = posed(ShortAnswer(id="q", prompt="What is it?", answer=answer))
    raised = "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(power))
    for said in (
        f"{factor}{base}^{power}{sign}sqrt({other})",
        f"{factor}*{base}**{power} {sign} sqrt({other})",
        f"{factor}·{base}{raised} {sign} √{other}",
        rf"{factor} {base}^{{{power}}} {sign} \sqrt{{{other}}}",
    ):
        assert _verdict(exercise, said) == "right", said
    for said in (
        f"{factor}{base}^{power + 1}{sign}sqrt({other})",
        f"{factor}{base}{power}{sign}sqrt({other})",
        f"{factor + 1}{base}^{power}{sign}sqrt({other})",
        f"{factor}{base}^{power}{'-' if sign == '+' else '+'}sqrt({other})",
        f"{factor}{base}^{power}{sign}{other}",
    ):
        assert _verdict(exercise, said) == "wrong", said


@given(st.integers(2, 10**6), st.sampled_from([(2, "b", "0b"), (8, "o", "0o"), (16, "X", "0x")]))
@settings(derandomize=True, max_examples=60)
def test_a_numeral_is_itself_in_its_base_and_its_neighbour_is_not(posed, number, base):
    radix, spec, prefix = base
    digits, neighbour = f"{number:{spec}}", f"{number + 1:{spec}}"
    if len(digits) == 1 and not digits.isdigit():
        return  # A₁₆ may be a name
    small = "".join("₀₁₂₃₄₅₆₇₈₉"[int(digit)] for digit in str(radix))
    exercise = posed(ShortAnswer(id="q", prompt="Which number is it?", answer=f"{digits}{small}"))
    for said in (f"{digits}{small}", f"{digits}_{radix}", f"{prefix}{digits}", f"{digits} base {radix}"):
        assert _verdict(exercise, said) == "right", said
    for said in (f"{neighbour}_{radix}", f"{prefix}{neighbour}", f"{digits}{radix}", f"{digits}_9"):
        assert _verdict(exercise, said) == "wrong", said


@given(st.text(max_size=30))
@settings(derandomize=True, max_examples=100)
def test_whatever_is_typed_for_a_formula_or_numeral_is_judged(posed, typed):
    for answer in (r"\(\frac{a}{b}\)", "FF₁₆"):
        assert _verdict(posed(ShortAnswer(id="q", prompt="?", answer=answer)), typed) in (
            "right",
            "wrong",
            "skipped",
        )


def test_a_number_that_is_asked_for_stays_one(posed):
    exercise = posed(Numerical(id="q", prompt="Write 5 in binary.", answer="101"))

    assert [_verdict(exercise, line) for line in ("101", "0b101", "5")] == ["right", "right", "wrong"]
