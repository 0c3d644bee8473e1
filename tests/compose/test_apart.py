"""Questions of which one answers another are not drawn together, as long as there are others."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from quizmill.app.sheet_questions import leaks_among
from quizmill.bank.model import Bank, Essay, Importance, MultipleChoice, Point, Question, ShortAnswer, Topic
from quizmill.compose.apart import GiveAways, facts_of
from quizmill.compose.selection import Selection, choose


def asks(id: str, *facts: str, importance: Importance = Importance.USEFUL) -> ShortAnswer:
    return ShortAnswer(id=id, prompt=f"What is {id}?", answer="It", facts=facts, importance=importance)


def bank_of(*questions: Question) -> Bank:
    return Bank(title="Sea", namespace="sea", topics=(Topic(id="sea", title="Sea", questions=questions),))


def silent(questions) -> tuple[frozenset[str], ...]:
    return ()


def chosen(*questions: Question, count: int | None = None, seed: int = 1):
    found = choose(bank_of(*questions), Selection(count=count), seed=seed, leaks=silent)
    return {question.id for _, question in found.questions}, found.notes


def test_of_two_that_rest_on_one_fact_one_is_drawn():
    ship, rig, crew = asks("ship", "log/a"), asks("rig", "log/a"), asks("crew", "log/b")

    for seed in range(9):
        ids, notes = chosen(ship, rig, crew, count=2, seed=seed)
        assert "crew" in ids
        assert notes == ()


def test_an_essay_rests_on_the_facts_of_its_points():
    essay = Essay(id="why", prompt="Why?", points=(Point(point="Speed", facts=("log/a",)),))

    for seed in range(9):
        assert chosen(essay, asks("ship", "log/a"), asks("crew"), count=2, seed=seed)[0] != {"why", "ship"}


def test_core_is_drawn_before_the_rest_and_keeps_its_siblings_out():
    core = asks("ship", "log/a", importance=Importance.CORE)

    assert chosen(core, asks("rig", "log/a"), asks("crew"), count=2, seed=2)[0] == {"ship", "crew"}


def test_one_that_many_would_answer_makes_way_for_more_of_them():
    """In the order drawn `all` may come first; then there is room for one question instead of three."""
    every = asks("all", "log/a", "log/b", "log/c")
    others = [asks("one", "log/a"), asks("two", "log/b"), asks("three", "log/c")]

    for seed in range(9):
        assert chosen(every, *others, count=3, seed=seed) == ({"one", "two", "three"}, ())


def test_where_there_are_too_few_it_is_said_and_how_many_stand_apart():
    ids, notes = chosen(asks("ship", "log/a"), asks("rig", "log/a"), count=2)

    assert ids == {"ship", "rig"}
    assert notes[0] in (
        "ship and rig may answer each other; -n 1 leaves them out",
        "rig and ship may answer each other; -n 1 leaves them out",
    )


def test_of_many_pairs_three_are_named():
    notes = chosen(*(asks(id, "log/a") for id in "abcd"))[1]

    assert notes[0].startswith("6 pairs of questions may answer each other (")
    assert notes[0].endswith(", and 3 more); -n 1 leaves them out")


def test_what_fills_up_is_what_the_fewest_may_answer():
    pair = [asks("a", "log/a"), asks("b", "log/a")]
    three = [asks("x", "log/x"), asks("y", "log/x"), asks("z", "log/x")]

    for seed in range(9):
        ids, _ = chosen(*pair, *three, count=3, seed=seed)
        assert len(ids & {"x", "y", "z"}) < 3


@given(
    facts=st.lists(st.sets(st.sampled_from("abcdefg"), max_size=2), min_size=1, max_size=9),
    count=st.integers(1, 9),
    seed=st.integers(0, 9),
)
def test_a_note_stands_where_and_only_where_two_share_a_fact(facts, count, seed):
    questions = [asks(f"q{n}", *sorted(each)) for n, each in enumerate(facts)]
    found = choose(bank_of(*questions), Selection(count=count), seed=seed, leaks=silent)
    picked = [question for _, question in found.questions]
    shared = any(facts_of(one) & facts_of(other) for one, other in combinations(picked, 2))

    assert len(picked) == min(count, len(questions))
    assert any("may answer" in note for note in found.notes) == shared


def test_without_facts_the_text_tells():
    asked = ShortAnswer(id="asked", prompt="Which metal is liquid at room temperature?", answer="mercury")
    giving = ShortAnswer(
        id="giving",
        prompt="Since mercury is liquid at room temperature, in what is it kept?",
        answer="flasks",
    )
    others = [
        MultipleChoice(id=f"o{n}", prompt=f"What is the {n}th planet called?", answer="A", distractors=())
        for n in range(4)
    ]
    given_away = GiveAways((asked, giving, *others), leaks_among)

    assert list(given_away.pairs((asked, giving, *others))) == [("asked", "giving")]
    assert [each.id for each in given_away.apart((giving, asked, *others), 2)] == ["giving", "o0"]
