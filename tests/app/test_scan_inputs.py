"""Whatever comes as a picture of a sheet is accounted for by its name, with a reading or a reason."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from answer_sheets import layout_of
from quizmill.app.picture_files import picture_files
from quizmill.app.scans import read_pictures
from quizmill.classroom.scan.accounts import summary
from quizmill.classroom.scan.decisions import SheetDecisions
from quizmill.classroom.scan.reading import Fate
from quizmill.classroom.scan.stack import ReadPicture
from scanned import short, stack

ENDINGS = {
    "JPEG": "jpg",
    "PNG": "png",
    "TIFF": "tif",
    "WEBP": "webp",
    "GIF": "gif",
    "BMP": "bmp",
    "PDF": "pdf",
}
BEGINNINGS = {
    "jpg": b"\xff\xd8\xff\xe0",
    "png": b"\x89PNG\r\n\x1a\n",
    "tif": b"II*\x00\x08\x00\x00\x00",
    "webp": b"RIFF\x40\x00\x00\x00WEBP",
    "gif": b"GIF89a",
    "bmp": b"BM\x40\x00\x00\x00\x00\x00\x00\x00",
    "pdf": b"%PDF-1.7\n",
}
DAMAGED = "is damaged, or cut off; copy it again, or scan it again"
CHANGES = st.tuples(st.floats(0, 0.999), st.integers(0, 255))  # where, and to which byte
CHANCE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(folder, name: str, data: bytes) -> list[ReadPicture]:
    """Every page of a file."""
    (folder / name).write_bytes(data)
    made = short()
    decisions = SheetDecisions(paper=made.papers[0].fingerprint)
    return read_pictures(picture_files(folder / name), made, layout_of(made), decisions)


def told(folder, name: str, data: bytes) -> str:
    """What is said of a file of one page."""
    (only,) = read(folder, name, data)
    return only.reason or (only.reading.fate.value if only.reading else "")


def picture(kind: str, size: tuple[int, int] = (60, 80)) -> bytes:
    greys = np.random.default_rng(1).integers(0, 256, size[::-1], np.uint8)
    made = io.BytesIO()
    Image.fromarray(greys).save(made, kind)
    return made.getvalue()


def png(width: int, height: int) -> bytes:
    """One that only says to be so large."""
    told = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(1000))),
        (b"IEND", b""),
    ]
    chunks = (struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d)) for t, d in told)
    return BEGINNINGS["png"] + b"".join(chunks)


def pdf(width: float, height: float) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(width, height))
    canvas.drawString(0, 0, "x")
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def accounted(folder, name: str, data: bytes) -> None:
    found = read(folder, name, data)
    assert found
    assert all(each.file == str(folder / name) and bool(each.reason) != bool(each.reading) for each in found)
    count = "1 picture" if len(found) == 1 else f"{len(found)} pictures"
    assert summary(stack(short(), *found)).startswith(f"{count}: ")


@CHANCE
@given(ending=st.sampled_from(sorted(BEGINNINGS)), data=st.binary(max_size=300), is_begun=st.booleans())
def test_bytes_by_chance_are_accounted_for(tmp_path, ending, data, is_begun):
    accounted(tmp_path, f"a.{ending}", BEGINNINGS[ending] + data if is_begun else b"?" + data)


@CHANCE
@given(kind=st.sampled_from(sorted(ENDINGS)), share=st.floats(0, 1))
def test_a_picture_that_was_cut_off_is_accounted_for(tmp_path, kind, share):
    data = picture(kind)
    accounted(tmp_path, f"a.{ENDINGS[kind]}", data[: int(share * len(data))])


@CHANCE
@given(
    kind=st.sampled_from(sorted(ENDINGS)),
    changes=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255))),
)
def test_a_picture_that_was_changed_is_accounted_for(tmp_path, kind, changes):
    data = bytearray(picture(kind))
    for share, byte in changes:
        data[int(share * len(data))] = byte
    accounted(tmp_path, f"a.{ENDINGS[kind]}", bytes(data))


@CHANCE
@given(kind=st.sampled_from(sorted(ENDINGS)), width=st.integers(1, 40), height=st.integers(1, 40))
def test_a_picture_of_a_few_pixels_is_no_sheet(tmp_path, kind, width, height):
    assert told(tmp_path, f"a.{ENDINGS[kind]}", picture(kind, (width, height))) in (Fate.NO_SHEET, Fate.BLANK)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.jpg", b"", "this file is empty; copy it again"),
        ("page.jpg", b"<html>not found</html>", f"this picture {DAMAGED}"),
        ("words.pdf", b"I am no PDF", f"this PDF {DAMAGED}"),
        ("half.pdf", pdf(595, 842)[:400], f"this PDF {DAMAGED}"),
        (
            "sheet.heic",
            b"\0\0\0\x18ftypheic" + bytes(20),
            "this is a HEIC photo, which is not read; on an iPhone choose Settings > Camera > Formats > Most "
            "Compatible, or send it by mail or export it as JPEG, and name that",
        ),
        ("bomb.png", png(100_000, 100_000), "this picture is far too large for a sheet; scan it at 300 dpi"),
        (
            "large.png",
            png(12_000, 9_000),
            "this picture has 12000 x 9000 pixels, too many for a sheet; scan it at 300 dpi",
        ),
        (
            "poster.pdf",
            pdf(14_400, 14_400),
            "this picture has 40000 x 40000 pixels, too many for a sheet; scan it at 300 dpi",
        ),
        ("short.png", png(1000, 1000), f"this picture {DAMAGED}"),
        ("dot.pdf", pdf(1, 1), "no sheet"),
        ("thin.png", picture("PNG", (1, 4000)), "no sheet"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value[:12] else "",
)
def test_what_people_name_by_mistake_is_told_what_to_do(tmp_path, name, data, said):
    assert told(tmp_path, name, data) == said
