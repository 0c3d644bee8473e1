"""What may have been typed where a spreadsheet shows a date, a time or a rounded number of its own making.

LibreOffice makes 08/01/2004 or 08/01/04 of August 2004, 03/04/26 of 3/4 (with the year in which it is
typed), 01.02.2003 of 1.2.3, and 1234 of a German 1.234; Excel makes
Aug-04, 16-Dec-69, and 2E+11 of a long number. The first says too little: it may have been the month, the
day, a fraction or a numbering.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.bank.values.dates import MONTHS
from quizmill.pattern import pattern

_DATE = pattern(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)")
_ISO = pattern(r"(\d{4})-(\d\d)-(\d\d)(?: 00:00(?::00)?)?")
_DAY_MONTH_YEAR = pattern(r"(\d{1,2})[-. ]+([^\W\d]{3,5})\.?[- ](\d\d)")
_MONTH_YEAR = pattern(r"([^\W\d]{3,5})\.?[- ](\d\d)")
_DAY_MONTH = pattern(r"(\d{1,2})[-. ]+([^\W\d]{3,5})\.?")
_TIME = pattern(r"(\d{1,2}):(\d\d)(?::\d\d)?(?: ?([ap])m)?")
_ROUNDED = pattern(r"(\d)(?:[.,](\d+))?e\+?(\d{1,3})")
_POINTED = pattern(r"\d{1,3}[.,]\d{3}")
_NAMES = "January February March April May June July August September October November December".split()
# As spreadsheets shorten them in German, Spanish and French; the English ones are read anyway.
_SHORT = {
    **{fold(name): number for name, number in MONTHS.items()},
    **dict(zip("jan feb mrz apr mai jun jul aug sep okt nov dez".split(), range(1, 13), strict=True)),
    **dict(zip("ene feb mar abr may jun jul ago sep oct nov dic".split(), range(1, 13), strict=True)),
    **dict(zip("janv fevr mars avr mai juin juil aout sept oct nov dec".split(), range(1, 13), strict=True)),
    "marz": 3,
}
_WINDOW = 30  # two digits below this are of this century, as spreadsheets have it


def meant_by(cell: str) -> tuple[str, ...]:
    """The one text that a cell stands for, or several that it may stand for; none when it is no such cell."""
    folded = fold(cell)
    if found := _DAY_MONTH_YEAR.fullmatch(folded):
        month = _SHORT.get(found[2], 0)
        return (f"{int(found[1])} {_NAMES[month - 1]} {_year(found[3])}",) if month else ()
    if found := _MONTH_YEAR.fullmatch(folded):
        month = _SHORT.get(found[1], 0)
        return (f"{_NAMES[month - 1]} {_year(found[2])}",) if month else ()
    return tuple(dict.fromkeys(_of_many(folded)))


def may_have_lost(cell: str, key: str) -> bool:
    """Whether a cell shows the number *key* without its point, or like 2E+11 with too few digits."""
    if _POINTED.fullmatch(key) and cell.strip() == key.replace(".", "").replace(",", ""):
        return True
    found, wanted = _ROUNDED.fullmatch(fold(cell)), values.as_quantity(values.read(key))
    if not found or not wanted:
        return False
    digits = f"{found[1]}{found[2] or ''}"
    shown = Decimal(digits).scaleb(int(found[3]) - len(digits) + 1)
    step = Decimal(1).scaleb(int(found[3]) - len(digits) + 1)
    return abs(wanted.amount - shown) * 2 <= step


def _of_many(folded: str) -> Iterator[str]:
    if found := _DATE.fullmatch(folded):
        first, last, year = int(found[1]), int(found[3]), _year(found[4])
        yield from _dates(year, first, last)
        yield from _dates(year, last, first)
        yield f"{first}.{last}.{year % 100}"
        yield from _parts(first, last)
    elif found := _ISO.fullmatch(folded):
        year, month, day = map(int, found.groups())
        yield from _dates(year, month, day)
        yield f"{day}.{month}.{year % 100}"
        yield from _parts(month, day)
    elif (found := _DAY_MONTH.fullmatch(folded)) and found[2] in _SHORT:
        yield f"{int(found[1])} {_NAMES[_SHORT[found[2]] - 1]}"
        yield from _parts(int(found[1]), _SHORT[found[2]])
    elif found := _TIME.fullmatch(folded):
        hour, minute = int(found[1]) % 12 if found[3] else int(found[1]), int(found[2])
        hour += 12 if found[3] == "p" else 0
        for each in {hour, hour or 12}:
            yield f"{each}:{minute:02}"
            yield f"{each}:{minute}"


def _dates(year: int, month: int, day: int) -> Iterator[str]:
    if not 1 <= month <= 12:
        return
    yield f"{day} {_NAMES[month - 1]} {year}"
    yield f"{day} {_NAMES[month - 1]}"
    if day == 1:
        yield f"{_NAMES[month - 1]} {year}"
        yield f"{_NAMES[month - 1]} {year % 100}"


def _parts(one: int, other: int) -> Iterator[str]:
    """A fraction or a pair, in either order."""
    for first, last in ((one, other), (other, one)):
        yield from (f"{first}{sign}{last}" for sign in ("/", "-", "."))


def _year(written: str) -> int:
    if len(written) > len("04"):
        return int(written)
    return int(written) + (2000 if int(written) < _WINDOW else 1900)
