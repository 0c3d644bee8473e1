"""A drawing from a bank goes out without what does more than draw, and what was removed has a name."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.drawing import NoDrawing, TooMuch, read
from quizmill.bank.drawing.lengths import size
from quizmill.bank.drawing.on_paper import lacking, obstacle
from quizmill.bank.drawing.svg_tree import MOST_ELEMENTS

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
USE = '<use href="#g%d"/>'
PNG = "data:image/png;base64,iVBORw0KGgo="


def svg(inner: str, attributes: str = "", before: str = "") -> bytes:
    return f'{before}<svg {NS} viewBox="0 0 9 9"{attributes}>{inner}</svg>'.encode()


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0L1 1" style="fill:none;stroke:#000"/>',
        '<defs><marker id="a" orient="auto"><path d="M0 0"/></marker></defs><line marker-end="url(#a)"/>',
        '<style type="text/css">/* by (hand) */ *{stroke-linejoin:round} .a > b{fill:url("#g")}</style>',
        f'<image xlink:href="{PNG}"/><use href="#a" x="1"/>',
        '<text x="1 2" xml:space="preserve">Ångström α <tspan dy="-1em">2</tspan></text><!-- a comment -->',
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
        '<animate attributeName="cx" from="0" to="1" dur="2s"/><title>A leaf</title>',
        '<g aria-label="x" data-n="1" style="-inkscape-stroke:none" transform="rotate(45, 1, 2) scale(2)"/>',
        '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><g filter="url(#f)" fill="rgb(1,2,3)"/>',
    ],
)
def test_a_clean_drawing_is_kept_byte_for_byte(inner):
    data = svg(inner, ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1"')

    drawing = read(data)

    assert (drawing.removed, drawing.data) == ((), data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_so_it_is_in_common_encodings(encoding):
    data = f'<?xml version="1.0" encoding="{encoding}"?><svg {NS}><text>é</text></svg>'.encode(encoding)

    assert read(data).data == data


def test_a_public_document_type_stays_and_an_encoding_of_other_days_becomes_utf_8():
    public = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    typed = svg("", before=public)
    old = f'<?xml version="1.0" encoding="GBK"?><svg {NS}><text>茶</text></svg>'.encode("gbk")

    assert read(typed).data == typed
    assert read(old).data == '<svg xmlns="http://www.w3.org/2000/svg">\n<text>茶</text>\n</svg>\n'.encode()


HOSTILE = {
    "<script>alert(1)</script>": ("<script>",),
    '<html:script xmlns:html="http://www.w3.org/1999/xhtml">x()</html:script>': ("<html:script>",),
    '<metadata><h:script xmlns:h="http://www.w3.org/1999/xhtml">x()</h:script></metadata>': (
        "<html:script>",
    ),
    '<path onclick="x()" d="M0 0"/>': ("the attribute onclick",),
    "<foreignObject><b/></foreignObject>": ("<foreignObject>",),
    '<a xlink:href="javascript:x()" target="_top"><text>T</text></a>': ("a link <a>",),
    '<image href="https://evil.example/x.png"/>': ("a reference to https://evil.example/x.png",),
    '<image href="//evil.example/x.png"/>': ("a reference to //evil.example/x.png",),
    '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>': (
        "a reference to data:image/svg+xml;base64,PHN2Zy8+",
    ),
    '<image href="data:image/png;base64,PHN2Zy8+"/>': ("a reference to data:image/png;base64,PHN2Zy8+",),
    '<use href="other.svg#a"/>': ("a reference to other.svg#a",),
    '<use xlink:href="data:image/png,x"/>': ("a reference to data:image/png,x",),
    '<set attributeName="href" to="javascript:x()"/>': ('<set> of "href"',),
    '<animate attributeName="onload" values="x()"/>': ('<animate> of "onload"',),
    '<set attributeName="fill" to="url(http://e.example/)"/>': ("to: url(http://e.example/)",),
    "<style>@import 'http://e.example/a.css';</style>": ("@import",),
    "<style>@font-face{font-family:a;src:url(http://e.example/a)}.b{fill:red}</style>": ("@font-face",),
    "<style>.a{fill:url(http://e.example/)}</style>": ("the style fill:url(http://e.example/)",),
    r"<style>.a{fill:u\72l(http://e.example/)}</style>": (r"the style fill:u\72l(http://e.example/)",),
    '<style>.a{font-family:"/*"} .b{fill:url(http://e.example/)} .c{font-family:"*/"}</style>': (
        "comments of a style sheet",
    ),
    '<g style="behavior:url(#default#time2)"/>': ("the style behavior:url(#default#time2)",),
    '<g style="width:expression(x())"/>': ("the style width:expression(x())",),
    '<g fill="url(http://e.example/#a)"/>': ("fill: url(http://e.example/#a)",),
    '<g filter="url( &quot;//e.example&quot; )"/>': ('filter: url( "//e.example" )',),
    '<g cursor="image-set(&quot;x&quot; 1x)"/>': ('cursor: image-set("x" 1x)',),
    '<g xml:base="http://e.example/"/>': ("the attribute xml:base",),
    '<g xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"/>': ("the attribute event",),
    '<use id="a" href="#a"/>': ("a <use> of itself",),
    '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>': ("a <use> of itself",),
    "<feImage/><cursor/><iframe/>": ("<feImage>", "<cursor>", "<iframe>"),
}


@pytest.mark.parametrize(("inner", "removed"), HOSTILE.items())
def test_what_does_more_than_draw_is_removed_by_name(inner, removed):
    drawing = read(svg(inner))

    assert drawing.removed == removed
    again = read(drawing.data)
    assert (again.data, again.removed) == (drawing.data, ())


def test_so_are_instructions_and_entities_which_are_written_out():
    before = (
        '<?xml-stylesheet href="a.css"?><!DOCTYPE svg [<!ENTITY a "b"><!ATTLIST svg onload CDATA "x()">]>'
    )

    drawing = read(svg("<text>&a;</text>", before=before))

    assert drawing.removed == ("<?xml-stylesheet?>", "<!DOCTYPE>", "the attribute onload")
    assert drawing.data == (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<text>b</text>\n</svg>\n'
    )


def test_what_was_in_a_link_stays():
    drawing = read(svg('<a href="#x"><rect width="1"/></a><text>see <a href="#x" fill="red">this</a></text>'))

    assert drawing.data.decode().splitlines()[1:] == [
        "<g>",
        '<rect width="1"/>',
        "</g>",
        '<text>see <tspan fill="red">this</tspan></text>',
        "</svg>",
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (svg("<g/>" * MOST_ELEMENTS), "has more than 50000 elements"),
        (svg("<g>" * 100 + "</g>" * 100), "has more than 100 elements within each other"),
        (svg(" " * 5_000_000), "has more than 5 million bytes"),
        (
            svg('<g id="g0"/>' + "".join(f'<g id="g{n}">{10 * (USE % (n - 1))}</g>' for n in range(1, 9))),
            "comes to more than 100000 elements where each <use> is drawn",
        ),
        (
            svg("".join(f'<g id="g{n}"><use href="#g{n + 1}"/></g>' for n in range(200))),
            "has more than 100 elements within each other",
        ),
    ],
    ids=["many", "deep", "large", "doubled", "deep in uses"],
)
def test_more_than_is_sane_is_refused(data, told):
    with pytest.raises(TooMuch, match=f"^{told}$"):
        read(data)


@pytest.mark.parametrize(
    "data", [b"", b"<svg/>", b"\xff", svg("")[:-1], b'<?xml version="1.0" encoding="utf-7"?>']
)
def test_what_is_no_drawing(data):
    with pytest.raises(NoDrawing):
        read(data)


PIECES = st.sampled_from(
    [
        *HOSTILE,
        "<g>",
        "</g>",
        "<text>a &lt;script&gt; b</text>",
        "<style>.a{fill:red}</style>",
        "]]&gt;",
        "&#10;",
    ]
)
WORDS = st.text(st.sampled_from("url(#)\"';:{}@\\/*-! javscript:datimpo"), max_size=30)


@given(st.lists(PIECES, max_size=6).map("".join), WORDS, WORDS)
def test_cleaning_twice_is_cleaning_once_and_nothing_evil_is_left(inner, style, value):
    def quoted(text):
        return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")

    inner += f'<g style="{quoted(style)}" fill="{quoted(value)}"/><style>{quoted(style)}</style>'
    try:
        drawing = read(svg(inner))
    except NoDrawing:
        return
    again = read(drawing.data)

    assert (again.data, again.removed) == (drawing.data, ())
    shown = re.sub(rb"<text>.*?</text>|<!--.*?-->", b"", drawing.data, flags=re.DOTALL).lower()
    assert not re.search(rb"<\w*:?script|\son\w+\s*=|javascript:|@import|https?://(?!www\.w3\.org)", shown)
    assert all(
        found.startswith((b"#", b"&quot;#", b"'#", b'"#')) for found in re.findall(rb"url\(\s*(\S*)", shown)
    )


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: svg(text)))
def test_no_bytes_do_any_harm(data):
    try:
        drawing = read(data)
    except (NoDrawing, TooMuch):
        return
    assert read(drawing.data).data == drawing.data


@pytest.mark.parametrize(
    ("attributes", "found"),
    [
        ('viewBox="0 0 40 30"', (300, 225)),
        ('viewBox="0 0 400 600"', (400, 600)),
        ('width="10cm" height="5cm" viewBox="0 0 1 1"', (378, 189)),
        ('width="100%" viewBox="0 0 30 40"', (225, 300)),
        ('width="80" viewBox="0,0,40,30"', (80, 60)),
        ('height="60px" viewBox="0 0 40 30"', (80, 60)),
        ('width="72pt" height="1in"', (96, 96)),
        ('width="10" height="0"', None),
        ("", None),
    ],
)
def test_how_large_a_drawing_is(attributes, found):
    told = size(read(f"<svg {NS} {attributes}/>".encode()).root)

    assert (told and tuple(round(each) for each in told)) == found


def test_what_paper_lacks_has_the_names_of_svg():
    inner = '<rect filter="url(#f)" style="mix-blend-mode:multiply"/><text><textPath>x</textPath></text>'
    inner += (
        '<style>.a{mask:url(#m)}</style><animate attributeName="x"/><linearGradient spreadMethod="repeat"/>'
    )

    assert lacking(read(svg(inner)).root) == (
        "filter",
        "mix-blend-mode",
        "text along a path",
        "mask",
        "what moves",
        "spreadMethod repeat",
    )
    assert lacking(read(svg('<g filter="none" mask="none" clip-path="url(#c)"/>')).root) == ()


def test_letters_that_paper_lacks():
    assert obstacle(read(svg("<text>a</text><title>🌱</title>")).root) is None
    assert obstacle(read(svg("<text>a<tspan>שלום</tspan></text>")).root) == (
        "has letters that cannot be printed: U+05E9 HEBREW LETTER SHIN "
        "is of a script written from right to left"
    )
