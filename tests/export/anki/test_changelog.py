"""What a release says of itself to those who learn with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anki_decks import NINE, PNG, bank_of, release, reworded
from quizmill.bank.model import Essay, Image, Lesson, Point, Topic
from quizmill.export.anki.changelog import changelog, literal

LEAF = Image(file="a.png", alt="A leaf")


def test_the_first_release_lists_its_questions():
    bank = bank_of(*NINE[:2])

    assert changelog(bank, release(bank)) == (
        "# Tea and the sea: release of 2026-11-22\n\n"
        "The first release: 2 questions.\n\n"
        "## New\n\n"
        "- `plant`: From which plant is every true tea made?\n"
        "- `true-teas`: Select the two true teas.\n"
    )


def test_one_question_is_one_question():
    assert "\nThe first release: 1 question.\n" in changelog(bank_of(NINE[0]), release(bank_of(NINE[0])))


def test_a_release_says_what_is_new_what_has_changed_and_what_is_gone():
    first = release(bank_of(*NINE[:4]))
    changed = bank_of(
        reworded(NINE[0], prompt="Which *plant*?", hint=""),
        reworded(NINE[1], answers=("Oolong", "Sencha")),
        NINE[2],
        NINE[5],
    )

    assert changelog(changed, release(changed, day=7, after=first)) == (
        "# Tea and the sea: release of 2026-11-29\n\n"
        "Import the deck over the one you have: 1 new, 2 updated, 1 unchanged, 1 withdrawn. Your progress "
        "stays, and so do your own edits of questions that are not named here.\n\n"
        "## New\n\n"
        "- `year`: In \\_\\_\\_\\_ the \\_\\_\\_\\_ was launched.\n\n"
        "## Updated\n\n"
        "- `plant`: Which plant? (changed: the question, the hint)\n"
        "- `true-teas`: Select the two true teas. (changed: the options, the answer)\n\n"
        "## Withdrawn\n\n"
        "- `ship`: Which clipper was it?\n"
    )


def test_a_release_without_a_change_is_a_summary():
    first = release(bank_of(*NINE))

    assert changelog(bank_of(*NINE), release(bank_of(*NINE), day=7, after=first)) == (
        "# Tea and the sea: release of 2026-11-29\n\n"
        "Import the deck over the one you have: 0 new, 0 updated, 9 unchanged, 0 withdrawn. Your progress "
        "stays, and so do your own edits of questions that are not named here.\n"
    )


def test_a_question_that_comes_back_and_one_with_other_tags_say_so():
    first = release(bank_of(*NINE[:2]))
    second = release(bank_of(NINE[0]), day=1, after=first)
    third = bank_of(reworded(NINE[0], tags=("leaves",)), NINE[1])

    page = changelog(third, release(third, day=2, after=second))
    assert "- `plant`: From which plant is every true tea made? (changed: the tags)\n" in page
    assert "- `true-teas`: Select the two true teas. (back again)\n" in page


def test_a_change_of_look_alone_is_no_change_of_words_and_another_picture_is_one():
    def page(*questions, media=None):
        bank = bank_of(*questions)
        return changelog(bank, release(bank, day=1, after=first, media=media))

    first = release(bank_of(reworded(NINE[0], image=LEAF), NINE[3]), media={"a.png": PNG})
    plain = reworded(NINE[0], prompt="From which plant is every **true** tea made?", image=LEAF)

    assert "(changed: how it looks)" in page(plain, NINE[3], media={"a.png": PNG})
    pictured = reworded(NINE[0], image=LEAF)
    assert "(changed: the picture)" in page(pictured, NINE[3], media={"a.png": PNG + b"b"})


def test_a_card_that_moves_stays_and_another_kind_is_named_twice():
    first = release(bank_of(NINE[3]))
    moved = bank_of(topics=(Topic(id="sea", title="Sea", questions=(NINE[3],)),))
    essay = bank_of(Essay(id="plant", prompt="Why tea?", points=(Point(point="Taste"),)))
    retyped = changelog(essay, release(essay, day=1, after=release(bank_of(NINE[0]))))

    assert changelog(moved, release(moved, day=1, after=first)).endswith(
        "not named here. What has moved stays in the deck where you have it.\n\n## Updated\n\n"
        "- `ship`: Which clipper was it? (moved: your card stays)\n"
    )
    assert "## New\n\n- `plant`: Why tea?\n" in retyped
    assert (
        "## Withdrawn\n\n- `plant`: From which plant is every true tea made? "
        "(asked anew, as another kind of question)\n"
    ) in retyped


@pytest.mark.parametrize(
    ("topic", "changes", "said"),
    [
        ("tea", {"id": "clipper"}, "called `ship` before: your card stays"),
        ("sea", {"id": "clipper"}, "moved, called `ship` before: your card stays"),
        ("sea", {"prompt": "Which?"}, "moved: your card stays; changed: the question"),
        ("sea", {"tags": ("fast",)}, "moved: your card stays"),
    ],
)
def test_a_card_stays_whatever_its_question_comes_to_be_called_and_wherever_it_goes(topic, changes, said):
    question = reworded(NINE[3], **changes, formerly=("ship",) if "id" in changes else ())
    bank = bank_of(topics=(Topic(id=topic, title=topic.title(), questions=(question,)),))
    page = changelog(bank, release(bank, day=1, after=release(bank_of(NINE[3]))))

    assert page.endswith(f" ({said})\n")


def test_a_topic_of_another_title_is_no_move():
    bank = bank_of(topics=(Topic(id="tea", title="All of tea", questions=(NINE[3],)),))
    page = changelog(bank, release(bank, day=1, after=release(bank_of(NINE[3]))))

    assert page.endswith(" (changed: the topic)\n")


def pages(*banks, days=(0, 7, 7, 7)):
    """The pages of releases of these *banks*, each of which follows the one before and its page."""
    page, latest = "", None
    for bank, day in zip(banks, days, strict=False):
        latest = release(bank, day=day, after=latest)
        page = changelog(bank, latest, page)
        yield page


def test_what_the_list_of_the_same_day_says_stays_in_it():
    first, second = reworded(NINE[0], prompt="Which?"), reworded(NINE[2], prompt="Mint?")
    banks = (bank_of(*NINE[:3]), bank_of(first, *NINE[1:4]), bank_of(first, NINE[1], second, NINE[3]))
    *_, page = pages(*banks)

    assert page == changelog(banks[2], release(banks[2], day=7, after=release(banks[0])))
    assert "1 new, 2 updated, 1 unchanged, 0 withdrawn" in page


def test_what_changed_twice_in_a_day_is_told_once_with_all_that_did():
    twice = reworded(NINE[0], prompt="Which?", hint="")
    banks = (bank_of(NINE[0]), bank_of(reworded(NINE[0], prompt="Which?")), bank_of(twice))
    *_, page = pages(*banks)

    assert page.endswith("- `plant`: Which? (changed: the question, the hint)\n")


def test_what_was_new_that_day_is_new_still_as_it_is_now():
    banks = (
        bank_of(NINE[0]),
        bank_of(NINE[0], NINE[3]),
        bank_of(NINE[0], reworded(NINE[3], prompt="(Which?)")),
    )
    *_, page = pages(*banks)

    assert page.endswith("## New\n\n- `ship`: (Which?)\n")
    assert "1 new, 0 updated, 1 unchanged, 0 withdrawn" in page


def test_a_first_release_made_twice_is_a_first_release():
    *_, page = pages(bank_of(NINE[0]), bank_of(reworded(NINE[0], prompt="Which?")), days=(0, 0))

    assert page.endswith("The first release: 1 question.\n\n## New\n\n- `plant`: Which?\n")


def test_a_list_of_another_day_is_over():
    *_, page = pages(bank_of(NINE[0]), bank_of(NINE[0], NINE[1]), bank_of(*NINE[:3]), days=(0, 7, 8))

    assert "true-teas" not in page


def test_a_card_to_be_read_is_told_as_it_is_to_who_has_the_day_before():
    def taught(text):
        return bank_of(
            topics=(Topic(id="tea", title="(Tea)", learn=(Lesson(text=text),), questions=(NINE[0],)),)
        )

    *_, new = pages(bank_of(NINE[0]), taught("One."), taught("Two."))
    *_, gone = pages(taught("One."), taught("Two."), bank_of(NINE[0]))

    assert new.endswith("## To read\n\n- (Tea) (new)\n")
    assert gone.endswith("## To read\n\n- (Tea) (withdrawn)\n")


def test_an_id_that_changed_without_a_word_is_told_with_the_likely_pair():
    bank = bank_of(reworded(NINE[3], id="clipper"))
    page = changelog(bank, release(bank, day=1, after=release(bank_of(NINE[3]))))

    assert page.endswith("- `ship`: Which clipper was it? (perhaps asked anew as `clipper`)\n")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("<b>x</b> & [a](http://b.c)", r"\<b\>x\</b\> \& \[a\](http\://b.c)"),
        ("# 1. *x* `y` ~~z~~ | $a$", r"\# 1. \*x\* \`y\` \~\~z\~\~ \| \$a\$"),
        ("two\nlines \\ @someone www.x.y", r"two lines \\ &#64;someone www\.x.y"),
    ],
)
def test_no_text_is_read_as_markdown(text, markdown):
    assert literal(text) == markdown


@given(st.text(max_size=60))
def test_a_reader_of_markdown_sees_the_text_as_it_was(text):
    from_markdown = pytest.importorskip("markdown_it")
    tokens = from_markdown.MarkdownIt("commonmark").parse(f"- `id`: {literal(text)}")
    shown = [child for token in tokens for child in token.children or ()]

    assert {child.type for child in shown} <= {"code_inline", "text", "text_special"}
    seen = "".join(child.content for child in shown[1:]).removeprefix(":").strip()
    assert seen == literal_text(text)


def literal_text(text):
    from quizmill.export.anki.html import one_line

    return one_line(text).strip()
