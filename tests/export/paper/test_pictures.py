"""Pictures on sheets and keys: each where it stands, as large as there is room for, with its credit."""

from __future__ import annotations

from io import BytesIO

import pypdfium2.raw as raw
import pytest
from PIL import Image as Pillow
from PIL import ImageChops

from printed import Printed, paper_of
from quizmill.bank.model import (
    Distractor,
    Image,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Ordering,
    ShortAnswer,
)
from quizmill.errors import ExportRefused
from quizmill.export.paper.key import answer_key, answer_keys
from quizmill.export.paper.worksheet import worksheet
from quizmill.export.paper.worksheet_options import WorksheetOptions

A4 = WorksheetOptions()
Box = tuple[float, float, float, float]  # left, bottom, right, top in points


def png(width: int, height: int, colour: str = "black") -> bytes:
    data = BytesIO()
    Pillow.new("RGB", (width, height), colour).save(data, "PNG")
    return data.getvalue()


IMAGES = {
    "red.png": png(300, 300, "red"),
    "green.png": png(300, 300, "green"),
    "blue.png": png(300, 300, "blue"),
    "wide.png": png(4000, 100, "cyan"),
    "tall.png": png(100, 4000, "magenta"),
    "small.png": png(40, 20, "yellow"),
}
CHOICE = MultipleChoice(
    id="q",
    prompt="Which is red?",
    answer='![R](red.png "Ann, CC BY")',
    distractors=(
        Distractor(text="Green:\n![G](green.png)", why="It is not."),
        Distractor(text="![B](blue.png)"),
    ),
    shuffle=False,
    explanation="Look:\n![A bar](small.png)",
)


def sheet(*questions, images=IMAGES, **options) -> Printed:
    return Printed(worksheet(paper_of(*questions), WorksheetOptions(**options), images))


def key(*questions, images=IMAGES) -> Printed:
    return Printed(answer_key(paper_of(*questions), A4, images))


def place(found: Printed, file: str, page: int = 0) -> Box:
    """Where the picture of that colour stands."""
    drawn = found.document[page].render(scale=4).to_pil().convert("RGB")
    sought = Pillow.open(BytesIO(IMAGES[file])).getpixel((0, 0))
    apart = ImageChops.difference(drawn, Pillow.new("RGB", drawn.size, sought)).convert("L")
    left, top, right, bottom = (each / 4 for each in apart.point(lambda far: 255 * (far < 20)).getbbox())
    height = drawn.height / 4
    return left, height - bottom, right, height - top


def count(found: Printed) -> int:
    return sum(len(list(page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], 4))) for page in found.document)


def size(box: Box) -> tuple[int, int]:
    return round(box[2] - box[0]), round(box[3] - box[1])


def test_a_picture_stands_between_the_words_around_it():
    found = sheet(ShortAnswer(id="q", prompt="Above.\n\n![A bar](small.png)\n\nBelow.", answer="x"))
    box = place(found, "small.png")
    above, below = found.place_of("Above."), found.place_of("Below.")

    assert size(box) == (20, 10)
    assert below[4] < box[1] < box[3] < above[2]
    assert box[0] == pytest.approx(above[1], abs=2)
    assert "A bar" not in found.text


def test_none_is_wider_than_its_column_or_higher_than_200_points():
    question = ShortAnswer(id="q", prompt="P\n![W](wide.png)\n![T](tall.png)", answer="x")
    found = sheet(question)

    assert 380 < size(place(found, "wide.png"))[0] < 450
    assert size(place(found, "tall.png")) == (5, 200)
    assert 150 < size(place(sheet(question, columns=2), "wide.png"))[0] < 240


def test_options_stand_beside_their_letters_and_each_other():
    found = sheet(CHOICE)
    red, green, blue = (place(found, f"{colour}.png") for colour in ("red", "green", "blue"))

    assert {size(box) for box in (red, green, blue)} == {(90, 90)}
    for label, box in (("A)", red), ("C)", blue)):
        _, _, bottom, right, top = found.place_of(label)
        assert right < box[0] < right + 20
        assert box[1] < bottom < top < box[3] + 3
    assert green[3] < found.place_of("Green:")[2]
    assert red[2] < green[0] < green[2] < blue[0]


def test_a_short_word_stands_above_its_picture_and_a_number_beside():
    found = key(Ordering(id="o", prompt="P", sequence=("![R](red.png)", "It\n![B](blue.png)")))

    assert place(found, "red.png")[0] > found.place_of("1.")[3]
    assert place(found, "blue.png")[3] < found.place_of("2. It")[2]


def test_sides_and_steps_may_be_pictures():
    found = sheet(
        Matching(id="m", prompt="P", pairs=(("![R](red.png)", "red"), ("green", "![G](green.png)"))),
        Ordering(id="o", prompt="P", sequence=("![R](red.png)", "![B](blue.png)")),
    )

    assert count(found) == 4


def test_the_credit_is_printed_small_below_it():
    question = ShortAnswer(
        id="q",
        context='![A bar](small.png "Bo *B*, CC BY-SA 4.0")',
        prompt="P",
        answer="x",
        image=Image(file="red.png", alt="R", credit="Ann, public domain"),
    )
    found = sheet(question)

    for credit, file in (("Bo *B*, CC BY-SA 4.0", "small.png"), ("Ann, public domain", "red.png")):
        box = place(found, file)
        _, left, bottom, _, top = found.place_of(credit)
        assert left == pytest.approx(box[0], abs=2)
        assert box[1] - 12 < top < box[1]
        assert top - bottom < 9


def test_one_credit_of_all_pictures_stands_once_below_the_options_and_in_the_guide():
    question = MultipleResponse(
        id="q",
        prompt="Which?",
        answers=('![R](red.png "Ann, CC BY")', '![G](green.png "Ann, CC BY")'),
        distractors=(Distractor(text='![B](blue.png "Ann, CC BY")', why="No."), Distractor(text="None")),
    )
    pairs = tuple((f'![{name}]({name}.png "Ann, CC BY")', name) for name in ("red", "green"))
    found = sheet(question)

    assert found.text.count("Ann, CC BY") == 1
    credit = found.place_of("Ann, CC BY")
    assert credit[4] < min(place(found, f"{name}.png")[1] for name in ("red", "green", "blue"))
    for made in (key(question), sheet(Matching(id="m", prompt="P", pairs=pairs)), sheet(question, images={})):
        assert made.text.count("Ann, CC BY") == (0 if "[R]" in made.text else 1)
    two = [paper_of(question, form=form, seed=seed) for seed, form in enumerate("AB")]
    assert Printed(answer_keys(two, A4, IMAGES)).text.count("Ann, CC BY") == 1


def test_options_are_larger_in_large_print():
    across, down = size(place(sheet(CHOICE, large_print=True), "red.png"))

    assert across == down == pytest.approx(90 * 18 / 11, abs=1)


def test_a_picture_in_large_print_has_a_larger_credit():
    question = ShortAnswer(id="q", prompt='![A bar](small.png "Ann")', answer="x")
    heights = [
        (lambda place: place[4] - place[2])(sheet(question, large_print=large).place_of("Ann"))
        for large in (False, True)
    ]

    assert heights[1] > heights[0] * 1.4


def test_the_key_shows_them_small_and_whom_to_thank():
    found = key(CHOICE)
    red, small = place(found, "red.png"), place(found, "small.png")

    assert size(red) == (60, 60)
    assert size(small) == (20, 10)
    assert red[0] > found.place_of("A)")[3]
    assert "Ann, CC BY" in found.text
    assert "What tempts: B: It is not." in found.text


def test_a_key_without_the_files_tells_them_in_words():
    text = Printed(answer_keys((paper_of(CHOICE),), A4)).text

    assert "A) [R] Why: Look: [A bar]" in text


def test_only_what_is_read_beside_a_picture_must_be_printable():
    shown = ShortAnswer(id="q", prompt="P\n![A 🎉](party-🎉.png)", answer="x")
    thanked = ShortAnswer(id="q", prompt='P\n![A](a.png "🎉")', answer="x")

    assert count(sheet(shown, images={"party-🎉.png": IMAGES["red.png"]})) == 1
    for question in (shown, thanked):
        with pytest.raises(ExportRefused, match=r"q: U\+1F389 PARTY POPPER is in none of the fonts"):
            sheet(question, images={})


@pytest.mark.parametrize(
    "question",
    [
        ShortAnswer(id="q", prompt="P\n![A](no.png)", answer="x"),
        MultipleChoice(id="q", prompt="P", answer="![A](no.png)", distractors=(Distractor(text="b"),)),
    ],
)
def test_one_that_cannot_be_printed_is_refused_by_name(question):
    with pytest.raises(ExportRefused) as refused:
        sheet(question, images={"no.png": b"no"})

    assert refused.value.reasons == (
        "q: the picture no.png cannot be printed; it is none of PNG, JPEG, GIF, WEBP, SVG",
    )
