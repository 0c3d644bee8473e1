"""Why an answer was marked so: codes with values, and the sentences they become."""

import msgspec
import pytest

from quizmill.bank.model import Cloze, MultipleResponse, Name, NameKind, ShortAnswer
from quizmill.grade import Blanks, Choice, Mark, Reason, Text, because, feedback, mark
from quizmill.grade.reasons import another
from quizmill.words import Message, words_in

ENGLISH = words_in("en")
RANGE = because(Reason.RANGE)
MONTH, DAY = Message("reason.date_lacking.month"), Message("reason.date_lacking.day")


def test_a_mark_says_why_as_codes_with_values(posed):
    offer = posed(ShortAnswer(id="q", prompt="How much was offered?", answer="$75 million"))
    shop = posed(ShortAnswer(id="q", prompt="Which shop was sold?", answer="Dangdang"))

    assert mark(offer, Text("€75 million")).reasons == (Message("reason.wrong_currency"),)
    assert mark(offer, Text("€75 million")).reasons[0].key is Reason.WRONG_CURRENCY
    assert mark(shop, Text("Dandgang")).reasons == (because(Reason.MISSPELT, form="Dangdang"),)
    assert mark(shop, Text("Dangdang")).reasons == ()


def test_each_blank_says_why_on_its_own(posed):
    gaps = posed(Cloze(id="q", text="In {{2004}} {{Dangdang}} lost."))

    assert mark(gaps, Blanks(("04", "Dandgang"))).reasons == (
        because(Reason.BLANKS, right=1, n=2),
        because(Reason.BLANK, number=1, why=because(Reason.SHORT_YEAR)),
        because(Reason.BLANK, number=2, why=because(Reason.MISSPELT, form="Dangdang")),
    )


def test_the_slips_of_a_mark_are_told_apart_from_its_other_reasons(posed):
    shop = posed(ShortAnswer(id="q", prompt="Which shop was sold?", answer="Dangdang"))
    gaps = posed(Cloze(id="q", text="In {{2004}} {{Dangdang}} lost to {{Amazon}}."))
    marked = mark(gaps, Blanks(("04", "Dandgang", "Amzon")))

    assert mark(shop, Text("Dangdang")).slips == mark(shop, Text("Joyo")).slips == ()
    assert mark(shop, Text("Dandgang")).slips == (because(Reason.MISSPELT, form="Dangdang"),)
    assert marked.slips == marked.reasons[-2:]
    assert feedback(marked.slips, ENGLISH) == 'blank 2: it is spelt "Dangdang"; blank 3: it is spelt "Amazon"'


@pytest.mark.parametrize(
    ("reasons", "told"),
    [
        ((), ""),
        ((RANGE,), "one value is asked, not a range"),
        (
            (
                because(Reason.BLANKS, right=1, n=2),
                because(Reason.BLANK, number=2, why=because(Reason.RANGE)),
            ),
            "1 of 2 blanks; blank 2: one value is asked, not a range",
        ),
        (
            (
                because(Reason.PICKED_SOME_WRONG, right=0, n=2, wrong=3),
                because(Reason.WHY_NOT_OPTION, option="a", text="A holly."),
                because(Reason.WHY_NOT_OPTION, option="b", text="Is it?"),
                because(Reason.WHY_NOT_OPTION, option="d", text="red"),
            ),
            "0 of 2 picked, 3 wrong. a: A holly. b: Is it? d: red",
        ),
        ((because(Reason.WHY_NOT, text="red"), because(Reason.WHY_NOT, text="Blue.")), "red. Blue."),
        ((because(Reason.POINTS, right=0, n=1),), "0 of 1 point"),
        ((because(Reason.DATE_LACKS, parts=(MONTH, DAY)),), "name the month and the day too"),
    ],
)
def test_reasons_become_clauses_and_the_authors_words_sentences(reasons, told):
    assert feedback(reasons, ENGLISH) == told


@pytest.mark.parametrize("kind", NameKind)
def test_another_thing_is_called_what_it_is(kind):
    told = feedback((because(another(kind), name="Hebei"),), ENGLISH)

    assert told == f"close, but that is another {'name' if kind is NameKind.OTHER else kind}: Hebei"


def test_a_name_one_letter_off_that_names_another_thing_is_that_thing(posed):
    names = (Name(name="Hubei", kind=NameKind.PLACE), Name(name="Hebei", kind=NameKind.PLACE))
    asked = posed(ShortAnswer(id="q", prompt="Where?", answer="Hubei"))

    assert mark(asked, Text("Hebei"), names).reasons == (because(Reason.ANOTHER_PLACE, name="Hebei"),)


def test_a_mark_is_the_same_after_json(posed):
    teas = MultipleResponse(id="q", prompt="?", answers=("a", "b"), distractors=())
    found = mark(posed(teas), Choice((0,)))

    assert found.reasons == (because(Reason.PICKED, right=1, n=2),)
    assert msgspec.json.decode(msgspec.json.encode(found), type=Mark) == found
