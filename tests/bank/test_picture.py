"""What kind of picture a file's bytes are."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, features

from quizmill.bank.picture import SUFFIXES, flaw

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>'
NO_PICTURE = "it is no picture, whatever its name says"


def declared(encoding, inner, codec=None):
    """A drawing that says its encoding, and is written in it or by another *codec*."""
    drawing = SVG.decode().replace("<path", f"{inner}<path")
    return f'<?xml version="1.0" encoding="{encoding}"?>{drawing}'.encode(codec or encoding)


def drawn(kind, **options):
    """A small picture as Pillow writes it."""
    out = io.BytesIO()
    Image.new("RGB", (3, 2), "red").save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "AVIF"])
def test_what_other_software_writes_is_a_picture_under_any_raster_name(kind):
    if kind in ("AVIF", "WEBP") and not features.check(kind.lower()):
        pytest.skip(f"this Pillow writes no {kind}")
    data = drawn(kind)

    assert [flaw(f"images/leaf{suffix}", data) for suffix in sorted(SUFFIXES - {".svg"})] == [None] * 7
    assert flaw("leaf.SVG", data) == (
        f"it is a {'WebP' if kind == 'WEBP' else kind} picture, which is not shown from a file called .svg"
    )


@pytest.mark.parametrize(
    "drawing",
    [
        SVG,
        b"\xef\xbb\xbf" + SVG,
        b'<?xml version="1.0" encoding="UTF-8"?>\n<!-- by hand -->\n' + SVG,
        SVG.decode().encode("utf-16"),
        b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        b'"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" '
        b'[<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;"/>',
        b'<s:svg xmlns:s="http://www.w3.org/2000/svg"/>',
    ],
)
def test_a_drawing_is_shown_from_an_svg_file_alone(drawing):
    assert flaw("leaf.svg", drawing) is None
    assert flaw("leaf.Svg", drawing) is None
    assert flaw("leaf.png", drawing) == "it is an SVG drawing, which is shown only from a file called .svg"


@pytest.mark.parametrize(
    "encoding", ["GBK", "gb2312", "GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR", "ISO-8859-2"]
)
def test_a_drawing_may_be_in_an_encoding_of_other_days(encoding):
    said = {"EUC-KR": "차", "ISO-8859-2": "č"}.get(encoding, "茶")
    drawing = declared(encoding, f'<text id="{said}">{said}</text>')

    assert flaw("leaf.svg", drawing) is None
    assert flaw("leaf.svg", drawing[:-1]) == "it is no SVG drawing"
    assert flaw("leaf.png", drawing) == "it is an SVG drawing, which is shown only from a file called .svg"


def test_an_encoding_is_taken_as_browsers_take_it():
    assert flaw("leaf.svg", declared("gb2312", "<text>朱镕基 €</text>", "gb18030")) is None  # both beyond it
    assert flaw("leaf.svg", declared("Shift_JIS", "<text>① 髙</text>", "cp932")) is None
    assert flaw("leaf.svg", declared("EUC-KR", "<text>똠</text>", "cp949")) is None


BOMB = b"<!DOCTYPE svg [" + b'<!ENTITY a0 "ha">'
BOMB += b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
BOMB += b']><svg xmlns="http://www.w3.org/2000/svg">&a11;</svg>'


@pytest.mark.parametrize(
    "data",
    [
        b"not a drawing",
        b"<svg/>",  # of no namespace: a browser shows nothing
        b"<html><body>404 Not Found</body></html>",
        SVG[:-3],
        b'<?xml version="1.0" encoding="klingon"?>' + SVG,
        b'<?xml version="1.0" encoding="rot13"?>' + SVG,
        BOMB,
        b'<?xml version="1.0" encoding="GBK"?>' + BOMB,
        b'<?xml version="1.0" encoding="GBK"?>' + SVG.replace(b"M0 0", b"\x81"),  # half a character
        b'<?xml version="1.0" encoding="utf-7"?>' + SVG,  # to Python an encoding; no browser reads it
        b'<?xml version="1.0" encoding="idna"?>' + SVG,
        b'<?xml version="1.0" encoding="hex"?>' + SVG,
    ],
)
def test_what_is_no_drawing_is_found(data):
    assert flaw("leaf.svg", data) == "it is no SVG drawing"
    assert flaw("leaf.png", data) == NO_PICTURE


@pytest.mark.parametrize("data", [b"not a picture", b"\x89PNG", b"BM, a company", b"RIFF....WAVE", b"II*\0"])
def test_what_is_no_picture_is_found(data):
    assert flaw("leaf.png", data) == NO_PICTURE


def test_an_empty_file_is_found():
    assert flaw("leaf.png", b"") == flaw("leaf.svg", b"") == "it is empty"


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "BMP"])
def test_a_picture_cut_short_is_found(kind):
    assert flaw("leaf.png", drawn(kind)[:-8]) == "it is cut short"


def test_of_a_jpeg_the_head_must_be_there():
    assert flaw("leaf.jpg", drawn("JPEG")[:100]) == "it is cut short"


@pytest.mark.parametrize("head", [b"GIF87a", b"GIF89a", drawn("GIF")[:12]])
def test_of_a_gif_the_head_must_be_there(head):
    assert flaw("leaf.gif", head) == "it is cut short"


def test_what_follows_a_bmp_does_no_harm():
    assert flaw("leaf.bmp", drawn("BMP") + b"\0") is None


@given(st.sampled_from(["a.png", "a.svg", "a"]), st.binary() | st.text().map(str.encode))
def test_no_bytes_do_any_harm(file, data):
    said = flaw(file, data)

    assert said is None or said.startswith("it is ")
