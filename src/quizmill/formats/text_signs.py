"""The signs by which people begin a question or an option, and mark one that is right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_CALLED = r"question|q|frage|aufgabe|pregunta|exercise|item|第"
NUMBERED = re.compile(
    rf"(?:_{{2,}}\s*)?(?:(?:{_CALLED})\s*(?:n[°º]\s*)?)?(?P<number>\d{{1,4}})"
    r"\s*(?:[.):/]\s+|[、．题]\s*|[-–]\s+|[.)](?=[^\W\d_]|[¿\"“‘«]))(?P<text>.*)"
    rf"|(?:{_CALLED})\s*(?P<alone>\d{{1,4}})\s*[.:)题]?",
    re.IGNORECASE,
)
CHOICE = re.compile(
    r"(?:[-•○◯□☐]\s+)?(?P<star>\*?)\s?\(?(?P<letter>[A-Za-z])(?:\)|[、．]|\.(?=\s|$)|\s?[-–]\s+)\s*(?P<text>.*)"
)
_TICKED = re.compile(  # an option that says itself that it is right
    r"\*(?!\*)\s*(?P<first>\S.*)|[✓✔☑☒✅]\s*(?P<ticked>\S.*)"
    r"|(?P<last>.*\S)\s*(?:[✓✔☑✅]|(?<=[^\s*])\s*\*|\((?:correct|right|richtig|korrekt|correcta?|juste|vrai)"
    r"(?: answer)?\)|←.*|<-+)",
    re.IGNORECASE | re.DOTALL,
)
_UNTICKED = re.compile(r"[☐○◯]\s*(?=\S)")
_BESIDE = re.compile(r"(?:(?<=^)|(?<=\s))\*?\(?(?P<letter>[A-Za-z])(?P<sign>[.)])\s*(?=\S)")


_KEYED = re.compile(r"(?:correct )?answers?\s*[:：]", re.IGNORECASE)
_STATEMENT = re.compile(
    r"\A\s*\(?(?:true\s*(?:or|/)\s*false|t\s*/\s*f|(?:richtig|wahr)\s*(?:oder|/)\s*falsch"
    r"|verdadero\s*[o/]\s*falso|vrai\s*(?:ou|/)\s*faux)\)?\s*[:?.]\s*(?=\S)"
    r"|\s*\(?\s*(?:\bT(?:rue)?\s*(?:/|or|\s{3,})\s*F(?:alse)?|(?:richtig|wahr)\s*/\s*falsch"
    r"|verdadero\s*/\s*falso|vrai\s*/\s*faux|\b[VRW]\s*/\s*F)\s*\)?\s*\Z",
    re.IGNORECASE,
)
_SECTIONS = (
    r"(?:part|section|teil|abschnitt|aufgabenteil|partie|parte|sección)\s+(?:\d{1,2}|[ivx]{1,4}|[a-z])"
)
SECTION = re.compile(rf"{_SECTIONS}\b.{{0,80}}", re.IGNORECASE)
_SECTION_HEAD = re.compile(
    rf"(?-i:(?=[A-Z])){_SECTIONS}\s*(?:[.:)]?|[-–—.:)]\s+(?P<title>\S.{{0,80}}))", re.IGNORECASE
)


def heads_section(line: str, *, is_open: bool) -> bool:
    """Whether a line heads a section; with a title not where it may be part of an *open* question."""
    found = _SECTION_HEAD.fullmatch(line)
    return found is not None and not (is_open and found["title"])


def stated(prompt: str) -> tuple[bool, str]:
    """Whether a prompt says that it is true or false, and the prompt without that."""
    bare = _STATEMENT.sub("", prompt)
    return bare != prompt and bool(bare.strip()), bare if bare.strip() else prompt


def is_run(lines: Sequence[str]) -> bool:
    """Whether questions are numbered: the numbers right above options or keys rise, or begin anew at 1."""
    bare = [line.strip() for line in lines if line.strip()]
    firsts = (
        NUMBERED.fullmatch(line)
        for line, after in pairwise(bare)
        if not NUMBERED.fullmatch(after)
        and (CHOICE.fullmatch(after) or _BESIDE.match(after) or _KEYED.match(after))
    )
    run = [int(each["number"] or each["alone"]) for each in firsts if each]
    return len(run) > 1 and all(one < other or other == 1 for one, other in pairwise(run))


def ticked(text: str) -> tuple[str, bool]:
    """An option without the sign by which it says that it is right, and whether it has one."""
    if found := _TICKED.fullmatch(text):
        return next(each for each in found.groups() if each), True
    return _UNTICKED.sub("", text, count=1) if _UNTICKED.match(text) else text, False


def beside(line: str) -> list[str]:
    """The options that stand side by side on a line, with what stands before them; empty for other lines."""
    found = list(_BESIDE.finditer(line))
    run = [each for at, each in enumerate(found) if each["letter"].lower() == chr(ord("a") + min(at, 25))]
    kinds = {(each["sign"], each["letter"].islower()) for each in run}
    if run != found[: len(run)] or len(kinds) != 1:
        return []
    wide = all(line[: each.start()].endswith("   ") for each in run[1:])
    if len(run) < 2 or not (wide or run[0]["sign"] == ")" or len(run) > 2):
        return []
    starts = [each.start() for each in run]
    parts = [line[: starts[0]], *(line[a:b] for a, b in zip(starts, [*starts[1:], len(line)], strict=True))]
    return [part.strip() for part in parts if part.strip()]
