"""Tags and character codes of HTML in prose, and what a bank has in their place."""

from __future__ import annotations

import html
import re

_ALONE = frozenset(("br", "hr", "img", "wbr"))  # elements without an end
_BLOCKS = "p|div|li|ul|ol|table|thead|tbody|tr|td|th|blockquote|center|section|dl|dt|dd"
_ELEMENTS = (
    rf"br|hr|img|wbr|{_BLOCKS}|sub|sup|b|strong|i|em|h[1-6]|code|tt|kbd|samp|pre|u|a|span|font|small|big|mark|del"
    "|ins|strike|ruby|rb|rt|rp|abbr|nobr|iframe|audio|video"
)
_TAG = re.compile(rf"<(?P<end>/?)(?P<name>{_ELEMENTS})(?P<attributes>\s[^<>]{{0,300}}+)?/?>", re.IGNORECASE)
_CODE = re.compile(
    r"""&(?:\#\d{2,7}|\#[xX][\da-fA-F]{2,6}|nbsp|amp|lt|gt|quot|apos|[nm]dash|hellip|bull|middot|shy|zw?n?j
      |[lrsb][sd]quo|[lr]aquo|deg|times|divide|plusmn|minus|frac[1-3][2-8]|sup[123]|micro|copy|reg|trade|euro|pound
      |yen|cent|sect|para|[lrud]arr|infin|asymp|thinsp|e[nm]sp|iexcl|iquest|ord[fm]|szlig|[aeo]{2}lig
      |[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron)|(?:thet|bet|alph|gamm|delt|lambd|sigm|omeg)a);""",
    re.VERBOSE | re.IGNORECASE,
)
_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’", "„": "“", "«": "»", "「": "」"}
_LONGEST = 60  # characters of what is quoted
_BEFORE = re.compile(r"[^\s<>&;]{0,12}$")
_AFTER = re.compile(
    r"(?:[^\s<>&]{0,12}(?:<(su[bp])>[^<>]{1,12}</\1>|&[#\w]{1,8};)){0,4}[^\s<>&]{0,12}", re.IGNORECASE
)

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_MOVED = re.compile(r"<su(?P<way>[bp])>(?P<inside>[^<>]*)</su(?P=way)>", re.IGNORECASE)
_MATHEMATICS = re.compile(r"[_^]\{")
_MARKS = (
    ("b|strong|h[1-6]", "**"),
    ("i|em", "*"),
    ("code|tt|kbd|samp", "`"),
    ("u|a|span|font|small|big|mark|del|ins|strike|abbr|nobr", ""),
)


def first_in(text: str) -> str:
    """The first HTML in the text, with what touches it; "" for none."""
    places = [place for place in (_element_in(text), _code_in(text)) if place]
    if not places:
        return ""
    start, end = min(places)
    before, after = _BEFORE.search(text, max(0, start - 12), start), _AFTER.match(text, end)
    start, end = before.start() if before else start, after.end() if after else end
    return text[start:end].rstrip(".,:?!")


def _code_in(text: str) -> tuple[int, int] | None:
    found = _CODE.search(text)
    return found.span() if found else None


def _element_in(text: str) -> tuple[int, int] | None:
    """Where the first element is; of a long one its first tag. A tag alone may be anything but `<br>`."""
    tags = [tag for tag in _TAG.finditer(text) if not _is_quoted(text, *tag.span())]
    ends = {_name(tag): tag.start() for tag in tags if tag["end"]}  # the last of each
    for at, tag in enumerate(tags):
        if tag["end"] or (_name(tag) in _ALONE and "=" in (tag["attributes"] or "=")):
            return tag.span()
        if ends.get(_name(tag), -1) > tag.start():
            end = next(each.end() for each in tags[at:] if each["end"] and _name(each) == _name(tag))
            return (tag.start(), end) if end - tag.start() <= _LONGEST else tag.span()
    return None


def _name(tag: re.Match[str]) -> str:
    return tag["name"].lower()


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether it stands in quotation marks, as what is spoken of does."""
    return start > 0 and text[end : end + 1] == _QUOTES.get(text[start - 1], "no mark")


def is_tag(text: str) -> bool:
    """Whether the text is a tag, an empty element or a character code, and nothing else."""
    return bool(_CODE.fullmatch(text.strip())) or bool(
        re.fullmatch(rf"`?(?:{_TAG.pattern})(?:</\w{{1,10}}>)?`?", text.strip(), re.IGNORECASE)
    )


def instead_of(found: str) -> str:
    """What to write instead of that HTML."""
    tag = _TAG.search(found)
    name = _name(tag) if tag else ""
    if name in ("br", "hr", "wbr"):
        return "write each line on a line of its own, in a block after `|`"
    if name == "img":
        return "name the picture in `image: {file: …, alt: …}`"
    if name == "audio":
        return "name the sound in `audio: {file: …, transcript: …}`"
    if re.fullmatch(_BLOCKS, name):
        return "leave the tags out; paragraphs have an empty line between them, in a block after `|`"
    marked = _marked(found)
    if _TAG.search(marked):
        mark = next((mark for names, mark in _MARKS if re.fullmatch(names, name)), "")
        return f"write {mark}…{mark}" if mark else "leave the tag out"
    written = html.unescape(marked).replace("\xa0", " ")
    if not written.strip():
        return "write a space"
    return f"write {written}" if written.isprintable() else "leave it out"


def _marked(found: str) -> str:
    """The snippet in the marks of a bank."""
    for names, mark in _MARKS:
        found = re.sub(rf"<({names})(?:\s[^<>]*)?>([^<>]*)</\1>", rf"{mark}\2{mark}", found, flags=re.I)
    moved = _MOVED.sub(_sign, found)
    if moved != found and _MATHEMATICS.search(moved):
        moved = rf"\({moved}\)"
    return moved


def _sign(found: re.Match[str]) -> str:
    """Raised or lowered characters, or the sign of mathematics where there are none of them."""
    table, sign = (_LOWERED, "_") if found["way"].lower() == "b" else (_RAISED, "^")
    inside = found["inside"]
    return inside.translate(table) if all(ord(char) in table for char in inside) else f"{sign}{{{inside}}}"
