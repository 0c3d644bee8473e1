"""Digits, signs and letters that Unicode has raised and lowered."""

from __future__ import annotations

from quizmill.pattern import pattern

_SIGNS = "0123456789+−=()"
RAISED = str.maketrans(_SIGNS + "ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
LOWERED = str.maketrans(_SIGNS + "aeoxhklmnpstijruvβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥᵦᵧᵨᵩᵪ")
_DEGREE = str.maketrans(  # before a root sign a letter is read whatever it looks like
    "abcdefghjklmoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
)
_ROOTS = {"2": "√", "3": "∛", "4": "∜"}
_WORD = pattern(r"[^\W\d_]{3}")  # three letters are a word, and easier to read as one

MEANT_ABOVE = {
    raised: chr(plain).replace("−", "-") for plain, raised in ((p, chr(r)) for p, r in RAISED.items())
}
MEANT_BELOW = {
    lowered: chr(plain).replace("−", "-") for plain, lowered in ((p, chr(r)) for p, r in LOWERED.items())
}


def raised(text: str) -> str:
    """The text as a superscript; "" when Unicode has it not."""
    return text.translate(RAISED) if all(ord(char) in RAISED for char in text) else ""


def lowered(text: str) -> str:
    """The text as a subscript; "" when Unicode has it not, or when nobody could read it."""
    if _WORD.search(text) or not all(ord(char) in LOWERED for char in text):
        return ""
    return text.translate(LOWERED)


def root_sign(degree: str) -> str:
    """The sign of a root of this degree."""
    table = RAISED | _DEGREE
    if degree in _ROOTS:
        return _ROOTS[degree]
    return f"{degree.translate(table)}√" if all(ord(char) in table for char in degree) else f"[{degree}]√"
