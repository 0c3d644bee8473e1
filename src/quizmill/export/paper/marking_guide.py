"""The marking guide: each answer in full, what else is right and what partly, why, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from quizmill.bank.markup import escape, pictured, plain, thanked_once, whole
from quizmill.bank.model import Name, Ordering
from quizmill.compose.exercise import Evidence, Exercise, letter
from quizmill.compose.paper import Paper
from quizmill.export.paper import answer_texts
from quizmill.export.paper.blanks import asked
from quizmill.export.paper.composed import composed, together
from quizmill.export.paper.decisions import NONE, Decided, Decisions
from quizmill.export.paper.figure import thanks
from quizmill.export.paper.flow import Block, Part, block
from quizmill.export.paper.key_forms import MOST_FORMS
from quizmill.export.paper.look import ANSWER, ASKED, GREY, HEADING, NOTE, NUMBER, SMALL, Look
from quizmill.export.paper.question import hang
from quizmill.export.paper.rows import Row, Stack
from quizmill.export.paper.typeset import Typesetter
from quizmill.grade.also_right import also_right, told
from quizmill.words import Words

_RIGHT = Look(NOTE.size, NOTE.leading, grey=GREY, align="right")
_PICTURE = 60.0  # points at most: only to be known again


def guide(
    papers: Sequence[Paper],
    width: float,
    words: Words,
    setter: Typesetter,
    names: tuple[Name, ...] = (),
    decided: Decisions = NONE,
) -> list[Block]:
    """A block for each question, in the order of the first paper that asks it; *names* are the bank's.

    For one paper it has that paper's numbers and letters; for several it tells them for each form.
    """
    entries = answers_told(papers, words, names, decided)
    left = hang(len(entries))
    blocks: list[Block] = []
    for number, of_it in enumerate(entries, 1):
        rows = of_it.rows(number, left, width, setter.about(of_it.exercise.id))
        blocks.append(block(rows, apart=11, entry=of_it.entry(number), level=1 if len(papers) > 1 else 0))
    if len(papers) > 1:
        title = Row(((0, setter.set(words("sheet.guide"), HEADING, width)),), after=6)
        first = blocks[0]
        blocks[0] = Block((Part(Stack([title])), *first.parts), 20, first.entry, 1)
        blocks.insert(0, Block((), entry=words("sheet.guide")))
    return blocks


def answers_told(
    papers: Sequence[Paper], words: Words, names: tuple[Name, ...] = (), decided: Decisions = NONE
) -> list[AnswerTold]:
    """What the guide tells of each question, in the order of the first paper that asks it."""
    stands: dict[str, list[tuple[Paper, int, Exercise]]] = {}
    for paper in papers:
        for number, exercise in enumerate(paper.exercises, 1):
            stands.setdefault(exercise.id, []).append((paper, number, exercise))
    entries = []
    for places in stands.values():
        paper, _, exercise = places[0]
        also = told(also_right(exercise.question, names, papers[0].language), words)
        entries.append(
            AnswerTold(exercise, words, also, places if len(papers) > 1 else [], decided.of(paper, exercise))
        )
    return entries


class AnswerTold:
    """What the guide tells of one question; *places* where it stands in each of several forms."""

    def __init__(
        self,
        exercise: Exercise,
        words: Words,
        also: str,
        places: Sequence[tuple[Paper, int, Exercise]],
        decided: Decided,
    ) -> None:
        self.exercise = exercise
        self._also = also
        self._words = words
        self._places = places
        self._decided = decided

    @property
    def worth(self) -> str:
        """Its marks, or that it does not count."""
        if self._decided.void:
            return self._words("sheet.void")
        return self._words("sheet.marks", n=self.exercise.question.marks)

    def entry(self, number: int) -> str:
        """Its line of the outline."""
        first = answer_texts.brief(self.exercise, self._words)
        if self._places:
            told = answer_texts.unlettered(self.exercise, self._words)
            first = self._words("list.between").join(told)
        return f"{number}. {plain(first)}"[:100]

    def rows(self, number: int, left: float, width: float, setter: Typesetter) -> tuple[Row, ...]:
        """Everything from the number to the last source."""
        room, told = width - left, self.texts()
        texts, credit = thanked_once([text for text, _ in told], setter.images)
        looks = [look for _, look in told]
        head = self._head(number, left, width, setter)
        return (
            head,
            *(
                Row(((left, composed(text, look, room, setter, _PICTURE)),), after=_below(text))
                for text, look in zip(texts, looks, strict=True)
            ),
            *([Row(((left, thanks(credit, NOTE, room, setter)),), after=1.5)] if credit else []),
        )

    def texts(self) -> list[tuple[str, Look]]:
        """The answer in full, remarks and sources as markup, each with the look it has on paper."""
        lines = answer_texts.unlettered if self._places else answer_texts.answer_lines
        told = [(line, ANSWER) for line in lines(self.exercise, self._words)]
        told += [(text, NOTE) for text in self._remarks()]
        further = (*self._temptations(), *_sources(self.exercise, self._words))
        return [*told, *((text, SMALL) for text in further)]

    def _head(self, number: int, left: float, width: float, setter: Typesetter) -> Row:
        beside = setter.width(self.worth, _RIGHT) + 12
        room = width - left - beside
        cells = (
            (0, setter.set(f"{number}.", NUMBER, left)),
            (left, composed(asked(self.exercise, "_____"), ASKED, room, setter, _PICTURE)),
            (left + room, setter.set(self.worth, _RIGHT, beside)),
        )
        return Row(cells, after=2)

    def _remarks(self) -> list[str]:
        exercise, words = self.exercise, self._words
        audio = exercise.question.audio
        boxes = answer_texts.brief(exercise, words) if self._is_boxed and not self._places else ""
        labelled = (
            (words("sheet.in_forms"), self._in_forms()),
            (words("sheet.boxes"), boxes),
            (words("sheet.also_right"), self._also),
            (words("sheet.also_since"), words("list.between").join(self._decided.accepted)),
            (words("sheet.partly_right"), answer_texts.partial_credit(exercise, words)),
            answer_texts.said(exercise, words),
            ("", escape(audio.credit) if audio else ""),
            (words("sheet.why"), exercise.question.explanation),
        )
        return [together(f"**{escape(label)}**", text) if label else text for label, text in labelled if text]

    def _in_forms(self) -> str:
        """`A 3: B · B 7: C`: the number of the question in each form, and its answer there if that varies."""
        if not 0 < len(self._places) <= MOST_FORMS:
            return ""
        words = self._words
        told = [f"{escape(paper.form)} {number}" for paper, number, _ in self._places]
        if answer_texts.is_placed(self.exercise):
            answers = [answer_texts.brief(exercise, words) for _, _, exercise in self._places]
            told = [
                words("list.explained", first=place, second=answer)
                for place, answer in zip(told, answers, strict=True)
            ]
        from_the_top = f"{escape(self._words('sheet.boxes'))} " if self._is_boxed else ""
        return from_the_top + " · ".join(told)

    @property
    def _is_boxed(self) -> bool:
        """Whether the brief answer is what stands in the boxes, from the top."""
        return isinstance(self.exercise.question, Ordering)

    def _temptations(self) -> list[str]:
        options = self.exercise.options
        whys = [
            _tempting("" if self._places else letter(index).upper(), options[index], why, self._words)
            for index, why in self.exercise.why_not.items()
        ]
        return [together(f"**{escape(self._words('sheet.tempts'))}**", *whys)] if whys else []


def _below(text: str) -> float:
    """Points below a text: a listing or table needs more than a line."""
    return 4.0 if "\n" in text else 1.5


def _tempting(letter: str, option: str, why: str, words: Words) -> str:
    """Why an option tempts; a block is not shown again where its letter says which it is."""
    if not letter:
        return together(option, why) if whole(option) or pictured(option) else f"({option}) {why}"
    named = f"**{letter}**" if whole(option) or pictured(option) else f"**{letter}** ({option})"
    return words("list.explained", first=named, second=why)


def _sources(exercise: Exercise, words: Words) -> list[str]:
    """Where the answer stands, and what each of those paragraphs says."""
    said: dict[str, list[str]] = {}
    for evidence in exercise.evidence:
        place = escape(words("sheet.places", n=1, name=evidence.name, numbers=evidence.paragraph))
        said.setdefault(place, []).append(_said(evidence, words))
    source = f"**{escape(words('sheet.source'))}**"
    return [
        f"{source} {words('list.explained', first=place, second=' '.join(facts))}"
        for place, facts in said.items()
    ]


def _said(evidence: Evidence, words: Words) -> str:
    """What a fact says, with its time and the doubt about it."""
    time = f" {words('sheet.as_of', time=evidence.as_of)}" if evidence.as_of else ""
    doubt = f" {words('sheet.disputed', doubt=evidence.doubt)}" if evidence.doubt else ""
    return escape(f"{evidence.says}{time}{doubt}")


def documents(papers: Sequence[Paper], width: float, words: Words, setter: Typesetter) -> list[Block]:
    """The full titles of the documents that the sources name."""
    named = titles(papers, words)
    if not named:
        return []
    rows = [Row(((0, setter.set(words("sheet.documents"), HEADING, width)),))]
    rows += [Row(((0, setter.set(escape(line), NOTE, width)),)) for line in named]
    return [block(rows, apart=11)]


def titles(papers: Sequence[Paper], words: Words) -> list[str]:
    """The same as literal texts."""
    found = {
        evidence.name: evidence.title
        for paper in papers
        for exercise in paper.exercises
        for evidence in exercise.evidence
    }
    return [
        title if title.startswith(name) else words("list.explained", first=name, second=title)
        for name, title in found.items()
    ]
