"""What stands on a note."""

import re

import pytest

from anki_decks import NINE, PNG, bank_of, note, release, reworded, stored
from quizmill.bank.model import (
    Cloze,
    Distractor,
    Fact,
    Importance,
    Level,
    Matching,
    MultipleChoice,
    Numerical,
    Ordering,
    Source,
    Topic,
)

OPEN = '<li class="open" data-option="{}"><span class="option"><bdi>{}</bdi></span></li>'
WRONG = '<li class="wrong" data-option="{}"><span class="option"><bdi>{}</bdi></span></li>'
TEMPTING = (
    '<li class="wrong" data-option="{}"><details><summary class="tappable">'
    '<span class="option"><bdi>{}</bdi></span></summary><div class="why"><bdi>{}</bdi></div></details></li>'
)
RIGHT = (
    '<li class="right" data-option="{}"><span class="option"><bdi>{}</bdi></span>'
    ' <strong class="verdict">&check; right</strong></li>'
)


def fields(question, guid, **bank):
    """The fields of the question's note that are not empty."""
    return {
        name: text for name, text in note(release(bank_of(question, **bank)), guid).fields.items() if text
    }


def test_a_choice_shows_its_options_and_on_the_back_what_is_right_and_what_tempts():
    assert fields(NINE[0], "choice.plant", license="CC-BY-4.0") == {
        "Title": "From which plant is every true tea made?",
        "Task": "Choose one",
        "Kind": "multiple_choice",
        "Prompt": "From which plant is <em>every</em> true tea made?",
        "Options": '<ol class="options" type="a" data-order="free">'
        + OPEN.format(0, "Ilex")
        + OPEN.format(1, "Camellia japonica")
        + OPEN.format(2, "Camellia sinensis")
        + "</ol>",
        "Key": '<ol class="options" type="a" data-order="free">'
        + WRONG.format(0, "Ilex")
        + TEMPTING.format(1, "Camellia japonica", "A garden cousin.")
        + RIGHT.format(2, "Camellia sinensis")
        + "</ol>",
        "Answer": "<bdi>Camellia sinensis</bdi>",
        "Explanation": "One plant only.",
        "Hint": "Think of the genus.",
        "Source": '<ul class="sources"><li><cite><bdi>A Short Book of Tea</bdi></cite>'
        '<ul><li><span class="where">paragraph 2:</span> <bdi>All true tea is from one plant.</bdi> '
        '<span class="as-of">(as of <bdi>1870</bdi>)</span>'
        '<div class="doubt">Disputed: <bdi>Why?</bdi></div></li></ul></li></ul>',
        "Doubts": '<div class="doubt">Disputed: <bdi>Why?</bdi></div>',
        "Wording": "1795bc5893149ef1",
        "Topic": "Tea",
        "Id": "plant",
        "Released": "2026-11-22",
        "Language": "en",
        "Licence": "CC-BY-4.0",
        "Marks": "1",
    }


def test_a_document_is_named_once_whatever_it_says():
    sources = (
        Source(
            id="one",
            title="One",
            facts=(Fact(id="a", paragraph=1, says="A."), Fact(id="b", paragraph=9, says="B.")),
        ),
        Source(id="two", title="Two", facts=(Fact(id="c", paragraph=4, says="C."),)),
    )
    question = reworded(NINE[2], facts=("one/a", "two/c", "one/b"))
    shown = fields(question, "choice.herbs", sources=sources)["Source"]

    assert (
        re.sub(r"<[^>]*>", " ", shown).split()
        == "One paragraph 1: A. paragraph 9: B. Two paragraph 4: C.".split()
    )


def test_options_say_whether_they_may_be_shuffled():
    def order(**changes):
        question = MultipleChoice(
            id="q", prompt="Q", answer="a", distractors=(Distractor(text="b"), Distractor(text="c"))
        )
        text = note(release(bank_of(reworded(question, **changes))), "choice.q").fields["Options"]
        return text.partition('data-order="')[2].partition('"')[0]

    assert order() == "free"
    assert order(shuffle=False) == "fixed"
    assert order(pin_last=True) == "last-pinned"
    assert order(answer="$1", distractors=(Distractor(text="$2"),)) == "fixed"


def test_several_right_answers_stand_at_a_glance():
    answer = fields(NINE[1], "choice.true-teas")["Answer"]

    assert sorted(answer.split("<br>")) == ["<bdi>Oolong</bdi>", "<bdi>Pu-erh</bdi>"]


def test_options_with_pictures_of_one_author_thank_once_below_them():
    question = MultipleChoice(
        id="q",
        prompt="Q",
        answer='![A](a.png "Ann & Bo")',
        distractors=(Distractor(text='![B](b.png "Ann & Bo")'),),
    )
    deck = release(bank_of(question), media={"a.png": PNG, "b.png": PNG + b"b"})
    found = note(deck, "choice.q").fields
    thanks = '<div class="credit"><bdi>Ann &amp; Bo</bdi></div>'

    for name in ("Options", "Key"):
        assert found[name].endswith(f"</ol>{thanks}")
        assert found[name].count(thanks) == 1
        assert found[name].count("<img ") == 2
    assert "Ann" not in found["Answer"]


def test_true_or_false_has_no_letters_and_says_what_is_true():
    found = fields(NINE[2], "choice.herbs")

    assert found["Options"].startswith('<ul class="options" data-order="fixed">')
    assert found["Answer"] == "<bdi>False</bdi>"
    assert found["Correction"] == "An infusion."


def test_a_short_answer_is_typed_without_marks_and_shows_other_forms():
    question = reworded(NINE[3], answer="*Cutty*  Sark\n")
    found = fields(question, "recall.ship")

    assert (found["Typed"], found["Answer"]) == ("Cutty Sark", "<bdi><em>Cutty</em>  Sark<br></bdi>")
    assert found["Accepted"] == "<ul><li><bdi>The Cutty Sark</bdi></li></ul>"


def test_a_number_has_its_unit_and_how_far_off_one_may_be():
    found = fields(NINE[4], "recall.cargo")

    assert (found["Typed"], found["Unit"], found["Accepted"]) == (
        "¥9,000",
        "yuan",
        "<ul><li>anything within 2% of it</li></ul>",
    )
    assert "Accepted" not in fields(Numerical(id="n", prompt="N?", answer="5"), "recall.n")


def test_an_essay_is_not_typed_and_lists_its_points_to_tick():
    found = fields(NINE[8], "recall.why")

    assert "Typed" not in found
    assert found["Points"].count('<input type="checkbox">') == 2


def test_a_cloze_has_a_deletion_for_each_blank():
    assert fields(NINE[5], "cloze.year") == {
        "Title": "In ____ the ____ was launched.",
        "Task": "Fill the gap",
        "Kind": "cloze",
        "Text": '<div class="passage" dir="auto">In {{c1::1869}} the {{c2::Cutty Sark}} was launched.</div>',
        "Answer": "<bdi>1869</bdi><br><bdi>Cutty Sark</bdi>",
        "Accepted": '<ul><li><span class="for">for <bdi>Cutty Sark</bdi></span>: '
        "<bdi>The Cutty Sark</bdi></li></ul>",
        "Wording": "edefdf3d590a49bb",
        "Topic": "Tea",
        "Id": "year",
        "Released": "2026-11-22",
        "Language": "en",
        "Marks": "1",
    }


def test_marks_may_reach_across_a_blank():
    question = Cloze(id="q", text="*In {{std::vector}}*, { and `{{x\\|y}}`")

    assert fields(question, "cloze.q")["Text"] == (
        '<div class="passage" dir="auto"><em>In {{c1::std&#58;&#58;vector}}</em>, &#123; and '
        "<code>{{c2::x|y}}</code></div>"
    )


def test_a_matching_asks_each_right_and_offers_all():
    found = fields(NINE[6], "cloze.colours")

    assert found["Text"].count('<bdi class="match">{{c') == 3
    assert '<bdi class="left">Green tea</bdi>' in found["Text"]
    assert "{{c1::heated}}" in found["Text"]
    assert found["Choices"].count("<li") == 4
    assert found["Answer"].startswith("<bdi>Green tea</bdi> — <bdi>heated</bdi><br><bdi>Black tea</bdi>")


def test_a_matching_says_whether_its_choices_may_be_shuffled():
    def order(*pairs):
        choices = fields(Matching(id="q", prompt="P", pairs=pairs), "cloze.q")["Choices"]
        return choices.partition('data-order="')[2].partition('"')[0]

    assert order(("a", "x"), ("b", "y")) == "free"
    assert order(("a", "1999"), ("b", "2004")) == "fixed"


def test_an_ordering_asks_each_step():
    assert fields(NINE[7], "cloze.steps")["Text"] == (
        '<ol class="steps"><li><bdi>{{c1::Pluck}}<span class="cue">First</span></bdi></li>'
        '<li><bdi>{{c2::Wither}}<span class="cue">After: <bdi>Pluck</bdi></span></bdi></li>'
        '<li><bdi>{{c3::Roll}}<span class="cue">After: <bdi>Wither</bdi></span></bdi></li></ol>'
    )


@pytest.mark.parametrize(
    ("answer", "level", "task"),
    [
        ("16 December 1969", Level.REMEMBER, "When?"),
        ("1869", Level.APPLY, "When?"),
        ("¥9,000", Level.REMEMBER, "Give the number"),
        ("5", Level.APPLY, "Work it out"),
    ],
)
def test_a_number_is_asked_for_in_words_that_fit_it(answer, level, task):
    question = Numerical(id="n", prompt="N?", answer=answer, level=level)

    assert fields(question, "recall.n")["Task"] == task


def test_what_a_field_says_around_a_text_is_in_the_banks_language():
    found = fields(NINE[0], "choice.plant", language="de")

    assert found["Task"] == "Wähle eine Antwort"
    assert '<strong class="verdict">&check; richtig</strong>' in found["Key"]
    assert '<span class="where">Absatz 2:</span>' in found["Source"]
    assert "(Stand <bdi>1870</bdi>)" in found["Source"]
    assert fields(NINE[2], "choice.herbs", language="zh")["Answer"] == "<bdi>错</bdi>"


def test_where_there_are_no_words_in_a_language_the_english_ones_say_that_they_are():
    assert fields(NINE[0], "choice.plant", language="ar")["Task"] == '<span lang="en">Choose one</span>'


@pytest.mark.parametrize("question", NINE, ids=lambda q: q.id)
def test_no_field_of_the_front_says_which_option_is_right(question):
    (found,) = (n.fields for n in _notes(question))

    front = " ".join(
        found.get(name, "") for name in ("Task", "Context", "Prompt", "Image", "Options", "Choices")
    )
    assert "right" not in front.replace("Choose every right answer", "")
    assert "verdict" not in front


def test_the_title_is_plain_text_on_one_line():
    question = Ordering(id="q", prompt="*Put* these\n in `<order>`", sequence=("a", "b"))
    stored = note(release(bank_of(question)), "cloze.q")

    assert (stored.fields["Title"], stored.listed) == ("Put these in &lt;order&gt;", "Put these in <order>")


def test_tags_are_one_branch_of_the_learners_tree():
    assert note(release(bank_of(NINE[0])), "choice.plant").tags == (
        "tea-and-sea::difficulty::medium",
        "tea-and-sea::importance::useful",
        "tea-and-sea::level::remember",
        "tea-and-sea::plants",
        "tea-and-sea::source::tea-book",
        "tea-and-sea::topic::tea",
        "tea-and-sea::type::multiple_choice",
    )


def test_an_authors_tag_is_as_anki_keeps_it():
    hostile = ("a::::b", "x\x01y", "x\x9b\u202ey")
    tags = note(release(bank_of(reworded(NINE[2], tags=hostile))), "choice.herbs").tags

    assert {"tea-and-sea::a::blank::b", "tea-and-sea::x-y", "tea-and-sea::x--y"} < set(tags)


def test_a_language_that_is_none_stays_out_of_the_page():
    found = fields(
        Matching(id="q", prompt="P", pairs=(("a", "b"), ("c", "d"))), "cloze.q", language='en"><b>'
    )

    assert "Language" not in found


def test_new_cards_come_in_the_order_of_the_bank_and_siblings_apart():
    topics = (
        Topic(id="a", title="A", questions=(NINE[5], NINE[0])),
        Topic(id="b", title="B", questions=(NINE[3],)),
    )
    released = release(bank_of(topics=topics))

    assert [(n, deck, due) for _, n, deck, due in note(released, "cloze.year").cards] == [
        (0, "Tea and the sea::A", 1),
        (1, "Tea and the sea::A", 4),
    ]
    assert [(deck, due) for _, _, deck, due in note(released, "recall.ship").cards] == [
        ("Tea and the sea::B", 3)
    ]


def test_new_cards_of_elective_topics_come_after_all_others():
    topics = (
        Topic(
            id="a",
            title="A",
            elective=True,
            questions=(NINE[6], reworded(NINE[0], importance=Importance.CORE)),
        ),
        Topic(id="b", title="B", questions=(NINE[3], reworded(NINE[5], importance=Importance.CORE))),
    )
    released = release(bank_of(topics=topics))

    assert {guid: [due for *_, due in each.cards] for guid, each in stored(released.data).items()} == {
        "tea-and-sea.cloze.year": [1, 5],
        "tea-and-sea.recall.ship": [2],
        "tea-and-sea.choice.plant": [11],
        "tea-and-sea.cloze.colours": [12, 16, 20],
    }


def _notes(question):
    return stored(release(bank_of(question)).data).values()


def test_of_many_other_forms_and_of_many_disputes_the_most_are_folded():
    forms = tuple(f"form {n}" for n in range(7))
    found = fields(reworded(NINE[3], accept=forms), "recall.ship")["Accepted"]
    assert found.count("<li>") == 7
    assert found.index(
        '</ul><details class="more"><summary class="tappable">+3</summary><ul>'
    ) == found.index("</ul>")
    assert "details" not in fields(reworded(NINE[3], accept=forms[:6]), "recall.ship")["Accepted"]

    blank = Cloze(id="q", text="In {{1869|" + "|".join(forms) + "}}.")
    accepted = fields(blank, "cloze.q")["Accepted"]
    assert "<bdi>form 2</bdi>, or <bdi>form 3</bdi><details" in accepted
    assert accepted.endswith("</details></li></ul>")

    facts = tuple(Fact(id=f"f{n}", paragraph=n, says="S.", doubt=f"Doubt {n}.") for n in range(1, 5))
    source = Source(id="one", title="One", facts=facts)
    question = reworded(NINE[0], facts=tuple(f"one/{fact.id}" for fact in facts))
    doubts = fields(question, "choice.plant", sources=(source,))["Doubts"]
    assert doubts.count("Disputed: ") == 4
    assert '<summary class="tappable">+3</summary>' in doubts
