"""What answers say beside the bank's questions: whose wording it is, what is right, and what is flagged."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from msgspec.structs import replace

import samples
from answered import row
from quizmill.analysis.answer import OptionPlace
from quizmill.analysis.summary import summary
from quizmill.app.item_report import AnsweredItem, ItemReport, item_report, option_text
from quizmill.bank.model import Bank
from quizmill.compose.arrange import as_written
from quizmill.compose.wording import digest
from quizmill.grade.marking import Verdict

CHANCE = MappingProxyType(
    {
        "tea-plant": 0.25,
        "tea-true": 0.25,
        "tea-herbs": 0.5,
        "ship-name": None,
        "tea-colours": 0.25,
    }
)


@pytest.fixture(scope="module")
def bank(tmp_path_factory) -> Bank:
    return samples.load(tmp_path_factory.mktemp("bank")).bank


def wordings(bank: Bank) -> dict[str, tuple[str, str]]:
    """By id the digest and the kind of every question."""
    posed = [as_written(topic, question) for topic, question in bank.questions()]
    return {each.id: (digest(each), each.kind) for each in posed}


def answers(bank: Bank, question: str, right: int, wrong: int, **fields) -> list:
    """So many right and wrong answers, each of another student."""
    own, kind = wordings(bank).get(question, ("0" * 16, "multiple_choice"))
    told = {"namespace": bank.namespace, "digest": own, "kind": kind, "number": 1, "place": "paper"} | fields
    return [
        row(
            f"{at:03}",
            question,
            **told | {"verdict": Verdict.RIGHT if at < right else Verdict.WRONG, "earned": float(at < right)},
        )
        for at in range(right + wrong)
    ]


def report(bank: Bank, rows: list) -> ItemReport:
    return item_report(summary(rows), bank)


def only(found: ItemReport) -> AnsweredItem:
    (item,) = found.items
    return item


def test_a_current_wording_has_its_question_its_options_and_what_guessing_earns(bank):
    for id, chance in CHANCE.items():
        item = only(report(bank, answers(bank, id, 3, 2)))

        assert (item.question.id, item.current, item.result.chance) == (id, True, chance)


def test_what_nobody_chose_is_an_option_all_the_same_with_the_key_first(bank):
    item = only(report(bank, answers(bank, "tea-plant", 60, 0, chosen=(0,))))

    assert [(each.is_right, each.n, each.dead) for each in item.result.options] == [
        (True, 60, False),
        (False, 0, True),
        (False, 0, True),
        (False, 0, True),
    ]


def test_an_old_wording_is_shown_with_its_question_and_never_flagged(bank):
    found = report(
        bank,
        answers(bank, "tea-plant", 0, 40) + answers(bank, "tea-plant", 0, 40, digest="1" * 16, paper="b"),
    )

    assert [(each.key.digest == "1" * 16, each.current, bool(each.flags)) for each in found.items] == [
        (False, True, True),
        (True, False, False),
    ]


@pytest.mark.parametrize(
    ("place", "flagged"),
    [
        ("paper", True),
        ("html", True),
        ("exam", True),
        ("practice", True),
        ("cram", False),
        ("review", False),
        ("anki", False),
    ],
)
def test_only_what_was_answered_without_the_answer_in_mind_is_flagged(bank, place, flagged):
    assert bool(only(report(bank, answers(bank, "tea-plant", 0, 40, place=place))).flags) == flagged


def test_what_the_author_calls_easy_is_held_against_the_answers(bank):
    flags = only(report(bank, answers(bank, "tea-plant", 10, 40))).flags

    assert "easy-contradicted" in [flag.code.value for flag in flags]


def test_items_stand_in_the_banks_order_place_by_place_and_unknown_ones_last(bank):
    rows = [
        *answers(bank, "no-more", 1, 1),
        *answers(bank, "tea-herbs", 1, 1, place="exam"),
        *answers(bank, "tea-herbs", 1, 1, paper="b"),
        *answers(bank, "tea-plant", 1, 1, place="anki"),
        *answers(bank, "tea-true", 1, 1, namespace="another-bank", paper="c"),
    ]

    found = report(bank, rows)

    assert [(each.key.question, each.key.place, each.question is not None) for each in found.items] == [
        ("tea-plant", "anki", True),
        ("tea-herbs", "paper", True),
        ("tea-herbs", "exam", True),
        ("no-more", "paper", False),
        ("tea-true", "paper", False),
    ]


def test_a_question_and_a_bank_are_known_by_their_former_names(bank):
    topic = bank.topics[0]
    renamed = replace(topic.questions[0], id="tea-bush", formerly=("tea-plant",))
    now = replace(
        bank,
        namespace="tea",
        formerly=(bank.namespace,),
        topics=(replace(topic, questions=(renamed, *topic.questions[1:])),),
    )

    item = only(report(now, answers(bank, "tea-plant", 2, 2)))

    assert (item.question.id, item.current) == ("tea-bush", True)


def test_the_answers_are_counted(bank):
    found = report(bank, answers(bank, "tea-plant", 2, 1, answered=1_796_061_600_000))

    assert (found.answers, found.students, found.first, found.last) == (
        *(3, 3),
        *(1_796_061_600_000, 1_796_061_600_000),
    )
    assert [test.paper.reliability.persons for test in found.tests] == [3]


@pytest.mark.parametrize(
    ("question", "place", "option", "text"),
    [
        ("tea-plant", 0, 1, "Camellia japonica"),
        ("tea-herbs", 0, 1, "False"),
        ("tea-colours", 1, 0, "Black tea = heated at once"),
        ("tea-steps", 2, 0, "3. Pluck"),
        ("tea-plant", 0, 7, "option 8"),
        ("ship-name", 0, 0, "option 1"),
    ],
)
def test_an_option_is_told_by_its_text(bank, question, place, option, text):
    known = {each.id: each for _, each in bank.questions()}

    assert option_text(known[question], OptionPlace(place, option)) == text


def test_an_option_of_an_unknown_question_is_told_by_its_number():
    assert option_text(None, OptionPlace(0, 2)) == "option 3"
