"""Questions found by what they say."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import samples
from quizmill.bank.fold import fold, roughly
from quizmill.bank.model import Bank, Question, ShortAnswer, Topic
from quizmill.compose.search import Library, Said, Sought, read_search
from quizmill.compose.selection import Selection, choose
from quizmill.compose.traits import Traits
from quizmill.errors import BadRequest

CHINESE = """\
title: 小米
questions:
  - {id: sale, type: true_false, prompt: 雷军于2004年把卓越网卖给了亚马逊。, answer: true, facts: [t/c]}
  - {id: cafe, type: short_answer, prompt: "Où est le «Café Procope» ?", answer: À Paris, facts: [t/c]}
"""
ON_LEAF = ["tea-colours", "tea-steps", "tea-essay"]  # which say nothing of it but by their fact


@pytest.fixture(scope="module")
def bank(tmp_path_factory) -> Bank:
    folder = tmp_path_factory.mktemp("bank")
    return samples.load(folder, tea=samples.TOPIC, xiaomi=CHINESE.replace("t/c", "tea-book/clipper")).bank


def found(bank: Bank, search: str, **others: object) -> list[str]:
    chosen = choose(bank, Selection(search=search, order="bank", **others), seed=0)
    return [question.id for _, question in chosen.questions]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("camellia", ["tea-plant", "tea-herbs"]),  # an answer, a correction
        ("CAMELLIA sin", ["tea-plant"]),  # all words, whatever their case; a word may be a beginning
        ("inensis", None),  # … but no end
        ("every true", ["tea-plant", "tea-true", "tea-herbs", *ON_LEAF]),  # across marks, and in a fact
        ('"every true tea"', ["tea-plant", "tea-true", "tea-herbs", *ON_LEAF]),
        ('"true every"', None),
        ("true -camellia", ["tea-true", *ON_LEAF]),
        ("true -“rooibos & mate”", ["tea-plant", "tea-herbs", *ON_LEAF]),
        ("missionary's", ["tea-plant"]),  # a hint, with whichever apostrophe
        ("missionary’s", ["tea-plant"]),
        ("garden cousin", ["tea-plant"]),  # why a distractor tempts
        ("1869 greenwich", ["ship-name"]),
        ("suez", ["ship-year"]),
        ("plants", ["tea-plant", "tea-true"]),  # a tag, an explanation
        ("ship-cargo", ["ship-cargo"]),  # an id
        ("9,000", ["ship-cargo"]),
        ("cafe procope", ["cafe"]),  # accents
        ('"café procope"', ["cafe"]),
        ("亚马逊", ["sale"]),  # within a run of Chinese
        ("雷军 卖给", ["sale"]),
        ("2004", ["sale"]),
    ],
)
def test_a_search_finds_what_says_all_its_words(bank, typed, ids):
    if ids is None:
        with pytest.raises(BadRequest):
            found(bank, typed)
    else:
        assert found(bank, typed) == ids


def test_it_narrows_what_else_is_asked_for_and_comes_before_the_count(bank):
    assert found(bank, "true", types=("true_false",)) == ["tea-herbs"]
    assert found(bank, "true", without=Traits(topics=("xiaomi",), types=("true_false",)))[:2] == [
        "tea-plant",
        "tea-true",
    ]
    assert len(found(bank, "true", count=1)) == 1


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("camelia japonika", 'none says "camelia", "japonika"; did you mean "camellia"?'),
        ("camellia rooibos greenwich", "each word is said, but by none together with the others"),
        ("camellia -tea", "each word is said, but by none without what is left out"),
        ("xyzzy", 'none says "xyzzy"'),
        ("distractor", 'none says "distractor"'),  # the field of that name says nothing
    ],
)
def test_a_search_that_finds_nothing_says_why(bank, typed, why):
    with pytest.raises(BadRequest) as refused:
        found(bank, typed)
    assert str(refused.value) == f"no question fits the selection; {why}"


@pytest.mark.parametrize("typed", ["-", '""', " ", '-""'])
def test_a_search_needs_a_word(typed):
    with pytest.raises(BadRequest) as refused:
        read_search(typed)
    assert str(refused.value) == f'--search: "{typed}" has no word to look for'


def test_where_words_were_found_is_told_field_by_field(bank):
    questions = {question.id: question for _, question in bank.questions()}
    library = Library(bank.sources)

    def said(id: str, typed: str) -> tuple[Said, ...]:
        return library.said(questions[id], read_search(typed))

    assert said("tea-plant", "japonica leaves sinensis") == (
        Said("answer", "Camellia sinensis"),
        Said("distractors", "Camellia japonica"),
        Said("distractors", "It is a garden cousin without tea in its leaves."),
    )
    assert said("tea-true", "one plant") == (
        Said("explanation", "Rooibos & Mate come from other plants <b>altogether</b>."),
        Said("facts", "Every true tea is made from the leaves of one plant."),
    )
    assert said("ship-year", "the cutty") == (Said("text", "In 1869 the Cutty Sark was launched."),)


def test_a_long_text_is_shown_around_the_words():
    text = f"{'Über ' * 40}½ der Straße heißt “Café”, und {'weiter ' * 40}"
    question = ShortAnswer(id="a", prompt=text, answer="x")

    assert Library([]).said(question, read_search("cafe")) == (
        Said("prompt", "…½ der Straße heißt “Café”, und weiter weiter weiter weiter weiter weiter…"),
    )


TEXTS = st.text(st.sampled_from("aAbéÉłøß½²١ıİ“”-' *`\\({})\u0301雷军ｱﬁ\n가"), max_size=30)


@given(TEXTS, st.text(st.sampled_from("abelo1ié½ß雷军アf가"), min_size=1, max_size=3))
@example("l'H\\(_2\\)O", "o")
def test_what_is_passed_over_quickly_does_not_say_it(said: str, word: str):
    if not said.strip():
        return
    question: Question = ShortAnswer(id="a", prompt=said, answer="q")
    sought = Sought((fold(word),))
    library = Library([])

    quick = list(library.saying(sought, [(Topic(id="t", title="T"), question)]))

    assert bool(quick) == (bool(fold(word).strip()) and sought.fits(library.folded(question)))


@given(TEXTS)
def test_letters_in_a_row_are_so_in_the_rough_form_too(text: str):
    from quizmill.compose.search import _WORD

    assert all(roughly(word) in roughly(text) for word in _WORD.findall(fold(text)))
