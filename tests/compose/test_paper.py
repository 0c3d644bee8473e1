"""Papers: the same seed, the same paper, on every machine and for ever."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from quizmill.bank.model import (
    Audio,
    Bank,
    Compare,
    Distractor,
    Image,
    MultipleChoice,
    Ordering,
    ShortAnswer,
    Topic,
    TrueFalse,
)
from quizmill.compose.arrange import Arranger
from quizmill.compose.chance import draw
from quizmill.compose.exercise import key_of, letter, options_of
from quizmill.compose.paper import compose
from quizmill.compose.selection import Selection, choose


@pytest.fixture(scope="module")
def bank(tmp_path_factory):
    return samples.load(tmp_path_factory.mktemp("bank")).bank


def paper_of(bank, *, seed=7, form="", **chosen):
    return compose(bank, choose(bank, Selection(**chosen), seed=seed).questions, seed=seed, form=form)


def posed(bank, question, seed=7, form=""):
    return Arranger(bank, seed=seed, form=form).exercise(Topic(id="t", title="T"), question)


def choice(answer, *distractors, **fields):
    wrong = tuple(Distractor(text=text) for text in distractors)
    return MultipleChoice(id="q", prompt="?", answer=answer, distractors=wrong, **fields)


def test_a_paper_is_called_as_one_likes_else_as_the_bank(bank):
    assert compose(bank, (), seed=1).title == "Tea and the sea"
    assert compose(bank, (), seed=1, title="Test 3").title == "Test 3"


def test_chance_is_the_same_for_ever():
    """These numbers are a promise: a change would reshuffle every paper that was ever printed."""
    assert draw(1, "option", "A", "joyo-sale-price") == 7190557445126216225
    assert draw(2, "option", "A", "joyo-sale-price") != draw(1, "option", "A", "joyo-sale-price")
    assert draw(1, "ab", "c") != draw(1, "a", "bc")
    assert draw(10**70, "x") == draw(10**64, "x")  # of a longer seed 64 digits count


def test_adding_a_question_moves_none_of_the_others(bank):
    all_of_them = [e.id for e in paper_of(bank).exercises]
    without = [e.id for e in paper_of(bank, ids=tuple(i for i in all_of_them if i != "tea-essay")).exercises]
    assert [i for i in all_of_them if i != "tea-essay"] == without


def test_forms_pose_the_same_questions_in_other_orders(bank):
    a, b = paper_of(bank, form="A"), paper_of(bank, form="B")
    assert {e.id for e in a.exercises} == {e.id for e in b.exercises}
    assert [e.id for e in a.exercises] != [e.id for e in b.exercises]
    assert a.fingerprint != b.fingerprint


def test_the_key_points_at_the_right_options_of_every_kind(bank):
    for seed in range(20):
        for exercise in paper_of(bank, seed=seed).exercises:
            assert sorted(exercise.options) == sorted(options_of(exercise.question))
            shown = tuple(exercise.options[i] for i in exercise.key)
            if exercise.kind == "matching":
                shown = tuple(
                    f"{pair[0]} = {right}" for pair, right in zip(exercise.question.pairs, shown, strict=True)
                )
            if exercise.options:
                assert sorted(shown) == sorted(key_of(exercise.question))


def test_options_that_are_all_sums_ascend(bank):
    question = choice("$900 million", "$1.2 billion", "$75 million")
    assert posed(bank, question).options == ("$75 million", "$900 million", "$1.2 billion")


def test_a_pinned_option_stays_last_and_written_order_is_kept_on_request(bank):
    pinned = choice("b", "a", "c", "Neither", pin_last=True)
    assert {posed(bank, pinned, seed=s).options[-1] for s in range(30)} == {"Neither"}
    assert len({posed(bank, pinned, seed=s).options for s in range(30)}) > 3
    ordered = choice("medium", "low", "high", shuffle=False, place=2)
    assert posed(bank, ordered).options == ("low", "medium", "high")


def test_an_ordering_never_shows_its_own_answer(bank):
    question = Ordering(id="q", prompt="?", sequence=("one", "two"))
    assert {posed(bank, question, seed=s).options for s in range(20)} == {("two", "one")}


def test_each_place_of_the_key_is_as_likely_as_any_other(bank):
    question = choice("a", "b", "c", "d")
    places = [posed(bank, question, seed=s).key[0] for s in range(4000)]
    assert all(900 < places.count(place) < 1100 for place in range(4))


def test_evidence_comes_with_the_exercise(bank):
    (exercise,) = paper_of(bank, ids=("ship-cargo",)).exercises
    (evidence,) = exercise.evidence
    assert (evidence.title, evidence.name, evidence.paragraph) == ("A Short Book of Tea", "The Tea Book", 4)
    assert evidence.says == "Her first cargo was worth ¥9,000 by the book's own reckoning."
    assert evidence.as_of == "1870"


def test_an_essay_brings_the_evidence_of_its_points(bank):
    (exercise,) = paper_of(bank, ids=("tea-essay",)).exercises
    assert [e.paragraph for e in exercise.evidence] == [3, 2]


def test_the_fingerprint_with_which_a_paper_was_kept_is_its_own(bank):
    assert msgspec.structs.replace(paper_of(bank), code="0123abcd").fingerprint == "0123abcd"


def test_two_papers_that_differ_anywhere_have_different_fingerprints(bank):
    paper = paper_of(bank)
    other = msgspec.structs.replace(paper, title="Tea and the Sea")
    assert paper.fingerprint != other.fingerprint
    assert len(paper.fingerprint) == 8


@given(st.integers(0, 10_000))
def test_letters_are_unique_and_in_order(index: int):
    assert (len(letter(index)), letter(index)) < (len(letter(index + 1)), letter(index + 1))


@pytest.mark.parametrize(
    ("image", "fingerprint"),
    [
        (None, "cd86834d"),  # as version 0.1 printed them
        (Image(file="leaf.png", alt="A leaf"), "50790f0a"),
        (Image(file="leaf.png", alt="A leaf", credit="Ann, CC BY 4.0"), "22cf7990"),
    ],
)
def test_the_fingerprint_tells_a_pictures_credit_only_where_it_has_one(image, fingerprint):
    leaf = TrueFalse(id="leaf", prompt="Is it Camellia?", answer=True, image=image)
    bank = Bank(title="Tea", namespace="tea", topics=(Topic(id="t", title="T", questions=(leaf,)),))

    assert compose(bank, tuple(bank.questions()), seed=1).fingerprint == fingerprint


@pytest.mark.parametrize(
    ("audio", "fingerprint"),
    [
        (None, "cd86834d"),  # as version 0.1 printed them
        (Audio(file="leaf.mp3", transcript="A rustle"), "f7f1bef0"),
    ],
)
def test_the_fingerprint_tells_a_sound_only_where_there_is_one(audio, fingerprint):
    leaf = TrueFalse(id="leaf", prompt="Is it Camellia?", answer=True, audio=audio)
    bank = Bank(title="Tea", namespace="tea", topics=(Topic(id="t", title="T", questions=(leaf,)),))

    assert compose(bank, tuple(bank.questions()), seed=1).fingerprint == fingerprint


@pytest.mark.parametrize(
    ("compare", "fingerprint"),
    [
        (None, "4024a4d5"),  # as before it could be said
        (Compare.CASE, "4285c3ce"),
        (Compare.CHARACTERS, "059bc6d7"),
    ],
)
def test_the_fingerprint_tells_what_counts_only_where_it_is_said(compare, fingerprint):
    salt = ShortAnswer(id="salt", prompt="Which salt?", answer="NaCl", compare=compare)
    bank = Bank(title="Salt", namespace="salt", topics=(Topic(id="t", title="T", questions=(salt,)),))

    assert compose(bank, tuple(bank.questions()), seed=1).fingerprint == fingerprint
