"""A question's picture, read before it is placed: a broken or strange one is refused, not met half way."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image as Pillow
from PIL import UnidentifiedImageError

from quizmill.export.paper.pieces import Picture

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")  # others may start programs of their own to be read
_DOT = 0.5  # points that a pixel takes at most: 144 to the inch


def picture(data: bytes, width: float, height: float) -> Picture:
    """The picture at its own size, or smaller to fit *width* and *height* in points.

    Raises ValueError, saying why, when it cannot be read whole or is of another format.
    """
    across, down = _pixels(data)
    scale = min(_DOT, width / across, height / down)
    return Picture(data, across * scale, down * scale)


def _pixels(data: bytes) -> tuple[int, int]:
    with warnings.catch_warnings():
        warnings.simplefilter("error", Pillow.DecompressionBombWarning)
        try:
            with Pillow.open(BytesIO(data), formats=_FORMATS) as opened:
                opened.load()
                return opened.size
        except UnidentifiedImageError as error:
            raise ValueError(f"it is none of {', '.join(_FORMATS)}") from error
        except (Pillow.DecompressionBombWarning, Pillow.DecompressionBombError) as error:
            raise ValueError("it has too many pixels") from error
        except (OSError, ValueError, SyntaxError, EOFError) as error:
            raise ValueError(f"it is damaged: {error}") from error
