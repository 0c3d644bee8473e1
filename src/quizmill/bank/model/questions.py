"""The nine kinds of question."""

from typing import Annotated

import msgspec
from msgspec import Meta

from quizmill.bank.model.parts import (
    Audio,
    Compare,
    Difficulty,
    Distractor,
    Image,
    Importance,
    Level,
    Point,
    Provenance,
)
from quizmill.bank.model.record import OWN, FactRef, Id, OwnFields, Record, Tag, Text


class BaseQuestion(Record, frozen=True, kw_only=True, tag_field="type"):
    """The fields all nine kinds share.

    Attributes:
        id: Names the question for ever: learners' progress and cards are kept by it. The wording may change.
        explanation: Why the answer is right, and what tempts people to others. Shown with the answer.
        facts: The facts the answer rests on, as source/fact; needed in a bank with seeds.
        importance: How much it matters: core is what somebody who has an hour should know.
        difficulty: How hard you think it is.
        level: What it asks of the mind, by Bloom's taxonomy.
        tags: Words to choose questions by.
        hint: A help on the way to the answer; whoever looks at it gets half the marks.
        context: Shown above the prompt: a case, a table, a quotation to work on.
        image: A picture shown with the prompt.
        audio: A sound to be heard with the prompt.
        marks: What a right answer earns.
        formerly: The id it had before, or several, the oldest first: its history and its cards follow.
        allow: Findings that have been looked at and are accepted here: the rule, and the reason.
        origin: Where an import found it. Machines write it.
        own: The author's own fields, whose names begin with x-. They are kept and never looked at.
    """

    id: Id
    explanation: str = ""
    facts: tuple[FactRef, ...] = ()
    importance: Importance = Importance.USEFUL
    difficulty: Difficulty = Difficulty.MEDIUM
    level: Level = Level.REMEMBER
    tags: tuple[Tag, ...] = ()
    hint: str = ""
    context: str = ""
    image: Image | None = None
    audio: Audio | None = None
    marks: Annotated[int, Meta(ge=1, le=100)] = 1
    formerly: tuple[Id, ...] = ()
    allow: dict[Id, Text] = msgspec.field(default_factory=dict)
    origin: Provenance | None = None
    own: OwnFields = msgspec.field(default={}, name=OWN)


class ComparedQuestion(BaseQuestion, frozen=True, kw_only=True):
    """A question whose options are told apart, or whose typed answers are marked, by how they are written.

    Attributes:
        compare: What counts in an answer or between options: characters (each of them), case (capitals) or
            spelling (no slip and no missing accent is forgiven). Of a text that is `code` as a whole each
            character counts anyway.
    """

    compare: Compare | None = None


class MultipleChoice(ComparedQuestion, frozen=True, kw_only=True, tag="multiple_choice"):
    """One right answer among wrong ones.

    Attributes:
        prompt: What is asked.
        answer: The right option.
        distractors: The wrong options, one to nine; two to four are best.
        shuffle: false keeps the options in the order in which they are written.
        pin_last: true keeps the option written last in the last place.
        place: Where the answer stands in the order as written, from 1.
    """

    prompt: Text
    answer: Text
    distractors: Annotated[tuple[Distractor, ...], Meta(min_length=1, max_length=9)]
    shuffle: bool = True
    pin_last: bool = False
    place: Annotated[int, Meta(ge=1, le=10)] = 1


class MultipleResponse(ComparedQuestion, frozen=True, kw_only=True, tag="multiple_response"):
    """Several right answers among wrong ones.

    Attributes:
        prompt: What is asked.
        answers: The right options, one to nine.
        distractors: The wrong options, one to nine.
    """

    prompt: Text
    answers: Annotated[tuple[Text, ...], Meta(min_length=1, max_length=9)]
    distractors: Annotated[tuple[Distractor, ...], Meta(min_length=1, max_length=9)]


class TrueFalse(BaseQuestion, frozen=True, kw_only=True, tag="true_false"):
    """A statement to judge.

    Attributes:
        prompt: The statement.
        answer: Whether it is true or false.
        correction: What is true instead; needed when the statement is false.
    """

    prompt: Text
    answer: bool
    correction: str = ""


class ShortAnswer(ComparedQuestion, frozen=True, kw_only=True, tag="short_answer"):
    """A few words to recall.

    Attributes:
        prompt: What is asked.
        answer: The right answer as it is shown.
        accept: Other answers that are right. Case, accents and articles need none.
    """

    prompt: Text
    answer: Text
    accept: tuple[Text, ...] = ()


class Numerical(BaseQuestion, frozen=True, kw_only=True, tag="numerical"):
    """A number, sum of money, percentage, year or date to recall or work out.

    Attributes:
        prompt: What is asked.
        answer: The value: 16,000, $75 million, 60%, 2004, August 2004 or 2004-08-19.
        unit: The unit that is understood, where the answer leaves it out.
        accept_units: Other words for the unit that are right: handsets, where phones are counted.
        tolerance: How far off is still right: a number, or a share such as 2%. With a + before it only what
            lies above the answer is, which is then the least (`+0.5`); with a - only what lies below.
    """

    prompt: Text
    answer: Text
    unit: str = ""
    accept_units: tuple[Text, ...] = ()
    tolerance: Text = "0"


class Cloze(ComparedQuestion, frozen=True, kw_only=True, tag="cloze"):
    """A text with blanks.

    Attributes:
        text: The text, each blank in double braces with other right forms after a bar: {{Amazon|Amazon.com}}.
    """

    text: Text


class Matching(ComparedQuestion, frozen=True, kw_only=True, tag="matching"):
    """Lefts to be joined to their rights.

    Attributes:
        prompt: What is to be matched to what.
        pairs: The pairs, each as [left, right]; a right may serve several lefts.
        extra: Spare rights that belong to no left.
    """

    prompt: Text
    pairs: Annotated[tuple[tuple[Text, Text], ...], Meta(min_length=2, max_length=26)]
    extra: tuple[Text, ...] = ()


class Ordering(ComparedQuestion, frozen=True, kw_only=True, tag="ordering"):
    """Steps to be put in order.

    Attributes:
        prompt: What is to be put in order, and from which end.
        sequence: The steps in the right order; lines of code may be equal, and each place is right for them.
    """

    prompt: Text
    sequence: Annotated[tuple[Text, ...], Meta(min_length=2, max_length=26)]


class Essay(BaseQuestion, frozen=True, kw_only=True, tag="essay"):
    """A question answered at length and marked against its points.

    Attributes:
        prompt: What is asked.
        points: What a full answer names.
        lines: Lines of space on paper; by the points unless said.
    """

    prompt: Text
    points: Annotated[tuple[Point, ...], Meta(min_length=1)]
    lines: Annotated[int, Meta(ge=1, le=200)] | None = None


Question = (
    MultipleChoice
    | MultipleResponse
    | TrueFalse
    | ShortAnswer
    | Numerical
    | Cloze
    | Matching
    | Ordering
    | Essay
)

KINDS: dict[str, type[Question]] = {
    "multiple_choice": MultipleChoice,
    "multiple_response": MultipleResponse,
    "true_false": TrueFalse,
    "short_answer": ShortAnswer,
    "numerical": Numerical,
    "cloze": Cloze,
    "matching": Matching,
    "ordering": Ordering,
    "essay": Essay,
}
_NAMES = {kind: name for name, kind in KINDS.items()}


def kind_of(question: Question) -> str:
    """The question's `type`, as written in YAML."""
    return _NAMES[type(question)]


def compare_of(question: Question) -> Compare | None:
    """How strictly its texts are compared, where it says so."""
    return question.compare if isinstance(question, ComparedQuestion) else None


def references_of(question: Question) -> tuple[str, ...]:
    """The facts a question rests on, as `source/fact`, those of an essay's points included."""
    if not isinstance(question, Essay):
        return question.facts
    return (*question.facts, *(fact for point in question.points for fact in point.facts))
