"""Note types of Anki that people have made for choices, known by what their fields are called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizmill.bank.markup import plain
from quizmill.formats.anki_fields import AnkiTexts
from quizmill.formats.anki_notes import AnkiNote
from quizmill.formats.any_table import by_place, by_text
from quizmill.formats.item import Choice, Item

_OPTION = re.compile(
    r"(?i:(?:q|mc|option|choice|answer|opt|a)[ _-]?\d{1,2}|(?:(?:option|choice|answer|opt)[ _-]?)?[a-j])"
)
_WRONG = re.compile(r"(?i:(?:incorrect|wrong|distractor|false)(?: answer| option)?[ _]?\d*)")
_RIGHT = re.compile(
    r"(?i:(?:the )?(?:correct|right)(?:[ _]?(?:answer|option|choice))?s?"
    r"|(?:answers?|solution)(?:[ _]?key)?|key)"
)
_ASKS = re.compile(r"(?i:question|frage|prompt|stem|front|pregunta)")
_TOLD = re.compile(r"(?i:(?:extra|explanation|rationale|sources?|ref(?:erence)?|comments?|remarks?)[ _]?\d*)")
_KIND = re.compile(r"(?i:qtype\b.*)")
_SEVERAL = ("0", "1")  # each statement is true or false; several are right
_SWITCHES = re.compile(r"[01](?:[\s,;|]+[01])+")


def choices_of(note: AnkiNote, texts: AnkiTexts) -> Item | None:
    """The question of a note that has options; None for other notes."""
    said = {name: value for name, value in note.fields.items() if value.strip()}
    asks = [name for name in said if _ASKS.fullmatch(name)]
    options = [name for name in note.fields if _OPTION.fullmatch(name)]
    offered = [name for name in options if name in said]
    wrong = [name for name in said if _WRONG.fullmatch(name)]
    beside = said if len(offered) < 2 else note.fields  # options without a key are asked all the same
    keys = [name for name in beside if _RIGHT.fullmatch(name) and name not in options]
    if not asks or not keys or not (wrong or len(offered) > 1):
        return None

    def read(name: str, field: str) -> str:
        return texts.markup(said.get(name, ""), field, is_html=note.is_html)

    if len(offered) > 1:
        key = plain(read(keys[0], "answer"))
        chosen = _keyed([read(name, "distractors") for name in options], key)
        if not any(each.right for each in chosen):
            texts.lost("answer", "what is right names none of the options", key)
    else:
        wrongs = [Choice(read(name, "distractors")) for name in wrong]
        chosen = [Choice(read(keys[0], "answer"), right=True), *wrongs]
    kind = next((value.strip() for name, value in said.items() if _KIND.fullmatch(name)), "")
    several = kind in _SEVERAL or (kind != "2" and sum(each.right for each in chosen) > 1)
    told = [read(name, "explanation") for name in said if _TOLD.fullmatch(name)]
    taken = {*asks[:1], *offered, *wrong, *keys[:1]}
    for name in [name for name in said if name not in taken]:
        if not (_TOLD.fullmatch(name) or _KIND.fullmatch(name)):
            texts.lost("fields", "a field of its note type has no place", f"{name}: {said[name]}")
    return Item(
        kind="multiple_response" if several else "multiple_choice",
        place=note.place,
        id=note.guid,
        prompt=read(asks[0], "prompt"),
        choices=tuple(chosen),
        explanation="\n\n".join(filter(None, told)),
    )


def _keyed(options: Sequence[str], key: str) -> list[Choice]:
    """The options that are not empty, with those that are right: by 0 and 1, texts, letters or numbers."""
    if _SWITCHES.fullmatch(key):
        places = {at for at, sign in enumerate(re.findall("[01]", key), start=1) if sign == "1"}
    else:
        said = [plain(option) for option in options]
        places = {*(by_text(key, said) or by_place(key, said))}
    return [Choice(text, at in places) for at, text in enumerate(options, start=1) if text]
