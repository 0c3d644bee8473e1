"""Where two values differ, for what is summed in another order."""

from __future__ import annotations

import math
from collections.abc import Mapping

import msgspec

CLOSE = 1e-9


def differences(one: object, other: object, where: str = "") -> list[str]:
    """Where two values differ, numbers by more than nine digits; everything in them is looked at."""
    if isinstance(one, msgspec.Struct) and type(one) is type(other):
        fields = one.__struct_fields__
        return [
            each
            for name in fields
            for each in differences(getattr(one, name), getattr(other, name), f"{where}.{name}")
        ]
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        if sorted(one) != sorted(other):
            return [f"{where}: {sorted(one)} and {sorted(other)}"]
        return [each for key in one for each in differences(one[key], other[key], f"{where}[{key}]")]
    if isinstance(one, float) and isinstance(other, int | float):
        return [] if math.isclose(one, other, rel_tol=CLOSE, abs_tol=CLOSE) else [f"{where}: {one}, {other}"]
    if isinstance(one, tuple | list) and isinstance(other, tuple | list) and len(one) == len(other):
        return [
            each
            for at, (a, b) in enumerate(zip(one, other, strict=True))
            for each in differences(a, b, f"{where}[{at}]")
        ]
    return [] if one == other else [f"{where}: {one!r}, {other!r}"]
