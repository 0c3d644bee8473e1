"""The sheet's own words: one small file for each language, which anyone can add."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a sheet says of itself; `en.toml` shows each word in its place."""

    between: str
    form: str
    paper: str
    released: str
    page: str
    continues: str
    one_mark: str
    marks: str
    one_question: str
    questions: str
    name: str
    class_: str
    date: str
    score: str
    answer_one: str
    answer_all: str
    marks_stand: str
    one_circle: str
    mark_every: str
    write_letters: str
    letter_again: str
    one_left_over: str
    left_over: str
    number_boxes: str
    true: str
    false: str
    answer_key: str
    guide: str
    see_guide: str
    in_forms: str
    boxes: str
    also_right: str
    within: str
    or_: str
    partly_right: str
    each_choice: str
    only_choice: str
    each_pair: str
    each_blank: str
    each_point: str
    longest_run: str
    why: str
    tempts: str
    source: str
    place: str
    places: str
    as_of: str
    disputed: str
    documents: str
    flashcards: str
    true_or_false: str
    fronts: str
    backs: str
    turn_long: str
    turn_short: str
    timeline: str
    timeline_cue: str
    timeline_choose: str
    solution: str
    kinds: dict[str, str]  # by type of question, as written in YAML

    def marks_of(self, count: int) -> str:
        """`1 mark`, `2 marks`."""
        return self.one_mark if count == 1 else self.marks.format(count=count)

    def questions_of(self, count: int) -> str:
        """`1 question`, `2 questions`."""
        return self.one_question if count == 1 else self.questions.format(count=count)


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages there is a file for."""
    names = (file.name for file in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def words(asked: str, bank: str) -> Words:
    """The words in the language *asked* for; else in the bank's (`zh-Hans` is zh); else in English."""
    known = languages()
    wanted = (asked, bank, bank.partition("-")[0].lower(), "en")
    return _read(next(code for code in wanted if code in known))


@cache
def _read(code: str) -> Words:
    text = files(__package__).joinpath(f"{code}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Words)
