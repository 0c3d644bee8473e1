"""What is true of a simulated sheet is drawn there and nowhere else; a seed always gives the same."""

import numpy as np
import pytest

from bench.scan.cameras import CAMERAS
from bench.scan.conditions import CONDITIONS, YARDSTICK
from bench.scan.hands import PENS, Hand, draw, own_hand
from bench.scan.manners import MANNERS
from bench.scan.pixels import MM
from bench.scan.printers import PRINTERS
from bench.scan.pupils import meant
from bench.scan.simulated import Seed, read_seed, simulated
from bench.scan.tally import bound
from drawn_sheets import choices, layout
from quizmill.compose.answer_sheet.layout import Line

SHEET = layout(*choices(8), *(line for line in choices(12)[8:]))
LINES = {line.number: line for line in SHEET.sheet("A").lines}
BARE = np.full((round(297 * MM), round(210 * MM)), 255, np.uint8)
STEADY = {"changes": 0, "dots": 0, "halves": 0, "offset": (0, 0), "spread": 0, "slant": 0, "size": 1}
INSIDE, ABOUT = 0.78, 2.5  # radii: what a reader looks at; what no mark goes beyond


def marked(hand: Hand, answers: dict[tuple[int, int], frozenset[int]], seed: int = 1) -> np.ndarray:
    return draw(BARE, SHEET, "A", 1, answers, hand, np.random.default_rng(seed)).image


def ink(image: np.ndarray, line: Line, ring: int, reach: float) -> np.ndarray:
    """How dark the pixels are within so many radii of the ring's centre."""
    centre, radius = line.centre(ring), SHEET.ring * MM
    left, top = (int(each * MM - 3 * radius) for each in (centre.x, centre.y))
    near = image[top : top + int(6 * radius), left : left + int(6 * radius)]
    y, x = np.mgrid[: near.shape[0], : near.shape[1]]
    away = np.hypot(x + left + 0.5 - centre.x * MM, y + top + 0.5 - centre.y * MM) / radius
    return 255 - near[away <= reach].astype(int)


@pytest.mark.parametrize("manner", [each for each in MANNERS if each not in ("half", "rest", "strike")])
def test_a_mark_is_where_it_is_meant_and_nowhere_else(manner: str):
    hand = own_hand(np.random.default_rng(3), manner, "pencil")._replace(**STEADY)
    image = marked(hand, {(6, 0): frozenset({2})})
    mark = ink(image, LINES[6], 2, ABOUT)
    assert mark.max() > 80
    assert mark.sum() == (255 - image.astype(int)).sum()


@pytest.mark.parametrize(
    ("manner", "least", "most"),
    [
        ("hatch", 0.5, 1),
        ("spiral", 0.4, 1),
        ("cross", 0.1, 0.5),
        ("tick", 0.05, 0.4),
        ("dot", 0.02, 0.4),
        ("circle", 0, 0.01),
    ],
)
def test_manners_cover_as_much_of_a_ring_as_people_do(manner: str, least: float, most: float):
    hand = own_hand(np.random.default_rng(3), manner, "fineliner")._replace(**STEADY)
    inside = ink(marked(hand, {(1, 0): frozenset({0})}), LINES[1], 0, INSIDE)
    assert least <= (inside > 60).mean() <= most


def test_an_erased_mark_stays_as_a_shade_of_what_it_was():
    hand = own_hand(np.random.default_rng(3), "hatch", "soft pencil")
    hand = hand._replace(**STEADY | {"changes": 1}, partly=0, strikes=0)
    image = marked(hand, {(1, 0): frozenset({0})})
    inside = [ink(image, LINES[1], ring, INSIDE).mean() for ring in range(5)]
    shade = max(inside[1:])
    assert sorted(inside[1:])[-2] < 2 < 5 < shade < 0.4 * inside[0]


def test_what_was_drawn_is_told():
    hand = own_hand(np.random.default_rng(3), "hatch", "ballpoint")._replace(**STEADY | {"changes": 1})
    answers = {(1, 0): frozenset({0}), (2, 0): frozenset[int]()}
    drawn = draw(BARE, SHEET, "A", 1, answers, hand, np.random.default_rng(4)).marks
    assert drawn[1, 0] in {f"ballpoint, hatch A, struck through {other}" for other in "BCDE"}
    assert drawn[2, 0] == drawn[3, 0] == "ballpoint, hatch nothing"


def test_the_page_that_is_marked_stays_as_it_was():
    marked(own_hand(np.random.default_rng(3)), {(1, 0): frozenset({0})})
    assert (BARE == 255).all()


@pytest.mark.parametrize("name", PRINTERS)
def test_printers_say_where_they_put_things(name: str):
    page = np.full((900, 700), 255, np.uint8)
    for x, y in ((150, 200), (560, 750)):
        page[y - 9 : y + 10, x - 9 : x + 10] = 0
    printed = PRINTERS[name](page, np.random.default_rng(8))
    for x, y in ((150, 200), (560, 750)):
        right, down = printed.lies @ (x, y, 1)
        near = printed.image[int(down) - 30 : int(down) + 30, int(right) - 30 : int(right) + 30]
        rows, columns = np.nonzero(near < 128)
        found = np.array([columns.mean() + int(right) - 30, rows.mean() + int(down) - 30])
        assert np.abs(found - (right, down)).max() < 1.5


@pytest.mark.parametrize("condition", ["copied_twice", "app_bw"])
def test_a_seed_always_gives_the_same_picture_and_another_seed_another(condition: str):
    first, again, other = (simulated(Seed(7, condition, sheet)) for sheet in (2, 2, 3))
    assert (first.picture == again.picture).all()
    assert (first.truth, first.marks) == (again.truth, again.marks)
    assert first.picture.shape != other.picture.shape or (first.picture != other.picture).any()


def test_pupils_mostly_answer_and_a_number_stands_to_the_right():
    digits = [Line(99, part, 1, LINES[1].first, LINES[1].step, tuple("0123456789")) for part in range(3)]
    rng = np.random.default_rng(5)
    papers = [meant([*LINES.values(), *digits], rng) for _ in range(300)]
    choices_made = [len(paper[number, 0]) for paper in papers for number in LINES]
    assert 0.03 < choices_made.count(0) / len(choices_made) < 0.09
    assert 0 < choices_made.count(2) / len(choices_made) < 0.03
    written = {tuple(bool(paper[99, part]) for part in range(3)) for paper in papers}
    assert written == {(False, False, False), (False, False, True), (False, True, True), (True, True, True)}


def test_every_condition_has_its_camera_and_the_old_yardstick_keeps_its_names():
    assert {each.camera for each in CONDITIONS.values()} <= set(CAMERAS)
    assert [each.name for each in YARDSTICK] == [each.camera for each in YARDSTICK]
    assert set(PENS) == {own_hand(np.random.default_rng(k)).pen.name for k in range(120)}


def test_a_sheet_is_named_by_its_seed():
    assert read_seed("7/phone_curl/12") == Seed(7, "phone_curl", 12)
    assert str(Seed(7, "phone_curl", 12)) == "7/phone_curl/12"
    with pytest.raises(
        ValueError, match="'7/fax/1' is no sheet; write RUN/CONDITION/SHEET, such as 7/phone_curl/12"
    ):
        read_seed("7/fax/1")


@pytest.mark.parametrize(("count", "most"), [(0, 2.996), (1, 4.744), (3, 7.754), (10, 16.96)])
def test_a_bound_is_poissons(count: int, most: float):
    assert bound(count, 25_000) == pytest.approx(most / 25_000, rel=1e-3)
