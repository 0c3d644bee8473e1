"""A drawing on paper is lines and letters, where a browser has them."""

from __future__ import annotations

import base64
import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from printed import Printed
from quizmill.export.paper.drawing.colours import colour
from quizmill.export.paper.drawing.contours import ClosePath, CurveTo, LineTo, MoveTo, bounds
from quizmill.export.paper.drawing.matrix import applied, transformation
from quizmill.export.paper.drawing.path_data import segments
from quizmill.export.paper.pdf import Pdf
from quizmill.export.paper.printed_picture import picture

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
PAGE = 120  # points


def svg(inner: str, attributes: str = 'viewBox="0 0 100 100" width="160" height="160"') -> bytes:
    return f"<svg {NS} {attributes}>{inner}</svg>".encode()


def pdf_of(data: bytes) -> bytes:
    pdf = Pdf((PAGE, PAGE), sharing=True, language="en")
    pdf.place(picture(data, PAGE, PAGE), 0, PAGE)
    pdf.turn()
    return pdf.finish()


def shown(inner: str, **options) -> Image.Image:
    """The drawing on a page, 100 pixels wide."""
    page = Printed(pdf_of(svg(inner, **options))).document[0]
    return page.render(scale=100 / PAGE, may_draw_forms=False).to_pil().convert("RGB")


def seen(inner: str, x: int, y: int, **options) -> tuple[int, int, int]:
    return shown(inner, **options).getpixel((x, y))


WHITE, BLACK, RED, BLUE = (255, 255, 255), (0, 0, 0), (255, 0, 0), (0, 0, 255)
RECT = '<rect x="20" y="20" width="60" height="60"'


@pytest.mark.parametrize(
    ("inner", "inside", "outside"),
    [
        (f'{RECT} fill="red"/>', (50, 50), (10, 50)),
        (f'<g fill="red">{RECT}/></g>', (22, 22), (18, 18)),
        (f'{RECT} rx="30" fill="red"/>', (50, 22), (22, 22)),
        ('<circle cx="50%" cy="50" r="30" fill="#f00"/>', (50, 22), (24, 24)),
        ('<ellipse cx="50" cy="50" rx="40" ry="10" style="fill: rgb(100%, 0, 0)"/>', (15, 50), (50, 35)),
        ('<line x1="10" y1="50" x2="90" y2="50" stroke="red" stroke-width="6"/>', (50, 50), (50, 60)),
        ('<polygon points="10,10 90,10 50,90" fill="hsl(0 100% 50%)"/>', (50, 50), (15, 80)),
        (
            '<polyline points="10 90 50 10 90 90" fill="none" stroke="red" stroke-width="8"/>',
            (30, 50),
            (50, 60),
        ),
        ('<path d="M10 10H90V90H10ZM30 30h40v40h-40z" fill="red" fill-rule="evenodd"/>', (20, 50), (50, 50)),
        ('<path d="M50 10A40 40 0 0150 90" fill="red"/>', (70, 50), (30, 50)),
        ('<path d="M10 50Q50-30 90 50t0 0" fill="red"/>', (50, 30), (50, 70)),
        (f'<g transform="translate(50 0) scale(.5)">{RECT} fill="red"/></g>', (75, 25), (25, 25)),
        (
            f'<style>.a rect{{fill:blue}} #b>rect{{fill:red}}</style><g class="a" id="b">{RECT}/></g>',
            (50, 50),
            (5, 5),
        ),
        (f'<style>rect{{fill:red!important}}</style>{RECT} style="fill:blue"/>', (50, 50), (5, 5)),
        (f'<style>:root{{--c:red}}</style>{RECT} style="fill:var(--c, blue)"/>', (50, 50), (5, 5)),
        (f'<g color="red">{RECT} fill="currentColor"/></g>', (50, 50), (5, 5)),
        (
            '<defs><g id="a"><rect width="20" height="20"/></g></defs>'
            '<use href="#a" x="40" y="40" fill="red"/>',
            (50, 50),
            (30, 30),
        ),
        (
            '<symbol id="s" viewBox="0 0 2 2"><rect width="9" height="9" fill="red"/></symbol>'
            '<use xlink:href="#s" width="50" height="50"/>',
            (25, 25),
            (60, 25),
        ),
        (
            '<svg x="50" width="50" height="50" viewBox="0 0 1 1"><circle r="9" fill="red"/></svg>',
            (75, 25),
            (75, 60),
        ),
        (
            '<clipPath id="c"><circle cx="50" cy="50" r="20"/></clipPath>'
            f'<g clip-path="url(#c)">{RECT} fill="red"/></g>',
            (50, 50),
            (25, 50),
        ),
        (f'<switch><g systemLanguage="xx">{RECT}/></g>{RECT} fill="red"/></switch>', (50, 50), (5, 5)),
        (f'{RECT} fill="red"/>{RECT} display="none"/>{RECT} style="visibility:hidden"/>', (50, 50), (5, 5)),
        (
            '<marker id="m" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="3" markerHeight="3" '
            'orient="auto"><path d="M0 0H10V10H0z" fill="red"/></marker>'
            '<path d="M10 50H80" stroke="none" stroke-width="10" marker-end="url(#m)"/>',
            (90, 60),
            (50, 50),
        ),
        (
            '<linearGradient id="g"><stop stop-color="red"/></linearGradient>'
            '<circle r="60" fill="url(#g)"/>',
            (5, 5),
            (90, 90),
        ),
        (f'{RECT} fill="url(#nothing) red"/>', (50, 50), (5, 5)),
    ],
)  # fmt: skip
def test_shapes_stand_where_they_should(inner, inside, outside):
    assert seen(inner, *inside) == RED
    assert seen(inner, *outside) == WHITE


def test_a_gradient_goes_from_colour_to_colour():
    inner = (
        '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>'
    )
    page = shown(f'{inner}<rect width="100" height="100" fill="url(#g)"/>')

    assert page.getpixel((1, 50))[0] > 240 > 20 > page.getpixel((1, 50))[2]
    assert page.getpixel((98, 50))[2] > 240 > 20 > page.getpixel((98, 50))[0]
    assert all(120 < page.getpixel((50, 50))[part] < 136 for part in (0, 2))


def test_what_is_seen_through_lets_the_paper_through():
    half = (255, 127, 127)
    for inner in (
        f'{RECT} fill="red" opacity=".5"/>',
        f'<g opacity="50%">{RECT} fill="red"/></g>',
        f'{RECT} fill="#ff000080"/>',
        f'<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="red"/></linearGradient>'
        f'{RECT} fill="url(#g)" fill-opacity=".5"/>',
        '<path d="M20 50H80" stroke="red" stroke-width="60" stroke-opacity=".5"/>',
    ):
        assert seen(inner, 50, 50) == pytest.approx(half, abs=2), inner


def test_a_pattern_is_laid_again_and_again():
    inner = '<pattern id="p" width="20" height="20" patternUnits="userSpaceOnUse">'
    inner += (
        '<rect width="10" height="20" fill="red"/></pattern><rect width="100" height="100" fill="url(#p)"/>'
    )
    page = shown(inner)

    assert [page.getpixel((x, 50)) for x in (5, 15, 25, 35, 85, 95)] == [RED, WHITE] * 3


def test_a_marker_that_shows_itself_is_drawn_once():
    inner = '<marker id="m" markerUnits="userSpaceOnUse" overflow="visible">'
    inner += '<path d="M0 0H20V20H0z" fill="red" marker-end="url(#m)"/></marker>'

    assert seen(f'{inner}<path d="M0 0L50 50" marker-end="url(#m)"/>', 60, 60) == RED


def test_a_picture_in_a_drawing():
    data = io.BytesIO()
    Image.new("RGB", (2, 1), "blue").save(data, "PNG")
    address = "data:image/png;base64," + base64.b64encode(data.getvalue()).decode()
    page = shown(f'<image href="{address}" width="100" height="100"/>')

    assert [page.getpixel((50, y)) for y in (10, 50, 90)] == [WHITE, BLUE, WHITE]  # its shape is kept


def test_letters_are_letters_in_every_script_that_paper_has():
    inner = '<text x="1" y="20" font-size="5">Ángulo α ≈ 45° señal 漢字 → ∑</text>'
    inner += (
        '<text x="99" y="50" text-anchor="end" font-size="8">a <tspan font-weight="bold">b</tspan>  c</text>'
    )
    inner += '<text x="50" y="80" text-anchor="middle" font-family="monospace" font-size="8">int x;</text>'
    printed = Printed(pdf_of(svg(inner)))

    assert printed.text == "Ángulo α ≈ 45° señal 漢字 → ∑ a b c int x;"
    _, left, _, right, _ = printed.place_of("int x;")
    assert (left + right) / 2 == pytest.approx(PAGE / 2, abs=1)
    assert printed.place_of("b c")[3] == pytest.approx(PAGE * 0.99, abs=1)


@pytest.mark.parametrize("empty", ["<text/>", '<text x="1" y="9"> <tspan/></text>', "<text>\n</text>"])
def test_a_text_without_letters_is_none(empty):
    assert pdf_of(svg(f"{empty}{RECT}/>")) == pdf_of(svg(f"{RECT}/>"))


def test_a_text_is_as_wide_as_its_author_had_it():
    wide = '<text x="10" y="20" font-size="8" textLength="80">spread</text>'
    narrow = '<text x="10" y="20" font-size="8" textLength="20">squeezed</text>'

    for inner, length in ((wide, 80), (narrow, 20)):
        left, _, right, _ = ImageOps.invert(shown(inner).convert("L")).getbbox()
        assert (left, right - left) == pytest.approx((10, length), abs=2)


def test_how_large_it_is():
    def size(attributes, width=500.0, height=500.0):
        made = picture(svg("", attributes), width, height)
        return round(made.width, 1), round(made.height, 1)

    assert size('width="100" height="50"') == (75, 37.5)
    assert size('viewBox="0 0 1000 500"', width=300) == (300, 150)
    assert size('width="10cm" height="10cm"', height=100) == (100, 100)
    assert size("") == (225, 112.5)


def test_equal_in_equal_out():
    data = svg(f'<text font-size="9" y="9">é</text>{RECT} opacity=".3"/>')

    assert pdf_of(data) == pdf_of(data)


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        (
            "<text>🌱</text>",
            "it has letters that cannot be printed: U\\+1F331 SEEDLING is in none of the fonts",
        ),
        (
            f'<path d="M0 0{"L1 1" * 200_000}"/>',
            "one of its paths has more than 200000 parts; make it simpler",
        ),
        (
            f"<style>{'g g g rect{fill:red}' * 999}</style>{'<g>' * 50}{'<rect/>' * 50}{'</g>' * 50}",
            "its style sheet has more rules than can be tried on all of its elements",
        ),
        (
            '<pattern id="p" width=".001" height=".001"/><rect width="9" height="9" fill="url(#p)"/>',
            "one of its patterns has more than 10000 tiles; make them larger",
        ),
        (
            f'<marker id="m">{"<path/>" * 999}</marker><polyline points="{"1 1 " * 2000}" marker="url(#m)" '
            'style="marker:url(#m)"/>',
            "it comes to more than 1 million strokes; make it simpler",
        ),
    ],
)
def test_what_is_too_much_is_refused_before_anything_is_placed(inner, told):
    with pytest.raises(ValueError, match=told):
        picture(svg(inner), 100, 100)


class TestPathData:
    def test_commands_go_on_without_being_named(self):
        assert segments("M1,2 3 4-5.5.5z m1 1 1 1") == [
            MoveTo(1, 2),
            LineTo(3, 4),
            LineTo(-5.5, 0.5),
            ClosePath(),
            MoveTo(2, 3),
            LineTo(3, 4),
        ]

    def test_flags_of_an_arc_need_no_space(self):
        assert segments("M0 0a5 5 0 0110 0")[-1][4:] == pytest.approx((10, 0))

    def test_a_mistake_ends_it(self):
        assert segments("M0 0L1 1L2 x3 3") == [MoveTo(0, 0), LineTo(1, 1)]
        assert segments("L1 1") == segments("") == segments("x") == []

    def test_a_smooth_curve_goes_on_as_the_last_one_came(self):
        assert segments("M0 0C0 1 1 2 2 2S4 1 4 0")[-1] == CurveTo(3, 2, 4, 1, 4, 0)

    def test_a_half_circle_reaches_as_far_as_its_radius(self):
        box = bounds(segments("M10 0A10 10 0 0 1 -10 0"))

        assert box == pytest.approx((-10, 0, 20, 10), abs=0.01)

    @given(st.text(st.sampled_from("MmLlHhVvCcSsQqTtAaZz0123456789.-+eE, \n"), max_size=60))
    def test_no_data_do_any_harm(self, data):
        bounds(segments(data))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("translate(1,2)scale(2)", (7, 8)),
        ("rotate(90)", (-3, 3)),
        ("rotate(90, 3, 3)", (3, 3)),
        ("matrix(1 0 0 1 5 0), skewX(45)", (11, 3)),
        ("rotate(0.25turn) translateY(1px)", (-4, 3)),
        ("scale(2) nonsense(1)", (3, 3)),
        ("scale(2", (3, 3)),
    ],
)
def test_transformations(text, found):
    assert applied(transformation(text), 3, 3) == pytest.approx(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("white", (1, 1, 1, 1)),
        ("RebeccaPurple", (0.4, 0.2, 0.6, 1)),
        ("#0f08", (0, 1, 0, 136 / 255)),
        ("rgba(255, 0, 0, .5)", (1, 0, 0, 0.5)),
        ("rgb(0 0 100% / 50%)", (0, 0, 1, 0.5)),
        ("hsl(120, 100%, 25%)", (0, 0.5, 0, 1)),
        ("light-dark(rgb(255, 0, 0), blue)", (1, 0, 0, 1)),
        ("transparent", (0, 0, 0, 0)),
        ("nonsense", None),
        ("#12345", None),
    ],
)
def test_colours(text, found):
    assert colour(text) == (found and pytest.approx(found))


NUMBERS = st.sampled_from(["0", "-1", "1e9", "1e400", "50%", "3em", "x", "", "NaN", "10 20 30", "1e-400"])
NAMES = st.sampled_from(
    "x y width height r rx cx d points transform stroke-width stroke-dasharray viewBox font-size dx "
    "textLength opacity fill clip-path marker-end preserveAspectRatio stroke offset x1 letter-spacing".split()
)
ELEMENTS = st.sampled_from(
    ["g", "rect", "path", "circle", "text", "svg", "use", "polyline", "pattern", "image"]
)


@given(st.lists(st.tuples(ELEMENTS, st.dictionaries(NAMES, NUMBERS, max_size=4)), max_size=5))
def test_no_numbers_do_any_harm(parts):
    inner = ""
    for name, numbers in parts:
        told = "".join(
            f' {key}="{value}"' for key, value in ({"stroke": "red", "href": "#a"} | numbers).items()
        )
        inner += f"<{name}{told}>a{'' if name == 'text' else '<rect/>'}</{name}>"
    with contextlib.suppress(ValueError):  # where it is too much
        pdf_of(svg(f'<path id="a" d="M0 0L9 9"/>{inner}'))
