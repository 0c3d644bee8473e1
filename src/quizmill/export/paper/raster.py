"""Pictures of pixels on paper, read before they are placed: a broken one is refused, not met half way."""

from __future__ import annotations

import warnings
from io import BytesIO

from quizmill.bank.picture import MOST_PIXELS, RASTER_ON_PAPER
from quizmill.export.paper.elements import Element, Surface

_FORMATS = tuple(kind.upper() for kind in RASTER_ON_PAPER)  # as Pillow calls them
_DOT = 0.5  # points that a pixel takes at most: 144 to the inch
_LETTERS = 11.0  # points, beside which it does


class Raster(Element):
    """A picture that `placed` has read."""

    shared = True

    def __init__(self, data: bytes, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._data = data

    def draw(self, surface: Surface) -> None:
        """The picture, seen through where it is transparent."""
        from reportlab.lib.utils import ImageReader

        surface.saveState()
        surface.translate(0, 0)
        surface.drawImage(ImageReader(BytesIO(self._data)), 0, 0, self.width, self.height, mask="auto")
        surface.restoreState()


def placed(data: bytes, width: float, height: float, least: float = 0.0) -> Raster:
    """The picture at its own size, or smaller to fit *width* and *height* in points.

    Its own size grows with the letters around it, where these are *least* points at the smallest.
    Raises ValueError, saying why, when it cannot be read whole or is of another format.
    """
    across, down = pixels(data)
    larger = max(least / _LETTERS, 1.0)
    scale = min(_DOT * larger, width / across, height / down)
    return Raster(data, across * scale, down * scale)


def pixels(data: bytes) -> tuple[int, int]:
    """How wide and high a picture is, once all of it was read; raises ValueError as `placed` does."""
    from PIL import Image as Pillow
    from PIL import UnidentifiedImageError

    try:
        with (
            warnings.catch_warnings(action="ignore", category=Pillow.DecompressionBombWarning),
            Pillow.open(BytesIO(data), formats=_FORMATS) as opened,
        ):
            across, down = opened.size
            if few := across * down <= MOST_PIXELS:
                opened.load()
    except UnidentifiedImageError as error:
        raise ValueError(f"it is none of {', '.join((*_FORMATS, 'SVG'))}") from error
    except Pillow.DecompressionBombError:
        few = False
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise ValueError(f"it is damaged: {error}") from error
    if not few:
        raise ValueError(f"it has more than {MOST_PIXELS // 10**6} million pixels; make it smaller")
    return across, down
