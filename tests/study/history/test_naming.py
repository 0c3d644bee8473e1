"""A history follows what it was written about to its new name, and keeps what was written."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizmill.bank.model import Bank, Topic
from quizmill.compose.paper import Paper
from quizmill.study import memory
from quizmill.study.history import export, queries
from quizmill.study.history.log import Start
from quizmill.study.history.naming import Naming, naming_of
from quizmill.study.history.unfinished import last_unfinished, unfinished
from quizmill.study.progress import DayCount, HistorySummary, Record, Retained, progress
from quizmill.study.results import Tally
from quizmill.study.schedule import Rating
from quizmill.study.session import Session
from quizmill.study.sitting import GoTo, Undo

TODAY = datetime.date(2026, 11, 20).toordinal()
STARTER = "my-first-bank"
PRACTICE = ("practice",)


BUSH = {"tea-plant": "tea-bush"}
WAS_BUSH = {"tea-bush": ("tea-plant",)}


def called(paper: Paper, namespace: str, now: Mapping[str, str] = {}) -> Paper:
    """The paper of a bank with that namespace, in which questions are called what they are *now*."""
    exercises = tuple(
        msgspec.structs.replace(
            each, question=msgspec.structs.replace(each.question, id=now.get(each.id, each.id))
        )
        for each in paper.exercises
    )
    return msgspec.structs.replace(paper, namespace=namespace, exercises=exercises)


def bank_of(paper: Paper, *formerly: str, former: Mapping[str, tuple[str, ...]] = {}) -> Bank:
    """The bank of *paper*, whose namespace was *formerly* another, as were the ids of *former* questions."""
    questions = tuple(
        msgspec.structs.replace(each.question, formerly=former.get(each.id, ())) for each in paper.exercises
    )
    topic = Topic(id="tea", title="Tea", questions=questions)
    return Bank(title="Tea", namespace=paper.namespace, formerly=formerly, topics=(topic,))


def only(paper: Paper, *ids: str) -> Paper:
    return msgspec.structs.replace(paper, exercises=tuple(each for each in paper.exercises if each.id in ids))


def summary_of(learner, naming: Naming) -> HistorySummary:
    return HistorySummary(
        records=queries.records(learner.history, naming),
        days=queries.days(learner.history, naming),
        schedules=queries.schedules(learner.history, naming, TODAY),
        retained=queries.retained(learner.history, naming),
    )


class TestNames:
    def test_without_former_names_there_are_none(self, paper):
        assert naming_of(bank_of(paper)) == Naming("tea-and-sea", {})

    def test_a_question_has_all_its_former_ids_and_each_with_every_namespace(self, paper):
        new = only(called(paper, "tea", {"tea-plant": "tea-shrub"}), "tea-shrub", "tea-true")
        naming = naming_of(bank_of(new, STARTER, former={"tea-shrub": ("tea-plant", "tea-bush")}))

        assert naming.namespaces == {"tea", STARTER}
        assert naming.names_of("tea-shrub") == [
            ("tea", "tea-shrub"),
            ("tea", "tea-plant"),
            ("tea", "tea-bush"),
            (STARTER, "tea-plant"),
            (STARTER, "tea-bush"),
            (STARTER, "tea-shrub"),
        ]
        assert naming.names_of("tea-true") == [("tea", "tea-true"), (STARTER, "tea-true")]
        assert naming.now(STARTER, "tea-bush") == "tea-shrub"

    def test_an_id_that_a_question_still_has_is_its_own(self, paper):
        """Such a bank has an error, and is asked all the same."""
        naming = naming_of(bank_of(paper, former={"tea-true": ("tea-plant",)}))

        assert naming.now("tea-and-sea", "tea-plant") == "tea-plant"
        assert naming.names_of("tea-true") == [("tea-and-sea", "tea-true")]


def test_a_question_that_is_called_otherwise_keeps_all_it_had(learner):
    learner.sit()
    learner.give("b")
    bush = called(learner.paper, "tea-and-sea", BUSH)
    learner.naming = naming = naming_of(bank_of(bush, former=WAS_BUSH))

    again = memory.after(None, Rating.AGAIN, TODAY)
    assert summary_of(learner, naming) == HistorySummary(
        records={"tea-bush": Record(answers=1, right=0, earned=0.0, possible=1.0)},
        days={TODAY: DayCount(answers=1, right=0)},
        schedules={"tea-bush": again},
    )
    assert queries.answered_on(learner.history, naming, TODAY) == {"tea-bush"}
    assert queries.introduced_on(learner.history, naming, TODAY) == {"tea-bush"}

    learner.now += datetime.timedelta(days=2)
    learner.sit(paper=bush)
    learner.give("a")

    assert summary_of(learner, naming) == HistorySummary(
        records={"tea-bush": Record(answers=2, right=1, earned=1.0, possible=2.0)},
        days={TODAY: DayCount(answers=1, right=0), TODAY + 2: DayCount(answers=1, right=1)},
        schedules={"tea-bush": memory.after(again, Rating.GOOD, TODAY + 2)},
        retained=Retained(reviews=1, known=1),
    )
    assert queries.introduced_on(learner.history, naming, TODAY + 2) == frozenset()
    assert learner.kept.last_time(["tea-bush"]) == {"tea-bush": Tally(0.0, 1.0)}


def test_an_answer_under_a_former_name_is_the_answer_of_the_day(learner):
    learner.sit()
    learner.give("b")
    bush = called(learner.paper, "tea-and-sea", BUSH)
    learner.naming = naming = naming_of(bank_of(bush, former=WAS_BUSH))
    learner.sit(paper=bush)
    learner.give("a")

    assert queries.schedules(learner.history, naming, TODAY) == {
        "tea-bush": memory.after(None, Rating.AGAIN, TODAY)
    }


def test_what_was_written_stays_as_it_was_written(learner):
    learner.sit(paper=called(learner.paper, STARTER))
    learner.give("b")
    bush = called(learner.paper, "tea-and-sea", BUSH)
    learner.naming = naming_of(bank_of(bush, STARTER, former=WAS_BUSH))
    learner.sit(paper=bush)
    learner.give("a")

    lines = [(line.bank, line.question) for line in export.lines(learner.history)]
    assert lines == [(STARTER, "tea-plant"), ("tea-and-sea", "tea-bush")]


def test_of_a_namespace_that_two_banks_had_each_has_what_it_asks(learner):
    for id, line in (("tea-plant", "a"), ("tea-true", "a,b"), ("ship-name", "Sark")):
        learner.sit(paper=only(called(learner.paper, STARTER), id))
        learner.give(line)
    tea = bank_of(only(called(learner.paper, "tea", BUSH), "tea-bush"), STARTER, former=WAS_BUSH)
    sea = bank_of(only(called(learner.paper, "sea"), "ship-name"), STARTER)

    answered = {bank.namespace: queries.records(learner.history, naming_of(bank)) for bank in (tea, sea)}
    assert answered == {
        "tea": {"tea-bush": Record(answers=1, right=1, earned=1.0, possible=1.0)},
        "sea": {"ship-name": Record(answers=1, right=0, earned=0.0, possible=1.0)},
    }
    assert queries.days(learner.history, naming_of(sea)) == {TODAY: DayCount(answers=1, right=0)}
    assert set(queries.schedules(learner.history, naming_of(tea), TODAY)) == {"tea-bush"}
    for bank in (tea, sea):
        told = progress(bank, summary_of(learner, naming_of(bank)), TODAY, memory.recall)
        assert (told.total.asked, told.gone.questions) == (1, 0)


def test_what_left_the_bank_is_kept_aside_under_its_own_namespace_alone(learner):
    learner.sit(paper=called(learner.paper, STARTER))
    learner.give("a")
    learner.sit()
    learner.give("a", "a,b")
    bank = bank_of(only(learner.paper, "ship-name"), STARTER)

    told = progress(bank, summary_of(learner, naming_of(bank)), TODAY, memory.recall)
    assert (told.gone.questions, told.gone.answers, told.days[0].answers) == (2, 2, 2)


class TestResume:
    def test_a_sitting_of_a_former_namespace_goes_on_under_the_names_it_was_begun_with(self, learner):
        learner.sit(paper=called(learner.paper, STARTER))
        learner.give("b")
        bush = called(learner.paper, "tea-and-sea", BUSH)
        learner.naming = naming = naming_of(bank_of(bush, STARTER, former=WAS_BUSH))
        learner.now += datetime.timedelta(days=2)
        go_on(learner)
        assert learner.kept.is_unfinished(PRACTICE)
        learner.session.act(GoTo(1))
        learner.give("a")

        again = memory.after(None, Rating.AGAIN, TODAY)
        good = memory.after(again, Rating.GOOD, TODAY + 2)
        assert queries.schedules(learner.history, naming, TODAY) == {"tea-bush": good}
        assert learner.rows("namespace, question")[-1] == (STARTER, "tea-plant")

        learner.sit(paper=bush)
        assert learner.kept.last_time(["tea-bush"]) == {"tea-bush": Tally(1.0, 1.0)}

    def test_the_time_before_is_told_by_the_names_of_the_sitting(self, learner):
        learner.sit(paper=called(learner.paper, STARTER))
        learner.give("b")
        learner.sit(paper=called(learner.paper, STARTER))
        learner.give("a")
        bush = called(learner.paper, "tea-and-sea", BUSH)
        learner.naming = naming_of(bank_of(bush, STARTER, former=WAS_BUSH))
        go_on(learner)

        assert learner.kept.last_time(["tea-plant"]) == {"tea-plant": Tally(0.0, 1.0)}

    @pytest.mark.parametrize("newest", [False, True])
    def test_anothers_sitting_of_that_namespace_neither_goes_on_nor_is_in_the_way(self, learner, newest):
        old = called(learner.paper, STARTER)
        tea = naming_of(bank_of(only(called(learner.paper, "tea"), "tea-plant", "tea-true"), STARTER))
        learner.sit(paper=only(old, "tea-plant", "tea-true"))
        learner.give("a")
        learner.sit(paper=only(old, "tea-plant", "ship-name"))
        learner.give("a")
        learner.sit(paper=only(old, "ship-name"))
        learner.give("a")

        assert last_unfinished(learner.history, tea, PRACTICE, newest=newest) == 1

    def test_one_that_cannot_be_read_is_nobodys(self, learner):
        learner.sit(paper=called(learner.paper, STARTER))
        learner.give("a")
        learner.db.execute("UPDATE sitting SET start = x'00'")

        naming = naming_of(bank_of(learner.paper, STARTER))
        assert last_unfinished(learner.history, naming, PRACTICE) is None


def go_on(learner) -> None:
    """Take up the sitting that was left, as the bank is called now."""
    assert learner.naming is not None
    id = last_unfinished(learner.history, learner.naming, PRACTICE)
    assert id is not None
    found = unfinished(learner.history, id)
    log = learner.log(Start(sitting=found.sitting, place=found.place, bank=found.bank), id)
    learner.kept = log
    learner.session = Session(
        found.sitting, clock=lambda: learner.now.timestamp(), elapsed=found.elapsed, observers=(log.keep,)
    )


ASKED = ("tea-plant", "tea-true", "tea-herbs")
LINES = {1: ("a", "b"), 2: ("a,b", "a"), 3: ("t", "f")}


class Stage(msgspec.Struct, frozen=True):
    """What is changed, then what is done on a day."""

    renamed: frozenset[str]  # those of ASKED that get another id
    moved: bool  # the bank gets another namespace
    later: int  # days
    resumed: bool  # the sitting goes on, if one was left
    place: str
    answers: tuple[tuple[int, bool], ...]  # number and whether the first of LINES; then it is taken back
    undone: bool


STAGES = st.lists(
    st.builds(
        Stage,
        renamed=st.frozensets(st.sampled_from(ASKED)),
        moved=st.booleans(),
        later=st.integers(0, 9),
        resumed=st.booleans(),
        place=st.sampled_from(["practice", "review", "exam"]),
        answers=st.lists(st.tuples(st.sampled_from([1, 2, 3]), st.booleans()), max_size=4).map(tuple),
        undone=st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


def lived(learner, stages: Iterable[Stage], *, renaming: bool) -> tuple[object, ...]:
    """What the history tells in the end of each question, by its first name."""
    ids = {id: [id] for id in ASKED}
    namespaces = [learner.paper.namespace]
    told: list[Mapping[str, object]] = []
    for number, stage in enumerate(stages):
        if renaming:
            for id in stage.renamed:
                ids[id].append(f"{id}-{number}")
            namespaces += [f"bank-{number}"] if stage.moved else []
        paper = only(learner.paper, *ASKED)
        paper = called(paper, namespaces[-1], {id: names[-1] for id, names in ids.items()})
        former = {names[-1]: tuple(names[:-1]) for names in ids.values()}
        learner.naming = naming_of(bank_of(paper, *namespaces[:-1], former=former))
        learner.now += datetime.timedelta(days=stage.later)
        if stage.resumed and last_unfinished(learner.history, learner.naming, PRACTICE):
            go_on(learner)
        else:
            learner.sit(stage.place, paper)
        for question, first in stage.answers:
            learner.session.act(GoTo(question))
            learner.give(LINES[question][0 if first else 1])
        if stage.undone:
            learner.session.act(Undo())
        told.append(first_names(learner.kept.last_time(exercise.id for exercise in paper.exercises)))
    day = learner.now.toordinal()
    summary = summary_of(learner, learner.naming)
    return (
        told,
        first_names(summary.records),
        summary.days,
        first_names(summary.schedules),
        summary.retained,
        set(first_names(dict.fromkeys(queries.answered_on(learner.history, learner.naming, day)))),
        set(first_names(dict.fromkeys(queries.introduced_on(learner.history, learner.naming, day)))),
        last_unfinished(learner.history, learner.naming, PRACTICE),
    )


def first_names(told: Mapping[str, object]) -> dict[str, object]:
    return {next(id for id in ASKED if name.startswith(id)): value for name, value in told.items()}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(stages=STAGES)
def test_whatever_is_renamed_and_whenever_the_history_tells_the_same(begun, paper: Paper, stages):
    found = []
    for renaming in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            learner = begun(Path(folder) / "history.db", paper)
            found.append(lived(learner, stages, renaming=renaming))
            learner.close()

    assert found[0] == found[1]
