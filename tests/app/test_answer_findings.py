"""Flags become findings: where each stands, and what is told once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from quizmill.analysis.answer import ItemKey, OptionPlace
from quizmill.analysis.flags import FlagCode, ItemFlag
from quizmill.analysis.intervals import Interval
from quizmill.analysis.items import item_result
from quizmill.analysis.said import measured
from quizmill.analysis.sums import ItemSums
from quizmill.app.answer_findings import answer_findings, tell_what_answers
from quizmill.app.item_report import AnsweredItem, ItemReport
from quizmill.check.baseline import Written


@pytest.fixture
def loaded(tmp_path: Path):
    return samples.load(tmp_path)


def flag(code: FlagCode, option: int | None = None, n: int = 100, low: float = 0.1) -> ItemFlag:
    choice = None if option is None else OptionPlace(0, option)
    return ItemFlag(code=code, n=n, value=0.3, interval=Interval(low, 0.5), limit=0.0, choice=choice)


def report(loaded, *raised: tuple[str, ItemFlag], question: str = "tea-plant") -> ItemReport:
    """What answers to a question say, each of a place with a flag."""
    (asked,) = (each for _, each in loaded.bank.questions() if each.id == question)
    items = [
        AnsweredItem(
            key=ItemKey("tea-and-sea", question, "d", place),
            question=asked,
            current=True,
            result=item_result(ItemSums()),
            flags=(each,),
        )
        for place, each in raised
    ]
    return ItemReport(answers=1, students=1, first=0, last=0, items=tuple(items), tests=())


@pytest.mark.parametrize(
    ("question", "raised", "text"),
    [
        ("tea-plant", flag(FlagCode.WRONG_KEY, 1), "{text: Camellia japonica"),
        ("tea-plant", flag(FlagCode.DEAD_DISTRACTOR, 3), "Aspalathus linearis"),
        ("tea-plant", flag(FlagCode.EASY_CONTRADICTED), "easy\n"),
        ("tea-plant", flag(FlagCode.MISLEADING), "id: tea-plant"),
        ("tea-true", flag(FlagCode.ATTRACTS_STRONG, 3), "Mate]"),
        ("tea-true", flag(FlagCode.HARD_CONTRADICTED), "id: tea-true"),  # which tells no difficulty
        ("tea-herbs", flag(FlagCode.WRONG_KEY, 0), "id: tea-herbs"),
        ("tea-colours", flag(FlagCode.ATTRACTS_STRONG, 1), "id: tea-colours"),
        ("ship-cargo", flag(FlagCode.TOO_HARD), "id: ship-cargo"),
    ],
)
def test_it_stands_at_the_distractor_at_the_difficulty_or_at_the_question(loaded, question, raised, text):
    (found,) = answer_findings(report(loaded, ("paper", raised), question=question), loaded)
    place = found.location
    line = samples.TOPIC.splitlines(keepends=True)[place.line - 1]

    assert (Path(place.file).name, found.question) == ("tea.yaml", question)
    assert line[place.column - 1 :].startswith(text)


def helps(loaded, *raised) -> list[str]:
    found = answer_findings(report(loaded, *raised), loaded)
    return [f"{each.rule}: {each.message.split()[0]} {each.help.rpartition(' (')[2]}" for each in found]


def test_of_several_places_the_one_further_beyond_the_limit_speaks(loaded):
    raised = [
        ("paper", flag(FlagCode.TOO_EASY, n=100)),
        ("html", flag(FlagCode.TOO_EASY, n=50, low=0.2)),
        ("exam", flag(FlagCode.TOO_EASY, n=900)),
    ]

    assert helps(loaded, *raised) == [
        "too-easy: 50 on pages, and so too on paper and in exams at the terminal)"
    ]


def test_of_two_that_are_as_sure_the_one_of_more_students_speaks(loaded):
    raised = [("paper", flag(FlagCode.TOO_EASY)), ("practice", flag(FlagCode.TOO_EASY, n=900))]

    assert helps(loaded, *raised) == ["too-easy: 900 in practice, and so too on paper)"]


def test_each_wrong_option_is_told_by_itself(loaded):
    raised = [("paper", flag(FlagCode.DEAD_DISTRACTOR, option)) for option in (1, 3)]

    assert len(helps(loaded, *raised)) == 2


def test_one_answer_is_told_as_one(loaded):
    heard: list[str] = []
    tell_what_answers(report(loaded, ("paper", flag(FlagCode.TOO_EASY))), loaded.bank, heard.append)

    assert heard == ["note: 1 answer of 1 student, to 1 question as worded now"]


@pytest.mark.parametrize("code", FlagCode)
@given(st.data())
def test_a_baseline_knows_a_flag_again_whatever_its_figures(code: FlagCode, data):
    figures = st.floats(-1, 1)

    def known() -> Written:
        low, value, high = sorted(data.draw(st.tuples(figures, figures, figures)))
        raised = ItemFlag(
            code=code,
            n=data.draw(st.integers(15, 10**6)),
            value=value,
            interval=Interval(low, high),
            limit=0.2,
        )
        return Written(code, "question a", measured(raised, "Oolong 5")).alike

    assert known() == known()
