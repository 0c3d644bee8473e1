"""Flashcards: eight to a page, each back behind its front."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from typing import NamedTuple

import pypdfium2.raw as raw
import pytest
from PIL import Image

from printed import Printed, paper_of
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.bank.model import Bank, Distractor, Fact, Matching, MultipleChoice, ShortAnswer, Source, Topic
from quizmill.bank.model import Image as Picture
from quizmill.compose.paper import compose
from quizmill.errors import ExportRefused
from quizmill.export.flashcards import FlashcardOptions, flashcards


def cards(paper, **options):
    return Printed(flashcards(paper, FlashcardOptions(**options)).data)


def test_fronts_come_first_and_their_backs_on_the_page_behind(sample):
    pages = cards(sample).pages

    assert len(pages) == 4
    assert "From which plant is every true tea made? A) " in pages[0]
    assert "Camellia sinensis Green, black and white tea differ" in pages[1]
    assert "The Tea Book, paragraph 2" in pages[1]
    assert "Why could a fast ship" in pages[2]
    assert "• Tea loses flavour at sea" in pages[3]


def test_a_front_shows_no_answer_of_an_open_question(sample):
    found = cards(sample).pages

    for secret in ("Cutty Sark", "¥9,000", "Greenwich", "first tea"):
        assert secret not in found[0]
        assert secret not in found[2]


MM = 72 / 25.4
GRIDS = {"2x4": (2, 4), "3x3": (3, 3)}


def lines(found, page):
    """The crop marks of a page, as the places of its upright and of its level ones."""
    marks = [mark for mark in drawn(found, page) if max(mark.wide, mark.high) < 20]
    upright = sorted({round(mark.left + mark.wide / 2, 1) for mark in marks if mark.high > mark.wide})
    level = sorted({round(mark.bottom + mark.high / 2, 1) for mark in marks if mark.wide > mark.high})
    return upright, level


class Drawn(NamedTuple):
    left: float
    bottom: float
    wide: float
    high: float


def drawn(found, page):
    bounds = [shape.get_bounds() for shape in found.document[page].get_objects([raw.FPDF_PAGEOBJ_PATH], 3)]
    return [Drawn(left, bottom, right - left, top - bottom) for left, bottom, right, top in bounds]


def card_of(box, upright, level):
    """The edges of the card that a text stands on: left, bottom, right, top."""
    _, left, bottom, right, top = box
    column = max(i for i, x in enumerate(upright) if x <= left)
    row = max(i for i, y in enumerate(level) if y <= bottom)
    edges = upright[column], level[row], upright[column + 1], level[row + 1]
    assert right < edges[2]
    assert top < edges[3]
    return edges


def turned(edges, flip, width, height):
    """Where those edges are, seen from the other side of a sheet that was turned over that edge."""
    left, bottom, right, top = edges
    return (
        (width - right, bottom, width - left, top)
        if flip == "long"
        else (left, height - top, right, height - bottom)
    )


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize("flip", ["long", "short"])
@pytest.mark.parametrize("layout", GRIDS)
def test_a_back_meets_its_front_within_half_a_millimetre(size, flip, layout):
    count = GRIDS[layout][0] * GRIDS[layout][1]
    paper = paper_of(*(ShortAnswer(id=f"n-{i}", prompt=f"f{i}", answer=f"b{i}") for i in range(count)))
    found = cards(paper, size=size, layout=layout, flip=flip)
    width, height = found.sizes[0]
    fronts, backs = lines(found, 0), lines(found, 1)

    assert (len(fronts[0]), len(fronts[1])) == (GRIDS[layout][0] + 1, GRIDS[layout][1] + 1)
    for i in range(count):
        front, back = found.place_of(f"f{i}"), found.place_of(f"b{i}")
        assert (front[0], back[0]) == (0, 1)
        meets = turned(card_of(back, *backs), flip, width, height)
        assert meets == pytest.approx(card_of(front, *fronts), abs=0.5 * MM)


@pytest.mark.parametrize("layout", GRIDS)
def test_the_outlines_to_cut_along_end_at_the_crop_marks(sample, layout):
    found = cards(sample, layout=layout)
    upright, level = lines(found, 0)
    outlines = [shape for shape in drawn(found, 0) if shape.wide > 100]

    assert len(outlines) == GRIDS[layout][0] * GRIDS[layout][1]
    for left, bottom, wide, high in outlines:
        edges = ((left, upright), (left + wide, upright), (bottom, level), (bottom + high, level))
        for edge, places in edges:
            assert min(abs(edge - place) for place in places) < 0.5 * MM


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize("layout", GRIDS)
def test_no_card_of_the_shipped_bank_is_cut(size, layout):
    bank = load_bank(shipped_bank()).bank
    made = flashcards(
        compose(bank, tuple(bank.questions()), seed=0, order="bank"),
        FlashcardOptions(size=size, layout=layout),
    )

    assert made.warnings == ()


def test_id_and_topic_stand_on_both_sides_and_an_id_is_never_cut():
    question = ShortAnswer(id="a-rather-long-name-of-a-question-of-mine", prompt="?", answer="!")
    front, back = cards(paper_of(question), layout="3x3").pages

    assert "a-rather-long-name-of-a-question-of-mine" in front
    assert "a-rather-long-name-of-a-question-of-mine" in back


def test_each_document_is_named_once_with_its_paragraphs():
    facts = [Fact(id=f"f{number}", paragraph=number, says="It is.") for number in (7, 3, 7)]
    source = Source(id="s", title="The Book", facts=tuple(facts[:2]))
    question = ShortAnswer(id="q", prompt="?", answer="!", facts=("s/f7", "s/f3"))
    topic = Topic(id="t", title="T", questions=(question,))
    bank = Bank(title="B", namespace="b", topics=(topic,), sources=(source,))
    paper = compose(bank, tuple(bank.questions()), seed=1)

    assert "The Book, paragraphs 3, 7" in cards(paper).pages[1]


def test_crop_marks_stand_where_the_cards_end_on_both_pages_alike(sample):
    found = cards(sample)
    top = [found.picture(page).crop((0, 0, 1190, 44)).tobytes() for page in (0, 1)]

    assert top[0] == top[1]
    assert min(top[0]) < 200


def test_a_matching_front_shows_lefts_and_lettered_rights():
    question = Matching(id="q", prompt="Match.", pairs=(("one", "uno"), ("two", "due")), extra=("tre",))
    front, back = cards(paper_of(question)).pages

    assert "Match. 1. one 2. two A) " in front
    assert "1. one – " in back


def test_a_long_text_shrinks_and_one_too_long_is_cut_and_told():
    fitting = ShortAnswer(id="fits", prompt="word " * 150 + "end", answer="x")
    too_long = ShortAnswer(
        id="too-long", prompt="word " * 2000 + "end", answer="x", explanation="why " * 3000
    )
    made = flashcards(paper_of(fitting, too_long), FlashcardOptions())
    front = Printed(made.data).pages[0]

    assert made.warnings == (
        "too-long: its front is too long for a card; the text is cut",
        "too-long: its back is too long for a card; the text is cut",
    )
    assert front.count("end") == 1
    assert "word…" in front


def test_equal_in_equal_out(sample):
    assert flashcards(sample, FlashcardOptions()) == flashcards(sample, FlashcardOptions())


def test_a_picture_is_drawn_on_the_front_and_a_missing_one_told_in_words():
    question = ShortAnswer(id="q", prompt="Which?", answer="x", image=Picture(file="bar.png", alt="A bar"))
    data = BytesIO()
    Image.new("RGB", (600, 400), "black").save(data, "PNG")
    drawn = Printed(flashcards(paper_of(question), FlashcardOptions(), {"bar.png": data.getvalue()}).data)

    assert "[A bar] Which?" in cards(paper_of(question)).pages[0]
    assert "A bar" not in drawn.pages[0]
    assert len(list(drawn.document[0].get_objects([raw.FPDF_PAGEOBJ_IMAGE], 3))) == 1
    with pytest.raises(ExportRefused, match=r"q: the picture bar\.png cannot be printed; it is none of PNG"):
        flashcards(paper_of(question), FlashcardOptions(), {"bar.png": b"no"})


def shown(found: Printed, page: int = 0) -> list[tuple[float, float, float, float]]:
    return [each.get_bounds() for each in found.document[page].get_objects([raw.FPDF_PAGEOBJ_IMAGE], 4)]


def square() -> bytes:
    data = BytesIO()
    Image.new("RGB", (400, 400), "black").save(data, "PNG")
    return data.getvalue()


FOUR = dict.fromkeys(["1.png", "2.png", "3.png", "4.png"], square())


def test_pictures_as_options_stand_two_in_a_row_as_large_as_fits():
    question = MultipleChoice(
        id="q",
        prompt="Which?",
        answer='![One](1.png "Ann")',
        distractors=tuple(Distractor(text=f"![Nr {n}]({n}.png)") for n in "234"),
        explanation="As here:\n![One](1.png)",
    )
    made = flashcards(paper_of(question), FlashcardOptions(), FOUR)
    found = Printed(made.data)
    boxes = shown(found)
    labels = [found.place_of(f"{letter})") for letter in "ABCD"]

    assert made.warnings == ()
    assert len({round(top - bottom) for _, bottom, _, top in boxes}) == 1
    assert 55 < boxes[0][3] - boxes[0][1] < 70  # of a card's 196 points
    lefts, bottoms = ([label[edge] for label in labels] for edge in (1, 2))
    assert lefts == pytest.approx([49, 172, 49, 172], abs=1)
    assert bottoms == pytest.approx([755, 755, 692, 692], abs=1)
    assert "Ann" in found.pages[0]
    assert len(shown(found, 1)) == 2


def test_lefts_and_rights_are_rows_of_their_own_and_one_credit_stands_below_all():
    picture = '![{}]({}.png "Ann, CC BY")'.format
    pairs = ((picture("One", 1), "one"), (picture("Two", 2), "two"), (picture("Three", 3), "three"))
    made = flashcards(paper_of(Matching(id="q", prompt="Match.", pairs=pairs)), FlashcardOptions(), FOUR)
    found = Printed(made.data)
    places = [found.place_of(label) for label in ("1.", "2.", "3.", "A)", "B)", "C)", "Ann, CC BY")]
    lefts, bottoms = ([round(place[edge] / 2) for place in places] for edge in (1, 2))

    assert made.warnings == ()
    assert len(shown(found)) == len(shown(found, 1)) == 3
    assert lefts[0] == lefts[2] < lefts[1]
    assert bottoms[0] == bottoms[1]
    assert bottoms[1:] == sorted(set(bottoms), reverse=True)
    assert found.pages[0].count("Ann, CC BY") == found.pages[1].count("Ann, CC BY") == 1


def test_pictures_below_each_other_do_not_become_one():
    question = Matching(id="q", prompt="Which?", pairs=tuple((n, f"![Nr {n}]({n}.png)") for n in "12"))
    made = flashcards(paper_of(question), FlashcardOptions(), dict.fromkeys(["1.png", "2.png"], square()))
    sheet = Printed(made.data).document[0].render(scale=4).to_pil().convert("L")
    card = sheet.crop((0, sheet.height // 20, sheet.width // 2, sheet.height // 4))
    dark = [card.crop((0, y, card.width, y + 1)).histogram()[0] > 60 for y in range(card.height)]
    pictures = [len(list(run)) for is_dark, run in groupby(dark) if is_dark]
    first = dark.index(True)
    between = dark[first + pictures[0] :].index(True)

    assert len(pictures) == 2
    assert between / 4 >= 5  # points


def test_a_picture_above_a_long_text_gives_way_before_the_text_is_cut():
    image = Picture(file="bar.png", alt="A bar", credit="Bo")
    short, long = (ShortAnswer(id="q", prompt="word " * count, answer="x", image=image) for count in (9, 110))
    made = [flashcards(paper_of(each), FlashcardOptions(), {"bar.png": square()}) for each in (short, long)]
    (large,), (small,) = (shown(Printed(each.data)) for each in made)

    assert [each.warnings for each in made] == [(), ()]
    assert small[3] - small[1] < (large[3] - large[1]) * 0.8
    assert "Bo" in Printed(made[1].data).pages[0]
