"""A paragraph's text as it is compared and pasted: nothing in it that nobody sees, and no line break."""

from __future__ import annotations

import re
import unicodedata

# Chinese and Japanese: a line ends anywhere in it, and no space stands for that.
CJK = "\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
CJK += "\uff01-\uff60\U00020000-\U0003ffff"
_CJK_SIGNS = "\u3001-\u3003\u3008-\u3011\uff01-\uff0f\uff1a-\uff20"
_SPACE = re.compile(r"\s+")
_SEAM = re.compile(rf"(?<=[{CJK}])\n(?=[{CJK}])|(?<=[{_CJK_SIGNS}])\n|\n(?=[{_CJK_SIGNS}])")
# Soft hyphens, places where a line may break, marks of direction; controls that are no white space.
_UNSEEN = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\ufff9-\ufffb"
    "\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]"
)
# ﬁ, and the shapes that Arabic letters take in a word; the signs from \ufdf0 on stand for phrases.
_SHAPES = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufdef\ufe70-\ufefc]")
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def tidied(text: str) -> str:
    """The text in NFC on one line, each white space one space, and none between lines of Chinese or Japanese.

    Soft hyphens and other signs that are not seen are gone; ligatures are letters again.
    """
    shown = _SHAPES.sub(_unfolded, _UNSEEN.sub("", text))
    spaced = _SPACE.sub(lambda space: "\n" if "\n" in space[0] else " ", shown).strip()
    return unicodedata.normalize("NFC", _SEAM.sub("", spaced).replace("\n", " "))


def tidied_listing(line: str) -> str:
    """A line of a listing, with its indentation."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", line).expandtabs(4).rstrip())


def raised(text: str) -> str:
    """Figures that stand high, as signs of their own: 10⁶; other text as it is."""
    return _shifted(text, _RAISED)


def lowered(text: str) -> str:
    """Figures that stand low, as signs of their own: H₂O; other text as it is."""
    return _shifted(text, _LOWERED)


def _shifted(text: str, signs: dict[int, int]) -> str:
    return text.translate(signs) if all(ord(sign) in signs for sign in text) else text


def _unfolded(shape: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", shape[0])
