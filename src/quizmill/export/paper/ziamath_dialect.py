"""MathML Core as ziamath draws it: what a browser knows of itself is written out.

ziamath has a table of operators of its own, with other spaces and with all that can stretch stretching; it
knows no movable limits within a line, sets names of functions apart on both sides, and takes an em for 1.333.
"""

from __future__ import annotations

from functools import cache
from xml.etree.ElementTree import Element

from quizmill.bank.mathematics.commands import ACCENTS
from quizmill.bank.mathematics.signs import SignKind, signs

_EM = 1.333 * 1.000002  # of ziamath
_THIN, _MEDIUM, _THICK = 1 / 6, 2 / 9, 5 / 18  # em
_AROUND = {  # em before and after an operator between its operands
    SignKind.BINARY: (_MEDIUM, _MEDIUM),
    SignKind.RELATION: (_THICK, _THICK),
    SignKind.ARROW: (_THICK, _THICK),
    SignKind.SUM: (_THIN, _THIN),
    SignKind.INTEGRAL: (0.0, _THIN),
}
_BESIDE = {"munder": "msub", "mover": "msup", "munderover": "msubsup"}
_RAISED = 0.62  # em, of a label above its arrow
_LETTER = 0.6  # em, about the height of a letter
_CLOSING = tuple(")]}|‖⟩")
_DOT = "·"  # which is spaced where it is drawn, as in LaTeX, if not in a line of text
_BAR = "\N{HORIZONTAL BAR}"  # what ziamath draws as a rule as wide as the base
_LINES = ("\u203e", "_", "¯")
_VARIANTS = {"bold": "bold", "italic": "italic"}


def adapted(formula: Element) -> Element:
    """The formula, changed where it stands."""
    _adapt(formula, large=formula.get("display") == "block")
    return formula


def _adapt(element: Element, *, large: bool, mark: bool = False) -> None:
    name = _name(element)
    if name == "mo":
        _operator(element, mark=mark)
        return
    if name in ("mi", "mtext", "mspace"):
        _leaf(element, name)
        return
    if name == "mtable":
        large = element.get("displaystyle") == "true"
        _table(element, large=large)
    elif name == "mstyle":
        large = element.get("displaystyle", str(large).lower()) == "true"
    elif name in _BESIDE and _is_label(element):
        _label(element)
    elif name in _BESIDE:
        _limits(element, name, large=large)
    elif name in ("msup", "msubsup") and element[0].text in _CLOSING:
        _lower(element)
    accent = "true" in (element.get("accent"), element.get("accentunder"))
    for place, child in enumerate(element):
        inner = large and not (name == "mfrac" or (place and (name in _BESIDE or name.startswith("msu"))))
        _adapt(child, large=inner, mark=accent and place > 0)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _operator(element: Element, *, mark: bool) -> None:
    char = element.text or ""
    grows = element.get("stretchy") == "true"
    element.set("stretchy", str(grows).lower())
    kind = SignKind.BINARY if char == _DOT else _kinds().get(char, SignKind.LETTER)
    before, after = _AROUND.get(kind, (0.0, 0.0))
    if mark or grows or (element.get("form") == "prefix" and char not in _sums()):
        before = after = 0.0
    if mark and grows and char in _LINES:
        element.text = _BAR
    elif mark and not grows:
        element.tag, element.text = "mtext", _marks().get(char, char)  # an operator would stretch
    for side, space in (("lspace", before), ("rspace", after)):
        told = element.get(side)
        em = float(told.removesuffix("em")) if told is not None else space
        element.set(side, _length(em))


def _leaf(element: Element, name: str) -> None:
    if name == "mspace":
        element.set("width", _length(float(element.get("width", "0").removesuffix("em"))))
        return
    if name == "mi" and len(element.text or "") > 1:
        element.tag = "mtext"
    element.attrib |= {"lspace": "0", "rspace": "0"}  # of letters that ziamath takes for operators
    style = element.attrib.pop("style", "")
    for word, variant in _VARIANTS.items():
        if word in style:
            element.set("mathvariant", variant)


def _table(element: Element, *, large: bool) -> None:
    element.set("displaystyle", str(large).lower())
    close = False
    for cell in element.iter():
        style = cell.attrib.pop("style", "") if _name(cell) == "mtd" else ""
        if style:
            cell.set("columnalign", style.partition(";")[0].removeprefix("text-align: "))
            close = close or "padding" in style
    element.set("columnspacing", _length(0.0 if close else 1.0))
    element.set("rowspacing", _length(0.45 if large else 0.35))


def _limits(element: Element, name: str, *, large: bool) -> None:
    """Beside what they are about, where a line has no room above and below."""
    base = element[0]
    movable = (
        _name(base) == "mo" and base.get("movablelimits", str((base.text or "") in _sums()).lower()) == "true"
    )
    if movable and not large:
        element.tag = element.tag.replace(name, _BESIDE[name])
    base.attrib.pop("movablelimits", None)


def _lower(element: Element) -> None:
    """A script on a bracket stands as on a letter, though the bracket is higher."""
    lowered = Element("mpadded", {"height": _length(_LETTER), "depth": "0"})
    lowered.append(element[0])
    element[0] = lowered


def _is_label(element: Element) -> bool:
    """Whether it is an arrow with something written on it."""
    return element.get("accent") is None and element[0].get("stretchy") == "true"


def _label(element: Element) -> None:
    """Turned around, since only what is under or over something stretches: the arrow under its label."""
    arrow, *below, above = element
    above.set("scriptlevel", "1")
    drawn = _under(above, arrow, accentunder="true")
    for each in below:
        each.set("scriptlevel", "1")
        drawn = _under(drawn, each, accentunder="true")
    for child in list(element):
        element.remove(child)
    element.attrib["voffset"] = _length(_RAISED)
    element.tag = "mpadded"
    element.append(drawn)


def _under(base: Element, small: Element, **attributes: str) -> Element:
    made = Element("munder", attributes)
    made.extend((base, small))
    return made


def _length(em: float) -> str:
    return f"{em / _EM:.4f}em"


@cache
def _kinds() -> dict[str, SignKind]:
    found: dict[str, SignKind] = {}
    for entry in signs().values():
        found.setdefault(entry.char, entry.kind)
    return found


@cache
def _marks() -> dict[str, str]:
    """The marks that a font sets on letters, by the sign that stands for each in MathML."""
    return {accent.char: accent.combining for accent in ACCENTS.values() if not accent.stretches}


@cache
def _sums() -> frozenset[str]:
    return frozenset(
        entry.char for entry in signs().values() if entry.kind in (SignKind.SUM, SignKind.INTEGRAL)
    )
