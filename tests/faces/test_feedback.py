"""What is said about an answer: how much of it, in which order, and nothing twice."""

from __future__ import annotations

import io
import statistics

import msgspec
import pytest

import samples
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Bank,
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    ShortAnswer,
    TrueFalse,
)
from quizmill.compose.exercise import Exercise, key_of
from quizmill.compose.paper import compose
from quizmill.faces.feedback import Beside, Detail, Feedback, feedback_on
from quizmill.faces.plain.feedback import tell
from quizmill.faces.plain.terminal import Screen
from quizmill.grade import Blanks, Choice, Order, Pairing, Response, Skipped, Text, Verdict, Written, mark
from quizmill.study.sitting import Answer, Give, GoTo, Sitting, begin, step
from quizmill.words import words_in

WORDS = words_in("en")
MOST = 25  # words at the median after a right answer


def right(exercise: Exercise) -> Response:
    """The right answer, as somebody would give it who types what the key says."""
    match exercise.question:
        case MultipleChoice() | MultipleResponse() | TrueFalse():
            return Choice(exercise.key)
        case ShortAnswer() | Numerical():
            return Text(plain(key_of(exercise.question)[0]))
        case Cloze():
            return Blanks(tuple(map(plain, key_of(exercise.question))))
        case Matching():
            return Pairing(exercise.key)
        case Ordering():
            return Order(exercise.key)
        case Essay(points=points):
            return Written("All of it.", tuple(True for _ in points))


def answered(sitting: Sitting, number: int, response: Response) -> tuple[Sitting, Exercise, Answer]:
    exercise = sitting.paper.exercises[number]
    after = step(step(sitting, GoTo(number + 1)), Give("typed", response))
    return after, exercise, after.answers[exercise.id]


def told(sitting: Sitting, number: int, response: Response, **how) -> tuple[Feedback, list[str]]:
    """The feedback, and the lines of it on a plain screen of 80 columns."""
    after, exercise, answer = answered(sitting, number, response)
    how = {"detail": Detail.BRIEF, "beside": Beside.ASKED} | how
    found = feedback_on(exercise, answer, answer.mark, after, WORDS, **how)
    out = io.StringIO()
    tell(Screen(out, width=80, colour=False), found, answer.mark.verdict)
    return found, out.getvalue().splitlines()


def sitting_of(bank: Bank, *ids: str) -> Sitting:
    asked = tuple(each for each in bank.questions() if not ids or each[1].id in ids)
    return begin(compose(bank, asked, seed=7, order="bank"), bank.names)


@pytest.fixture(scope="module")
def shipped() -> Sitting:
    return sitting_of(load_bank(shipped_bank()).bank)


@pytest.fixture
def tea(tmp_path):
    bank = samples.load(tmp_path).bank
    return lambda id: sitting_of(bank, id)


@pytest.mark.parametrize("beside", [Beside.ASKED, Beside.MARKED])
def test_a_right_answer_costs_few_words_over_the_whole_shipped_bank(shipped, beside):
    """The verdict and one thing: measured on every question, answered as its key says."""
    counts, lines = [], []
    for number, exercise in enumerate(shipped.paper.exercises):
        found, said = told(shipped, number, right(exercise), beside=beside)
        assert found.verdict.startswith("Right: "), exercise.id
        counts.append(len(" ".join(said).split()))
        lines.append(len(said))

    assert statistics.median(counts) <= MOST
    assert statistics.quantiles(counts, n=10)[-1] <= 2 * MOST
    assert statistics.quantiles(lines, n=10)[-1] <= 2  # the verdict, and one line


def test_a_right_choice_says_where_it_stands_and_no_more(tea):
    _, said = told(tea("tea-plant"), 0, Choice((0,)))

    assert said == ["Right: 1 of 1 mark.", "Source: The Tea Book, paragraph 2"]


def test_a_wrong_choice_says_what_tempted_then_why_and_folds_the_source(tea):
    sitting = tea("tea-plant")
    japonica = sitting.paper.exercises[0].options.index("Camellia japonica")
    _, said = told(sitting, 0, Choice((japonica,)), beside=Beside.MARKED)

    assert said == [
        "Wrong: 0 of 1 mark.",
        "It is a garden cousin without tea in its leaves.",
        "Why: Green, black and white tea differ in what is done to the leaf.",
        "Source: The Tea Book, paragraph 2",
    ]


def test_in_full_the_source_says_what_stands_there(tea):
    _, said = told(tea("tea-plant"), 0, Choice((0,)), detail=Detail.FULL)

    assert said == [
        "Right: 1 of 1 mark.",
        "Why: Green, black and white tea differ in what is done to the leaf.",
        "Source: The Tea Book, paragraph 2: Every true tea is made from the leaves of one",
        "        plant.",
    ]


def test_what_was_typed_otherwise_than_the_key_is_told_by_the_key(tea):
    assert told(tea("ship-cargo"), 0, Text("9000 yuan"))[1] == ["Right: 1 of 1 mark.", "Answer: ¥9,000"]
    assert told(tea("ship-name"), 0, Text("cutty sark"))[1] == [
        "Right: 1 of 1 mark.",
        "Source: The Tea Book, paragraph 3",
    ]


def test_a_false_statement_is_corrected_once(tea):
    wrong = told(tea("tea-herbs"), 0, Choice((0,)))[1]
    marked = told(tea("tea-herbs"), 0, Choice((0,)), beside=Beside.MARKED)[1]
    correction = "Peppermint is no Camellia, so its tea is an infusion."

    assert wrong[:2] == ["Wrong: 0 of 1 mark.", f"Answer: False. {correction}"]
    assert marked[:2] == ["Wrong: 0 of 1 mark.", correction]
    assert told(tea("tea-herbs"), 0, Choice((1,)))[1] == ["Right: 1 of 1 mark.", correction]
    assert " ".join(wrong).count(correction) == " ".join(marked).count(correction) == 1


def test_of_several_blanks_and_pairs_the_missed_are_told(tea):
    assert "Answer: 2. Cutty Sark" in told(tea("ship-year"), 0, Blanks(("1869", "Titanic")))[1]
    sitting = tea("tea-colours")
    key = sitting.paper.exercises[0].key
    said = told(sitting, 0, Pairing((key[0], key[2], key[1])))[1]

    assert [line for line in said if " goes with " in line] == [
        f"Answer: 2. Black tea goes with {'abcd'[key[1]]}. fully oxidised",
        f"        3. White tea goes with {'abcd'[key[2]]}. only dried",
    ]


def test_an_essay_is_told_by_point_once_and_only_where_its_points_were_not_gone_through_before(tea):
    sitting = tea("tea-essay")

    assert told(sitting, 0, Written("x", (True, False)))[1][:2] == [
        "Partly right: 0.5 of 1 mark.",
        "1 of 2 points.",
    ]
    assert "season" not in " ".join(told(sitting, 0, Written("x", (True, False)))[1])
    assert told(sitting, 0, Written("x", (True, False)), beside=Beside.PROMPT)[1][2:4] == [
        "  Named: The first tea of a season sold for more",
        "  Not named: Tea loses flavour at sea",
    ]
    assert told(sitting, 0, Written("x"))[1][1:3] == [
        "Answer: - The first tea of a season sold for more",
        "        - Tea loses flavour at sea",
    ]


def test_few_of_many_forms_are_told_after_a_miss_and_more_when_asked_for(tmp_path):
    topic = """\
title: T
questions:
  - {id: cups, type: short_answer, prompt: What is it drunk from?, answer: cups, accept: [a, b, c, d, e]}
"""
    bank = load_bank(samples.write(tmp_path, bank="title: B\nnamespace: b\n", t=topic)).bank
    sitting = sitting_of(bank)

    assert told(sitting, 0, Text("z"))[0].also == "a; b; c; …"
    assert told(sitting, 0, Text("z"), detail=Detail.FULL)[0].also == "a; b; c; d; e"


def test_what_is_disputed_is_told_after_a_miss_though_the_source_is_folded(tea):
    after, exercise, answer = answered(tea("tea-plant"), 0, Choice((2,)))
    disputed = tuple(msgspec.structs.replace(each, doubt="Some say two.") for each in exercise.evidence)
    exercise = msgspec.structs.replace(exercise, evidence=disputed * 2)
    brief, full = (
        feedback_on(exercise, answer, answer.mark, after, WORDS, detail=detail, beside=Beside.ASKED)
        for detail in (Detail.BRIEF, Detail.FULL)
    )

    assert (brief.sources, brief.doubts) == (("The Tea Book, paragraph 2",), ("(In doubt: Some say two.)",))
    assert full.doubts == ()
    assert all(source.endswith("(In doubt: Some say two.)") for source in full.sources)


def test_beyond_what_was_said_is_what_differs():
    brief = Feedback(verdict="Right.", sources=("p. 1",))
    full = Feedback(verdict="Right.", explanation="So.", sources=("p. 1: it says so",))

    assert full.beyond(brief) == Feedback(explanation="So.", sources=("p. 1: it says so",))
    assert full.beyond(full) == Feedback()


def test_every_verdict_is_said(tea):
    sitting = tea("tea-plant")
    exercise = sitting.paper.exercises[0]
    missing = mark(exercise, Skipped())
    found = feedback_on(exercise, None, missing, sitting, WORDS, detail=Detail.BRIEF, beside=Beside.PROMPT)

    assert missing.verdict is Verdict.SKIPPED
    assert (found.verdict, [part.text for part in found.answer]) == (
        "No answer: 0 of 1 mark.",
        ["Camellia sinensis"],
    )
