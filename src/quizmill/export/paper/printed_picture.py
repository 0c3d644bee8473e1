"""A picture on paper: pixels as they are, a drawing as the lines and letters it is made of."""

from __future__ import annotations

from quizmill.bank.drawing import NoDrawing, TooMuch, read
from quizmill.bank.picture import is_raster
from quizmill.export.paper import raster
from quizmill.export.paper.drawing import Sketched, sketched
from quizmill.export.paper.raster import Raster


def picture(data: bytes, width: float, height: float, least: float = 0.0) -> Raster | Sketched:
    """The picture at its own size, or smaller to fit *width* and *height* in points.

    It is larger in print whose letters are *least* points at the smallest. Raises ValueError, saying why,
    when it cannot be read whole or is of another format.
    """
    if not is_raster(data):
        try:
            return sketched(read(data), width, height, least)
        except TooMuch as error:
            raise ValueError(f"it {error}") from error
        except NoDrawing:
            pass  # what it is not is said by who knows all other kinds
    return raster.placed(data, width, height, least)
