"""Flaws of a whole bank: each mutation spoils a small bank of clean questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import NamedTuple

from msgspec.structs import replace

from check.seeded.mutation import are_phrases, swap_shortest
from quizmill.bank.model import Difficulty, Level, MultipleChoice, Question, TrueFalse

Spoil = Callable[[Sequence[Question]], Sequence[Question]]


class BankMutation(NamedTuple):
    """What is done to a list of clean questions, and the rule that should see it."""

    rule: str
    name: str
    base: Spoil  # the clean bank that is spoilt
    spoil: Spoil
    implied: frozenset[str] = frozenset()


def statements(clean: Sequence[Question]) -> Sequence[Question]:
    """As many true ones as false ones, by turns of no rhythm."""
    true = [q for q in clean if isinstance(q, TrueFalse) and q.answer]
    false = [q for q in clean if isinstance(q, TrueFalse) and not q.answer]
    turns = [1, 0, 0, 1, 1, 1, 0, 1, 0, 0, 0, 1, 1, 0, 1, 0]
    kinds = {1: iter(true), 0: iter(false)}
    return [each for turn in turns for each in islice(kinds[turn], 1)]


def choices(clean: Sequence[Question]) -> Sequence[Question]:
    """Forty with three options each of one number, the longest being the key as often as chance has it."""
    fitting = [q for q in clean if isinstance(q, MultipleChoice) and are_phrases(q, 2)]
    longest = [q for q in fitting if _longest_key(q)]
    return [q for q in fitting if q not in longest][:28] + longest[:12]


def mixed(clean: Sequence[Question]) -> Sequence[Question]:
    """Every second question."""
    return clean[::2]


def says(value: bool, every: int = 1) -> Spoil:
    """Each statement, or all but each n-th, is true or false."""

    def spoil(bank: Sequence[Question]) -> Sequence[Question]:
        return [
            replace(q, answer=value if every == 1 or i % every else not value)
            if isinstance(q, TrueFalse)
            else q
            for i, q in enumerate(bank)
        ]

    return spoil


def keeps_key_at(place: int) -> Spoil:
    """The author's order, and the key always at that place."""

    def spoil(bank: Sequence[Question]) -> Sequence[Question]:
        return [replace(q, shuffle=False, place=place) for q in bank if isinstance(q, MultipleChoice)]

    return spoil


def reuses(text: str, times: int) -> Spoil:
    """One distractor in several questions."""

    def spoil(bank: Sequence[Question]) -> Sequence[Question]:
        return [swap_shortest(q, text) if i < times else q for i, q in enumerate(bank)]  # type: ignore[arg-type]

    return spoil


def only_longest_keys(bank: Sequence[Question]) -> Sequence[Question]:
    return [_with_long_key(q) for q in bank if isinstance(q, MultipleChoice)]


def some_longest_keys(bank: Sequence[Question]) -> Sequence[Question]:
    return [_with_long_key(q) if i % 4 else q for i, q in enumerate(bank) if isinstance(q, MultipleChoice)]


def most_longest_keys(bank: Sequence[Question]) -> Sequence[Question]:
    return [_with_long_key(q) if i % 9 else q for i, q in enumerate(bank) if isinstance(q, MultipleChoice)]


def has_level(level: Level) -> Spoil:
    return lambda bank: [replace(q, level=level) for q in bank]


def has_difficulty(difficulty: Difficulty) -> Spoil:
    return lambda bank: [replace(q, difficulty=difficulty) for q in bank]


def has_mostly(kind: type, others: int) -> Spoil:
    """All of one kind, and a few others."""

    def spoil(bank: Sequence[Question]) -> Sequence[Question]:
        return [q for q in bank if isinstance(q, kind)] + [q for q in bank if not isinstance(q, kind)][
            :others
        ]

    return spoil


def leaves_out(source: str) -> Spoil:
    """No question rests on the document."""
    return lambda bank: [q for q in bank if not any(f.startswith(f"{source}/") for f in q.facts)]


def in_blocks(bank: Sequence[Question]) -> Sequence[Question]:
    return sorted(bank, key=lambda q: isinstance(q, TrueFalse) and q.answer)


def by_turns(bank: Sequence[Question]) -> Sequence[Question]:
    true, false = ([q for q in bank if isinstance(q, TrueFalse) and q.answer is v] for v in (True, False))
    return [q for pair in zip(true, false, strict=False) for q in pair]


def _longest_key(question: MultipleChoice) -> bool:
    return len(question.answer) > max(len(each.text) for each in question.distractors)


def _with_long_key(question: MultipleChoice) -> MultipleChoice:
    """A key that is longest by so little that the question alone shows nothing."""
    wrong = max(len(each.text) for each in question.distractors)
    if _longest_key(question):
        return question
    padded = (
        question.answer.rstrip(".")
        + " so it was said then in those long years"[: wrong + 2 - len(question.answer)]
    )
    return replace(question, answer=padded + "." * question.answer.endswith("."))


_CUES = frozenset(
    {"testwise-score", "length-cue-rate", "key-longest", "option-length-outlier", "vague-terms"}
)
_COVERAGE = frozenset({"source-coverage", "fact-unasked", "conflict-covered", "difficulty-mix", "type-mix"})
_MIX = _COVERAGE | _CUES
_PLACES = frozenset({"key-position"})
_GUESSING = frozenset({"testwise-score", "key-runs"})

BANKS = (
    BankMutation("tf-balance", "all statements are true", statements, says(True), _GUESSING),
    BankMutation("tf-balance", "all statements are false", statements, says(False), _GUESSING),
    BankMutation("tf-balance", "seven of eight are true", statements, says(True, 8), _GUESSING),
    BankMutation("key-position", "the key is always first", choices, keeps_key_at(1), _GUESSING),
    BankMutation("key-position", "the key is always second", choices, keeps_key_at(2), _GUESSING),
    BankMutation("key-position", "the key is always third", choices, keeps_key_at(3), _GUESSING),
    BankMutation("key-runs", "the false ones stand together", statements, in_blocks),
    BankMutation("key-runs", "true and false by turns", statements, by_turns),
    BankMutation("key-runs", "sixteen true ones", statements, says(True), frozenset({"tf-balance"})),
    BankMutation("distractor-reuse", "luck in five questions", choices, reuses("A good deal of luck", 5)),
    BankMutation("distractor-reuse", "a new law in six", choices, reuses("A change in the law", 6)),
    BankMutation("distractor-reuse", "a quarrel in nine", choices, reuses("A quarrel at home", 9)),
    BankMutation("length-cue-rate", "all keys are longest", choices, only_longest_keys, _CUES),
    BankMutation("length-cue-rate", "eight of nine keys are longest", choices, most_longest_keys, _CUES),
    BankMutation("length-cue-rate", "three of four keys are longest", choices, some_longest_keys, _CUES),
    BankMutation("testwise-score", "the long option wins", choices, only_longest_keys, _CUES),
    BankMutation("testwise-score", "the long option mostly wins", choices, most_longest_keys, _CUES),
    BankMutation("testwise-score", "the first place wins", choices, keeps_key_at(1), _PLACES),
    BankMutation("difficulty-mix", "memory alone", mixed, has_level(Level.REMEMBER),
                 frozenset({"evidence-mismatch", "prompt-number-unsupported"})),
    BankMutation("difficulty-mix", "all easy", mixed, has_difficulty(Difficulty.EASY)),
    BankMutation("difficulty-mix", "all hard", mixed, has_difficulty(Difficulty.HARD)),
    BankMutation("type-mix", "choices alone", mixed, has_mostly(MultipleChoice, 5), _MIX),
    BankMutation("type-mix", "choices and ten more", mixed, has_mostly(MultipleChoice, 10), _MIX),
    BankMutation("type-mix", "choices and twenty", mixed, has_mostly(MultipleChoice, 20), _MIX),
    BankMutation("source-coverage", "no Regret", mixed, leaves_out("joyo-regret"), _COVERAGE),
    BankMutation("source-coverage", "no Life", mixed, leaves_out("lei-jun-life"), _COVERAGE),
    BankMutation("source-coverage", "no Moat", mixed, leaves_out("xiaomi-moat"), _COVERAGE),
)  # fmt: skip
