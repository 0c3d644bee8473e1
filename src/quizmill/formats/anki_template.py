"""The words that a template of Anki has beside its fields, and what it shows of a note with them."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Mapping

REFERENCE = re.compile(r"\{\{(?P<sign>[#^/!]?)(?P<filters>(?:[\w-]+:)*)(?P<field>[^{}]+?)\}\}")
_UNSEEN = re.compile(
    r"<!--.*?-->|<(?P<tag>script|style|button|svg)\b.*?</(?P=tag)\s*>", re.DOTALL | re.IGNORECASE
)
_CONDITION = re.compile(  # one that has no other in it
    r"\{\{(?P<sign>[#^])\s*(?P<field>[^{}]+?)\s*\}\}(?P<inside>(?:(?!\{\{[#^]).)*?)\{\{/\s*(?P=field)\s*\}\}",
    re.DOTALL,
)
_BREAK = re.compile(r"(<(?:[bh]r|/?(?:div|p|li|tr|h[1-6]|section))\b[^>]*>)", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_ELSEWHERE = {"type", "hint"}  # filters of what is shown as a box to type into, or only when it is wanted


def visible(source: str) -> str:
    """A template without what nobody sees of it."""
    return _UNSEEN.sub("", source)


def worded(source: str) -> str:
    """The template, if it has words of its own; else nothing."""
    bare = html.unescape(_TAG.sub(" ", REFERENCE.sub(" ", source)))
    return source if any(sign.isalpha() for sign in bare) else ""


def filled(source: str, fields: Mapping[str, str], shown: Collection[str]) -> str:
    """The HTML of a template with those of the *fields* that are *shown*.

    A line of it in which no field says anything is left out with its words.
    """
    said = {name for name, value in fields.items() if value.strip()}

    def kept(found: re.Match[str]) -> str:
        return found["inside"] if (found["field"] in said) == (found["sign"] == "#") else ""

    before = ""
    while before != source:
        before, source = source, _CONDITION.sub(kept, source)
    values = {name: fields.get(name, "") for name in shown}
    return "".join(_line(part, values) for part in _BREAK.split(source))


def _line(source: str, values: Mapping[str, str]) -> str:
    def value(found: re.Match[str]) -> str:
        is_here = not found["sign"] and not _ELSEWHERE & {*found["filters"].lower().split(":")}
        return values.get(found["field"].strip(), "") if is_here else ""

    told = [value(found) for found in REFERENCE.finditer(source)]
    return REFERENCE.sub(value, source) if not told or any(each.strip() for each in told) else ""
