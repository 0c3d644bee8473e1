"""How the tags of HTML have a text look, as far as our markup has a look for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quizmill.bank.markup import Style

STYLES: Mapping[str, Style] = {
    **dict.fromkeys(("b", "strong"), Style.STRONG),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), Style.EMPHASIS),
    **dict.fromkeys(("code", "tt", "kbd", "samp"), Style.CODE),
    # A prompt may speak of the underlined word: that it stands out matters more than how.
    **dict.fromkeys(("u", "ins", "mark"), Style.EMPHASIS),
    "span": Style.PLAIN,
}
UNDERLINED = frozenset(("u", "ins", "mark"))
_SAID = {  # by the style of a `span`, without blanks
    re.compile(r"text-decoration(?:-line)?:[^;]*underline"): "u",
    re.compile(r"font-weight:(?:bold|[6-9]00)"): "b",
    re.compile(r"font-style:(?:italic|oblique)"): "i",
}


def meant(tag: str, attributes: Mapping[str, str]) -> str:
    """The tag that looks as a `span` says by its style; else the tag itself."""
    if tag != "span":
        return tag
    style = "".join(attributes.get("style", "").lower().split())
    return next((name for said, name in _SAID.items() if said.search(style)), tag)
