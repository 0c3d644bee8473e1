"""The conditions that a reader is measured under: one table.

Eight of them are the yardstick that has been in use before, with the hands and the parameters that belong to
it: nothing printed, a hand of `yardstick_hand`. The others are printed first; pupils of any kind mark them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from .hands import Hand, own_hand, yardstick_hand
from .pixels import Grey
from .printers import PRINTERS, Printed, any_printer


class Condition(NamedTuple):
    """How a sheet is printed, marked, copied thereafter if it is, and taken a picture of."""

    name: str
    family: str
    camera: str
    hand: Callable[[np.random.Generator], Hand] = own_hand
    printer: Callable[[Grey, np.random.Generator], Printed] = any_printer
    copier: Callable[[Grey, np.random.Generator], Printed] | None = None
    some_stop: bool = True  # pupils, before the end of a page


SCAN, COPY, BITONAL, FLAT, BENT, HARD = FAMILIES = ("scan", "copy", "bitonal", "flat photo", "bent", "hard")


def _yardstick(name: str, family: str) -> Condition:
    return Condition(name, family, name, yardstick_hand, PRINTERS["as_drawn"], some_stop=False)


def _copied(name: str, copier: str, camera: str = "scan150") -> Condition:
    return Condition(name, COPY, camera, copier=PRINTERS[copier])


YARDSTICK = (
    _yardstick("scan300", SCAN),
    _yardstick("scan150", SCAN),
    _yardstick("scan100", SCAN),
    _yardstick("copy94", COPY),
    _yardstick("bw200", BITONAL),
    _yardstick("phone", FLAT),
    _yardstick("phone_curl", BENT),
    _yardstick("phone_hard", HARD),
)

OWN = (
    Condition("own_scan300", SCAN, "scan300"),
    Condition("own_scan150", SCAN, "scan150"),
    Condition("own_scan100", SCAN, "scan100"),
    Condition("scan_fed", SCAN, "scan_fed"),
    Condition("scan_light", SCAN, "scan_light"),
    Condition("scan_dark", SCAN, "scan_dark"),
    Condition("scan_text", SCAN, "scan_text"),
    _copied("copied", "copy"),
    _copied("copied_twice", "copied_twice"),
    _copied("copied94_100dpi", "copied_at_94", "scan100"),
    _copied("copied_light", "copied_light"),
    _copied("copied_dark", "copied_dark"),
    Condition("own_bw200", BITONAL, "bw200"),
    Condition("bw300", BITONAL, "bw300"),
    Condition("app_bw", BITONAL, "app_bw"),
    Condition("own_phone", FLAT, "phone"),
    Condition("phone_flat", FLAT, "phone_flat"),
    Condition("phone_slanted", FLAT, "phone_slanted"),
    Condition("phone_shadow", FLAT, "phone_shadow"),
    Condition("phone_desk", FLAT, "phone_desk"),
    Condition("phone_turned", FLAT, "phone_turned"),
    Condition("app_grey", FLAT, "app_grey"),
    Condition("own_curl", BENT, "phone_curl"),
    Condition("phone_fold", BENT, "phone_fold"),
    Condition("phone_wave", BENT, "phone_wave"),
    Condition("own_hard", HARD, "phone_hard"),
    Condition("phone_night", HARD, "phone_night"),
    Condition("phone_flash", HARD, "phone_flash"),
    Condition("phone_motion", HARD, "phone_motion"),
    Condition("scan75", HARD, "scan75"),
)

CONDITIONS = {each.name: each for each in YARDSTICK + OWN}
