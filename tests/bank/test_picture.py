"""What kind of picture a file's bytes are."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, features

from quizmill.bank.picture import SUFFIXES, flaw, limits
from quizmill.bank.picture_size import pixels

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
        b"<body>404 Not Found</body>",
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


@pytest.mark.parametrize("data", [b"not a picture", b"\x89PNG", b"BM, a company", b"RIFF....WAVE", b"\0"])
def test_what_is_no_picture_is_found(data):
    assert flaw("leaf.png", data) == NO_PICTURE


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (drawn("TIFF"), "it is a TIFF picture, to be saved as PNG"),
        (drawn("TIFF", big_tiff=True), "it is a TIFF picture, to be saved as PNG"),
        (b"MM\0*\0\0\0\x08", "it is a TIFF picture, to be saved as PNG"),
        (drawn("ICO"), "it is an icon (ICO), to be saved as PNG"),
        (drawn("PDF"), "it is a PDF document, to be saved as PNG or SVG"),
        (drawn("EPS"), "it is a PostScript drawing (EPS), to be saved as PNG"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "it is a HEIC picture, to be saved as JPEG"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "it is a HEIC picture, to be saved as JPEG"),
        (
            b"\0\0\0\x18ftypisom\0\0\2\0isomiso2",
            "it is a film, to be left out, or a still of it saved as PNG",
        ),
        (b"\xff\x0a\xfa\x1f", "it is a JPEG XL picture, to be saved as JPEG"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "it is a JPEG 2000 picture, to be saved as JPEG"),
        (b"8BPS\0\1", "it is a Photoshop file (PSD), to be saved as PNG"),
        (b"gimp xcf v011\0", "it is a GIMP file (XCF), to be exported as PNG"),
        (b"\1\0\0\0" + bytes(36) + b" EMF", "it is a Windows metafile (WMF, EMF), to be saved as PNG"),
        (b"AT&TFORM\0\0", "it is a DjVu document, to be saved as PNG"),
        (bytes(128) + b"DICM", "it is a DICOM file, to be saved as PNG"),
        (b"\x1f\x8b\x08\0", "it is a compressed file, perhaps a drawing (SVGZ), to be unpacked"),
        (
            b"PK\3\4\x14\0",
            "it is an archive or office document, to be opened, and its picture saved as PNG",
        ),
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:0",
            "it is a pointer of Git LFS, to be fetched with `git lfs pull`",
        ),
        (b"\n<!DOCTYPE html>", "it is a web page, to be replaced by the picture it shows"),
        (b"<HTML><body>404", "it is a web page, to be replaced by the picture it shows"),
    ],
)
def test_what_others_take_for_a_picture_is_called_by_its_name(data, told):
    assert flaw("leaf.png", data) == flaw("leaf.svg", data) == told


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


SIGNED = st.sampled_from(
    [b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBP", b"RIFF\0\0\0\0WEBPVP8 ", b""]
)


@given(st.sampled_from(["a.png", "a.svg", "a"]), SIGNED, st.binary(max_size=64) | st.text().map(str.encode))
def test_no_bytes_do_any_harm(file, signature, rest):
    data = signature + rest
    said = flaw(file, data)

    assert said is None or said.startswith("it is ")
    assert said or len(limits(file, data)) <= 2


class TestLimits:
    @pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
    def test_what_every_output_shows(self, kind):
        if kind == "WEBP" and not features.check("webp"):
            pytest.skip("this Pillow writes no WebP")
        assert limits("leaf.JPG", drawn(kind)) == ()

    def test_a_drawing_is_for_every_output(self):
        assert limits("leaf.svg", SVG) == ()

    def test_a_bmp_and_an_avif_are_not_for_paper(self):
        assert limits("leaf.bmp", drawn("BMP")) == (
            ("paper", "is a BMP picture, which paper does not take", "save it as PNG"),
        )
        assert limits("leaf.avif", b"\0\0\0\x1cftypavif\0\0\0\0avif") == (
            ("paper", "is an AVIF picture, which paper does not take", "save it as WebP or JPEG"),
        )

    @pytest.mark.parametrize("file", ["leaf", "leaf.tif", "leaf.jfif", "leaf.png.bak"])
    def test_a_picture_called_by_no_ending_of_one_is_not_for_anki(self, file):
        assert limits(file, drawn("JPEG")) == (
            (
                "Anki",
                "has no ending by which Anki takes it for a picture",
                "call it by what it is: .avif, .bmp, .gif, .jpeg, .jpg, .png, .svg, .webp",
            ),
        )

    def test_more_pixels_than_paper_bears(self):
        def gif(across, down):
            return b"GIF89a" + across.to_bytes(2, "little") + down.to_bytes(2, "little") + bytes(3)

        assert limits("wide.gif", gif(5_000, 5_000)) == ()
        assert limits("wide.gif", gif(5_000, 5_001)) == (
            ("paper", "has more than 25 million pixels, which paper does not take", "make it smaller"),
        )


class TestPixels:
    @pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "CMYK"])
    @pytest.mark.parametrize(
        ("kind", "options"),
        [
            ("PNG", {}),
            ("GIF", {}),
            ("JPEG", {}),
            ("JPEG", {"progressive": True, "comment": b"\xff\xc0 a comment", "exif": b"Exif\0\0\xff\xc0"}),
            ("WEBP", {"lossless": True}),
            ("WEBP", {"quality": 50}),
            ("WEBP", {"save_all": True, "append_images": [Image.new("RGB", (307, 41), "blue")]}),
        ],
    )
    def test_of_what_other_software_writes(self, mode, kind, options):
        out = io.BytesIO()
        try:
            Image.new(mode, (307, 41)).save(out, kind, **options)
        except (OSError, KeyError, ValueError):
            pytest.skip(f"there is no {kind} of that mode")

        assert pixels("WebP" if kind == "WEBP" else kind, out.getvalue()) == 307 * 41

    @pytest.mark.parametrize("kind", ["PNG", "GIF", "JPEG", "WebP", "AVIF", "SVG"])
    def test_a_head_that_does_not_tell(self, kind):
        assert pixels(kind, b"\xff\xd8\xff") is None

    def test_a_megabyte_of_marks_takes_no_time(self):
        assert pixels("JPEG", b"\xff\xd8" + b"\xff" * 1_000_000) is None
        assert pixels("JPEG", b"\xff\xd8" + b"\xff\x00" * 500_000) is None
