"""Pictures in all the ways in which they are stored become greys; what cannot be is told in a sentence."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from quizmill.classroom.scan.picture_kinds import BEGINNING, PictureKind, picture_kind
from quizmill.classroom.scan.pictures import CannotOpen, page_count, page_grey

HALF = Image.new("L", (60, 80), 255)  # its left half is black
HALF.paste(0, (0, 0, 30, 80))


def stored(picture, form, **options):
    made = io.BytesIO()
    picture.save(made, form, **options)
    return made.getvalue()


def grey(data, page=0, name="a"):
    kind = picture_kind(data[:BEGINNING], name)
    return page_grey(io.BytesIO(data), kind, page)


def with_mode(mode):
    deep = np.asarray(HALF)
    match mode:
        case "I;16":
            return Image.fromarray(deep.astype(np.uint16) * 257)
        case "I":
            return Image.fromarray(deep.astype(np.int32) * 257)
        case "F":
            return Image.fromarray(deep.astype(np.float32) / 255)
    return HALF.convert(mode)


@pytest.mark.parametrize(
    ("form", "mode"),
    [(form, mode) for form in ("PNG", "TIFF", "WEBP", "JPEG") for mode in ("L", "RGB")]
    + [("PNG", mode) for mode in ("1", "P", "LA", "RGBA", "I;16")]
    + [("TIFF", mode) for mode in ("1", "P", "RGBA", "CMYK", "I;16", "I", "F")]
    + [("JPEG", "CMYK"), ("WEBP", "RGBA")],
)
def test_black_is_black_and_white_is_white_in_every_mode(form, mode):
    found = grey(stored(with_mode(mode), form))

    assert (found.shape, found.dtype) == ((80, 60), np.uint8)
    assert found[:, :28].max() < 8
    assert found[:, 32:].min() > 247


def test_what_is_clear_is_white_paper():
    clear = Image.new("RGBA", (60, 80))
    clear.paste((0, 0, 0, 255), (0, 0, 30, 80))

    assert (grey(stored(clear, "PNG")) == np.asarray(HALF)).all()


@pytest.mark.parametrize("said", range(1, 9))
def test_a_photo_is_turned_as_the_telephone_was_held(said):
    exif = Image.Exif()
    exif[0x0112] = said
    found = grey(stored(HALF, "TIFF", exif=exif))

    black = {1: found[:, :30], 2: found[:, 30:], 3: found[:, 30:], 4: found[:, :30]}
    black |= {5: found[:30], 6: found[:30], 7: found[30:], 8: found[30:]}
    assert black[said].max() == 0


class TestPages:
    def test_of_a_tiff(self):
        data = stored(HALF, "TIFF", save_all=True, append_images=[HALF.rotate(180)])

        assert page_count(io.BytesIO(data), PictureKind.TIFF) == 2
        assert (grey(data, 1) == np.asarray(HALF)[::-1, ::-1]).all()

    @pytest.mark.parametrize(("dpi", "shape"), [(100, (900, 700)), (300, (2700, 2100)), (600, (2700, 2100))])
    def test_of_a_pdf_are_drawn_as_fine_as_their_scan_up_to_300_dpi(self, dpi, shape):
        scan = HALF.resize((7 * dpi, 9 * dpi))
        data = stored(scan, "PDF", resolution=dpi, save_all=True, append_images=[scan])

        assert page_count(io.BytesIO(data), PictureKind.PDF) == 2
        assert grey(data, 1).shape == shape

    def test_without_a_scan_are_drawn_at_200_dpi(self):
        data = stored(HALF, "PDF", resolution=72)

        assert grey(data).shape == (round(80 / 72 * 200 + 0.4), round(60 / 72 * 200 + 0.4))


DAMAGED = "this picture is damaged, or cut off; copy it again, or scan it again"
NO_PDF = "this PDF is damaged, or cut off; copy it again, or scan it again"
NOISE = Image.effect_noise((200, 200), 90)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (stored(NOISE, "JPEG")[:2000], DAMAGED),
        (stored(NOISE, "PNG")[:2000], DAMAGED),
        (stored(NOISE, "TIFF")[:2000], DAMAGED),
        (stored(NOISE, "WEBP")[:2000], DAMAGED),
        (b"\xff\xd8\xff" + bytes(50), DAMAGED),
        (b"II*\x00" + b"\xff" * 40, DAMAGED),
        (stored(HALF, "PDF")[:200], NO_PDF),
        (
            b"\0\0\0\x18ftypheic" + bytes(99),
            "this is a HEIC photo, which is not read; on an iPhone choose Settings > Camera > Formats > Most "
            "Compatible, or send it by mail or export it as JPEG, and name that",
        ),
        (
            stored(Image.new("1", (10000, 8001)), "PNG"),
            "this picture has 10000 x 8001 pixels, too many for a sheet; scan it at 300 dpi",
        ),
        (
            stored(Image.new("1", (20000, 20000)), "PNG"),
            "this picture is far too large for a sheet; scan it at 300 dpi",
        ),
    ],
)
def test_what_shows_nothing_is_told_in_a_sentence(data, reason):
    assert why_not(data) == reason


def why_not(data):
    try:
        page_count(io.BytesIO(data), picture_kind(data[:BEGINNING], "a"))
        grey(data)
    except CannotOpen as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("begins", "name", "kind"),
    [
        (b"", "IMG.JPG", PictureKind.JPEG),
        (b"", "notes.txt", None),
        (b"student,1", "a.csv", None),
        (b"<html>", "a.jpg", PictureKind.JPEG),  # and damaged
        (b"PK\x03\x04", "a.jpg", None),
        (b"BM\x40\0\0\0\0\0\0\0", "a", PictureKind.BMP),
        (b"BMW,1,2,3,4", "a", None),
        (b"\0\0\0\x18ftypmif1", "a", PictureKind.HEIC),
        (b"RIFF\0\0\0\0WAVE", "a", None),
    ],
)
def test_a_file_is_what_its_content_says(begins, name, kind):
    assert picture_kind(begins, name) is kind
