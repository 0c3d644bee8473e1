"""A text has a cloze deletion as Anki writes it.

In the text of a cloze it is an error, found when a bank is read: its number and its hint would be asked as
part of the answer. Elsewhere it is a warning, since it stays as it is in every output. Passed over are code
and texts that speak of Anki or of clozes.

Why: what hides a word in one program is gibberish in another.

Source: our own.

Bad:
    text: "The moons of Mars are {{c1::Phobos::fear}} and {{c2::Deimos}}."

Good:
    text: "The moons of Mars are {{Phobos}} and {{Deimos}}."
    hint: fear
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank import anki_cloze
from quizmill.bank.model import Cloze
from quizmill.check.finding import Finding
from quizmill.check.texts import Texts, prose
from quizmill.errors import Severity

ID = "anki-cloze"
SEVERITY = Severity.WARNING

_SPOKEN_OF = re.compile(r"\b(?:anki|cloze)", re.IGNORECASE)
_LONGEST = 80  # characters that are quoted


def check_texts(texts: Texts) -> Iterator[Finding]:
    """One finding a text."""
    for path, text in texts.written:
        if "{{c" not in text or (path == ("text",) and isinstance(texts.record, Cloze)):
            continue
        found = anki_cloze.DELETION.search(prose(text))
        if found and not _SPOKEN_OF.search(texts.about):
            whole = anki_cloze.DELETION.search(text)
            deletion = whole[0] if whole else found[0]
            blank = anki_cloze.rewritten(deletion).text
            yield Finding(
                path=path,
                message=f'"{deletion[:_LONGEST]}" is a cloze deletion as Anki writes it, which only a cloze '
                f"can have",
                help=f"write `type: cloze` and `text: …{blank}…`, or leave the braces out",
            )
