"""Pictures as scanners and telephones make them: how many pages a file has, and each as an array of greys."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import cv2
import numpy as np
import pypdfium2
import pypdfium2.raw
from PIL import Image, ImageOps

from quizmill.classroom.scan.arrays import Grey
from quizmill.classroom.scan.picture_kinds import PictureKind

_HEIC = (
    "this is a HEIC photo, which is not read; on an iPhone choose Settings > Camera > Formats > Most "
    "Compatible, or send it by mail or export it as JPEG, and name that"
)
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP")
_DENSEST = 300  # dpi: more shows no more of a pencil's mark
_USUAL = 200  # dpi for pages that are drawn and hold no picture
_LARGEST = 80_000_000  # pixels: A4 at 600 dpi has 35 million
_ENOUGH = 4400  # pixels of the long side; a JPEG is decoded no finer than that
_SIXTEEN_BITS = ("I", "I;16", "I;16B", "I;16L", "I;16N")

# What decoders raise over files that were cut off or changed.
_DAMAGED = (OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, ArithmeticError, struct.error)

Source = Path | IO[bytes]


class CannotOpen(ValueError):
    """Why a file or a page of it shows nothing, and what to do."""


def one_processor() -> None:
    """From now on this process works on one alone."""
    cv2.setNumThreads(1)


def page_count(source: Source, kind: PictureKind) -> int:
    """How many pages it has, 1 for a photo; raises CannotOpen."""
    if kind is PictureKind.HEIC:
        raise CannotOpen(_HEIC)
    if kind is PictureKind.PDF:
        with _pdf(source) as document:
            count = len(document)
        if not count:
            raise CannotOpen("this PDF has no pages; scan it again")
        return count
    with _image(source) as image:
        return int(getattr(image, "n_frames", 1)) if kind is PictureKind.TIFF else 1


def page_grey(source: Source, kind: PictureKind, page: int) -> Grey:
    """The page with that index as it is seen upright on a screen; raises CannotOpen."""
    if kind is PictureKind.PDF:
        with _pdf(source) as document:
            return _drawn(document, page)
    with _image(source) as image:
        if kind is PictureKind.TIFF:
            image.seek(page)
        if image.width * image.height > _LARGEST:
            raise CannotOpen(_too_large(image.width, image.height))
        image.draft("L", (_ENOUGH, _ENOUGH))
        return _grey(ImageOps.exif_transpose(image))


@contextmanager
def _image(source: Source) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of damaged EXIF; and sizes are looked at here
            with Image.open(source, formats=_FORMATS) as image:
                yield image
    except Image.DecompressionBombError as error:
        raise CannotOpen("this picture is far too large for a sheet; scan it at 300 dpi") from error
    except CannotOpen:
        raise
    except _DAMAGED as error:
        raise CannotOpen("this picture is damaged, or cut off; copy it again, or scan it again") from error


@contextmanager
def _pdf(source: Source) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise CannotOpen("this PDF wants a password; save a copy without one, and name that") from error
        raise CannotOpen("this PDF is damaged, or cut off; copy it again, or scan it again") from error
    try:
        yield document
    finally:
        document.close()


def _drawn(document: pypdfium2.PdfDocument, index: int) -> Grey:
    try:
        page = document[index]
        dpi = _dpi(page)
        width, height = (side * dpi / 72 for side in page.get_size())
        if width * height > _LARGEST:
            raise CannotOpen(_too_large(round(width), round(height)))
        bitmap = page.render(scale=dpi / 72, grayscale=True)
        grey: Grey = np.array(bitmap.to_numpy(), np.uint8).reshape(bitmap.height, bitmap.width)
        bitmap.close()
        page.close()
    except pypdfium2.PdfiumError as error:
        raise CannotOpen("this page of the PDF is damaged; scan it again") from error
    return grey


def _dpi(page: pypdfium2.PdfPage) -> float:
    """That of the densest picture on the page, as far as it pays."""
    found = [_density(each) for each in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)]
    return min(max(found, default=_USUAL), _DENSEST) or _USUAL


def _density(image: pypdfium2.PdfImage) -> float:
    """Pixels to the inch as it is shown; 0 for a small one, as a scanner's sign is."""
    wide, high = image.get_px_size()
    left, bottom, right, top = image.get_bounds()
    inches = max(right - left, top - bottom) / 72
    return max(wide, high) / inches if inches >= 4 else 0.0


def _grey(image: Image.Image) -> Grey:
    """On white paper, whatever the picture's colours are stored as."""
    if image.mode in _SIXTEEN_BITS:
        deep = np.asarray(image).astype(np.float64)
        return np.asarray(np.clip(deep / (257 if deep.max(initial=0) > 255 else 1), 0, 255), np.uint8)
    if image.mode == "F":
        real = np.asarray(image)
        return np.asarray(np.clip(real * (255 if real.max(initial=0) <= 1 else 1), 0, 255), np.uint8)
    if image.has_transparency_data:
        clear = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear)
    if image.mode == "CMYK":
        image = image.convert("RGB")
    return np.asarray(image.convert("L"))


def _too_large(width: int, height: int) -> str:
    return f"this picture has {width} x {height} pixels, too many for a sheet; scan it at 300 dpi"
