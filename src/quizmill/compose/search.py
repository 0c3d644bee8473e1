"""Questions found by what they say, as somebody remembers it: words of the prompt, the answer, a fact.

A word is found wherever a word begins with it, whatever its case and accents; in Chinese, Japanese and Thai,
which put no spaces between words, wherever it stands. All words must be found, in whichever field.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from quizmill.bank import cloze
from quizmill.bank.closest import misspelt
from quizmill.bank.fold import fold, roughly
from quizmill.bank.markup import plain
from quizmill.bank.model import Question, Source, Topic, references_of
from quizmill.errors import BadRequest
from quizmill.pattern import pattern

_Asked = tuple[Topic, Question]

_PART = pattern(r'(-?)(?:"([^"]+)"|(\S+))')
_WORD = pattern(r"[^\W_]+")
_UNSPACED = pattern("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_JOINED = pattern(r"\w\{\{|\}\}\w")  # a blank that is a part of a word
_BETWEEN = "\0"  # texts, so that no phrase goes on from one into the next
_BEFORE, _AFTER = 24, 56  # characters around what was found
# What of a question is looked through, what people remember best first. Facts come after these.
_FIELDS = tuple(
    "prompt text context answer answers accept unit pairs sequence points correction distractors extra"
    " explanation hint image audio tags id".split()
)
_SAYING = ("text", "why", "point", "alt", "transcript")  # of the records in these fields


class Sought(msgspec.Struct, frozen=True):
    """What to look for: words and phrases, folded."""

    words: tuple[str, ...]
    without: tuple[str, ...] = ()

    def fits(self, folded: str) -> bool:
        """Whether all the words stand in a folded text, and none of those that must not."""
        return all(_place(word, folded) >= 0 for word in self.words) and not any(
            _place(word, folded) >= 0 for word in self.without
        )


class Said(msgspec.Struct, frozen=True):
    """Where a question says what was looked for."""

    field: str
    snippet: str


class Library:
    """What the questions of a bank say; the facts they rest on say it too."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._facts = {f"{source.id}/{fact.id}": fact for source in sources for fact in source.facts}
        self._rough = {reference: roughly(fact.says) for reference, fact in self._facts.items()}

    def saying(self, sought: Sought, asked: Iterable[_Asked]) -> Iterator[_Asked]:
        """Those of the questions that fit, in their order."""
        parts = [roughly(part) for word in sought.words for part in _WORD.findall(word)]
        for each in asked:
            if self._may_say(parts, each[1]) and sought.fits(self.folded(each[1])):
                yield each

    def _may_say(self, parts: Sequence[str], question: Question) -> bool:
        """Whether it is worth a closer look, which takes ten times as long."""
        written = _written(question)
        if "\\\\" in written or ("{{" in written and _JOINED.search(written)):
            return True  # a formula or a blank, which is said otherwise than it is written
        rough = roughly(written.replace("*", "").replace("`", ""))
        facts = [self._rough.get(reference, "") for reference in references_of(question)]
        return all(part in rough or any(part in fact for fact in facts) for part in parts)

    def lacking(self, sought: Sought, asked: Sequence[_Asked]) -> str:
        """Why none of the questions fits: which word none says, and which near it one does."""
        missing = [word for word in sought.words if not self._has(word, asked)]
        if not missing:
            how = "without what is left out" if sought.without else "together with the others"
            return f"each word is said, but by none {how}"
        near = self._near(missing[0], asked)
        told = ", ".join(f'"{word}"' for word in missing)
        return f"none says {told}" + (f'; did you mean "{near}"?' if near else "")

    def _has(self, word: str, asked: Sequence[_Asked]) -> bool:
        return next(self.saying(Sought((word,)), asked), None) is not None

    def _near(self, word: str, asked: Sequence[_Asked]) -> str:
        """The word likest to it that a question says; empty without any."""
        known = {each for _, question in asked for each in _WORD.findall(roughly(_written(question)))}
        known.update(each for rough in self._rough.values() for each in _WORD.findall(rough))
        near = misspelt(roughly(word), known)  # the names of fields and kinds may be among them
        return next((each for each in near if self._has(each, asked)), "")

    def folded(self, question: Question) -> str:
        """Everything that the question says, folded."""
        return fold(_BETWEEN.join(text for _, text in self._texts(question)))

    def said(self, question: Question, sought: Sought) -> tuple[Said, ...]:
        """Where the words stand, each at the first place that has it; one place often has several."""
        found: list[Said] = []
        left = list(sought.words)
        for field, text in self._texts(question):
            folded = fold(text)
            here = [word for word in left if _place(word, folded) >= 0]
            if here:
                found.append(Said(field, _snippet(text, folded, _place(here[0], folded))))
                left = [word for word in left if word not in here]
            if not left:
                break
        return tuple(found)

    def _texts(self, question: Question) -> Iterator[tuple[str, str]]:
        yield from texts_in({name: getattr(question, name, None) for name in _FIELDS})
        for reference in references_of(question):
            if fact := self._facts.get(reference):
                yield "facts", plain(fact.says)


def read_search(typed: str) -> Sought:
    """What *typed* looks for: `"…"` is a phrase, and `-word` must not be there.

    Raises BadRequest where there is nothing to look for.
    """
    parts = [
        (sign, (phrase or word).strip('" '))
        for sign, phrase, word in _PART.findall(fold(typed))
        if word != "-"
    ]
    words = tuple(text for sign, text in parts if text and not sign)
    without = tuple(text for sign, text in parts if text and sign)
    if not words and not without:
        raise BadRequest(f'--search: "{typed}" has no word to look for')
    return Sought(words, without)


def texts_in(fields: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The texts in the fields of a question, or of a draft as it is written, without markup."""
    for name in _FIELDS:
        value = fields.get(name)
        if name == "text" and isinstance(value, str):
            yield name, plain(cloze.filled(value))
            accepted = [form for blank in cloze.blanks(value) for form in blank.accept]
            yield from ((name, plain(form)) for form in accepted)
        elif value:
            yield from ((name, plain(text)) for text in _texts(value))


def _written(question: Question) -> str:
    return msgspec.json.encode(question).decode()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for name in _SAYING:
            yield from _texts(value.get(name))
    elif isinstance(value, msgspec.Struct):
        for name in _SAYING:
            yield from _texts(getattr(value, name, None))


def _place(word: str, folded: str) -> int:
    """Where a word of *folded* begins with *word*, or -1."""
    start = folded.find(word)
    while start > 0 and _goes_on(folded[start - 1], word[0]):
        start = folded.find(word, start + 1)
    return start


def _goes_on(before: str, first: str) -> bool:
    """Whether the second character does not begin a word after the first."""
    return before.isalnum() and first.isalnum() and not (_UNSPACED.match(before) or _UNSPACED.match(first))


def _snippet(text: str, folded: str, place: int) -> str:
    """What stands in *text* around what is at that *place* of it *folded*."""
    line = " ".join(text.split())
    if len(line) <= _BEFORE + _AFTER:
        return line
    at = place if len(line) == len(folded) else _unfolded(line, place)
    begin, end = max(0, at - _BEFORE), min(len(line), at + _AFTER)
    if begin:
        begin = line.find(" ", begin, at) + 1 or begin
    if end < len(line):
        end = max(line.rfind(" ", at + 1, end), at + 1) if " " in line[at + 1 : end] else end
    return f"{'…' if begin else ''}{line[begin:end]}{'…' if end < len(line) else ''}"


def _unfolded(line: str, place: int) -> int:
    """About where in *line* that place of its folded form is: folding makes texts longer or shorter."""
    low, high = 0, len(line)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if len(fold(line[:middle])) < place else (low, middle)
    return low
