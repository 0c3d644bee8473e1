"""OfficeMath, as word processors keep formulas, as LaTeX."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

from quizmill.bank.mathematics import commands
from quizmill.bank.mathematics.signs import SignKind, sign, sign_named

_ACCENTS = {each.combining: name for name, each in reversed(commands.ACCENTS.items()) if each.combining}
_ACCENTS |= {each.char: name for name, each in reversed(commands.ACCENTS.items())}
_ALPHABETS = {"double-struck": r"\mathbb", "script": r"\mathcal", "fraktur": r"\mathfrak"}
_NAMED = {"DOUBLE-STRUCK": r"\mathbb", "SCRIPT": r"\mathcal", "FRAKTUR": r"\mathfrak", "BOLD": r"\mathbf"}
_KEPT = "\ue000"  # a space within words, while others are set in order
_SPACES = {"\u2009": r"\,", "\u2005": r"\:", "\u2004": r"\;", "\u2003": r"\quad ", "\u00a0": "~"}
_ARROWS = {"→": r"\xrightarrow", "←": r"\xleftarrow"}
_ALPHABETIC = range(0x1D400, 0x1D800)
_SPECIAL = {"\\": r"\backslash ", "{": r"\{", "}": r"\}", "~": r"\sim "}
_GRIDS = {"()": "pmatrix", "[]": "bmatrix", "{}": "Bmatrix", "||": "vmatrix", "‖‖": "Vmatrix"}
_UNDER = re.compile(r"\\underset\{([^{}]*)\}\{([→←])\}")
_TALL = re.compile(r"\\(?:frac|begin|sum|prod|int|sqrt)")


def latex(formula: Element) -> str:
    """The LaTeX of an element `m-oMath`; what LaTeX has no words for stands as its signs."""
    text = re.sub(r" {2,}", " ", _row(formula))
    return re.sub(r" (?=[}^_]|$)", "", text).strip().replace(_KEPT, " ")


def said(formula: Element) -> str:
    """The bare signs of a formula, in a row."""
    return "".join(each.text or "" for each in formula.iter("m-t"))


def _row(parent: Element | None) -> str:
    return "" if parent is None else "".join(map(_one, parent))


def _one(node: Element) -> str:
    if node.tag in _OF:
        return _OF[node.tag](node)
    return "" if node.tag.endswith("Pr") else _row(node)


def _part(node: Element, name: str) -> str:
    return _row(node.find(name)).strip()


def _property(node: Element, name: str, default: str) -> str:
    found = node.find(f"{node.tag}Pr/m-{name}")
    return default if found is None else found.get("m-val", "")


def _is_on(node: Element, name: str) -> bool:
    found = node.find(f"{node.tag}Pr/m-{name}")
    return found is not None and found.get("m-val", "1") not in ("0", "off", "false")


def _run(node: Element) -> str:
    text = "".join(each.text or "" for each in node.findall("m-t"))
    if _is_on(node, "nor") and (len(text.strip()) > 1 or text.strip().isalpha()):
        said = "".join(_SPECIAL.get(char, char) for char in text)
        return rf"\text{{{said.replace(' ', _KEPT)}}}"
    text = text.strip() if _is_on(node, "nor") else text
    command = _ALPHABETS.get(_property(node, "scr", ""), "")
    upright = _property(node, "sty", "i") == "p"
    words = re.findall(r"[^\W\d_]{2,}|.", text, re.DOTALL)
    return "".join(_word(word, command, upright=upright) for word in words)


def _word(word: str, command: str, *, upright: bool) -> str:
    """A word, which may be that of a function, or a sign."""
    if f"\\{word}" in (named := sign_named(f"\\{word}") or "") and len(word) > 1:
        return f"{named} " if sign(named).kind in (SignKind.FUNCTION, SignKind.LIMIT) else word
    text = "".join(map(_sign, word))
    if command and text.strip():
        return f"{command}{{{text}}}"
    return rf"\mathrm{{{text}}}" if upright and len(word) > 1 and word.isalpha() else text


def _sign(char: str) -> str:
    if char in _SPECIAL:
        return _SPECIAL[char]
    if char in "%#$_&":
        return f"\\{char}"
    if char.isspace() or unicodedata.category(char) == "Cf":  # such as the sign of function application
        return _SPACES.get(char, " ") if char.isspace() else ""
    name, plain = unicodedata.name(char, ""), unicodedata.normalize("NFKC", char)
    if ord(char) in _ALPHABETIC or name.startswith("DOUBLE-STRUCK CAPITAL"):
        looks = [command for word, command in _NAMED.items() if word in name]
        return f"{looks[0]}{{{plain}}}" if looks else plain
    return char


def _fraction(node: Element) -> str:
    return rf"\frac{{{_part(node, 'm-num')}}}{{{_part(node, 'm-den')}}}"


def _root(node: Element) -> str:
    degree = "" if _is_on(node, "degHide") else _part(node, "m-deg")
    return rf"\sqrt{f'[{degree}]' if degree else ''}{{{_part(node, 'm-e')}}}"


def _scripts(node: Element) -> str:
    base = _part(node, "m-e")
    simple = len(base) == 1 or re.fullmatch(r"\\[A-Za-z]+|\\[a-z]+\{\w*\}|\d+|\\left.*\\right\S+", base)
    below, above = node.find("m-sub"), node.find("m-sup")
    return (base if simple else f"{{{base}}}") + _script("_", below) + _script("^", above)


def _script(mark: str, of: Element | None) -> str:
    text = "" if of is None else _row(of).strip()
    if mark == "^" and text and set(text) <= {"′"}:
        return "'" * len(text)
    if not text:
        return ""
    return f"{mark}{text}" if len(text) == 1 else f"{mark}{{{text}}}"


def _before(node: Element) -> str:
    return f"{{}}{_script('_', node.find('m-sub'))}{_script('^', node.find('m-sup'))}{_part(node, 'm-e')}"


def _large(node: Element) -> str:
    char = _property(node, "chr", "∫")
    name = sign_named(char) or char
    is_integral = name.startswith("\\") and sign(name).kind is SignKind.INTEGRAL
    limits = r"\limits" if is_integral and _property(node, "limLoc", "") == "undOvr" else ""
    below = "" if _is_on(node, "subHide") else _script("_", node.find("m-sub"))
    above = "" if _is_on(node, "supHide") else _script("^", node.find("m-sup"))
    return f"{name}{limits}{below}{above} {_part(node, 'm-e')}"


def _function(node: Element) -> str:
    name = re.sub(r"^\\mathrm(?=\{\w+\}$)", r"\\operatorname", _part(node, "m-fName"))
    return f"{name} {_part(node, 'm-e')}"


def _limit(node: Element) -> str:
    base, small = _part(node, "m-e"), _part(node, "m-lim")
    name = sign_named(base)
    takes = name is not None and sign(name).kind in (SignKind.LIMIT, SignKind.SUM)
    if takes or base.startswith((r"\underbrace", r"\overbrace")):
        return f"{base}{'_' if node.tag == 'm-limLow' else '^'}{{{small}}}"
    if node.tag == "m-limLow":
        return rf"\underset{{{small}}}{{{base}}}"
    found = _UNDER.fullmatch(base)
    below, arrow = (found[1], found[2]) if found else ("", base)
    if arrow in _ARROWS:
        return f"{_ARROWS[arrow]}{f'[{below}]' if below else ''}{{{small}}}"
    return rf"\overset{{{small}}}{{{base}}}"


def _accented(node: Element) -> str:
    command = _ACCENTS.get(_property(node, "chr", "\u0302"), "")
    return f"{command}{{{_part(node, 'm-e')}}}"


def _bar(node: Element) -> str:
    command = r"\overline" if _property(node, "pos", "bot") == "top" else r"\underline"
    return f"{command}{{{_part(node, 'm-e')}}}"


def _grouped(node: Element) -> str:
    command = {"⏞": r"\overbrace", "⏟": r"\underbrace"}.get(_property(node, "chr", "⏟"), "")
    return f"{command}{{{_part(node, 'm-e')}}}"


def _fenced(node: Element) -> str:
    left, right = _property(node, "begChr", "("), _property(node, "endChr", ")")
    parts = node.findall("m-e")
    inside = [each for each in parts[0] if not each.tag.endswith("Pr")] if len(parts) == 1 else []
    if len(inside) == 1 and inside[0].tag == "m-m" and (left, right) == ("{", ""):
        return _grid(inside[0], "cases")
    if len(inside) == 1 and inside[0].tag == "m-m" and left + right in _GRIDS:
        return _grid(inside[0], _GRIDS[left + right])
    if len(inside) == 1 and inside[0].tag == "m-f" and _property(inside[0], "type", "") == "noBar":
        return rf"\binom{_fraction(inside[0]).removeprefix(chr(92) + 'frac')}"
    if len(inside) == 1 and inside[0].tag == "m-eqArr" and (left, right) == ("{", ""):
        return _lines(inside[0], "cases")
    text = _property(node, "sepChr", "|").join(_row(each).strip() for each in parts)
    if not (_TALL.search(text) or left == "" or right == ""):
        return f"{_delimiter(left)}{text}{_delimiter(right)}"
    return rf"\left{_delimiter(left) or '.'} {text} \right{_delimiter(right) or '.'}"


def _delimiter(char: str) -> str:
    if char.isascii():
        return _SPECIAL.get(char, char)
    return sign_named(char) or char


def _grid(node: Element, environment: str = "matrix") -> str:
    cells = ([_row(cell).strip() for cell in row.findall("m-e")] for row in node.findall("m-mr"))
    return _set(environment, map(" & ".join, cells))


def _lines(node: Element, environment: str = "aligned") -> str:
    rows = (_row(each).strip() for each in node.findall("m-e"))
    return _set(environment, (row.replace(r"\&", "&") for row in rows))


def _set(environment: str, rows: Iterable[str]) -> str:
    body = r" \\ ".join(rows)
    return rf"\begin{{{environment}}} {body} \end{{{environment}}}"


_OF: dict[str, Callable[[Element], str]] = {
    "m-r": _run,
    "m-f": _fraction,
    "m-rad": _root,
    **dict.fromkeys(("m-sSup", "m-sSub", "m-sSubSup"), _scripts),
    "m-sPre": _before,
    "m-nary": _large,
    "m-func": _function,
    **dict.fromkeys(("m-limLow", "m-limUpp"), _limit),
    "m-acc": _accented,
    "m-bar": _bar,
    "m-groupChr": _grouped,
    "m-d": _fenced,
    "m-m": _grid,
    "m-eqArr": _lines,
}
