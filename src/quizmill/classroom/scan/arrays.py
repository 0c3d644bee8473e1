"""The kinds of arrays that the reader works with."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]  # rows by columns, 0 for black
Real = npt.NDArray[np.float64]  # points are rows of x and y
Real32 = npt.NDArray[np.float32]
Indices = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
