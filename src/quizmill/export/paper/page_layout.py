"""The page: its size and margins, where its text may stand, and what runs above and below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

import msgspec

from quizmill.bank.markup import escape
from quizmill.compose.paper import Paper
from quizmill.export.paper.elements import Element, Rule
from quizmill.export.paper.flow import Entry, Frame, Page, Placed
from quizmill.export.paper.look import PALE, Look
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import Words

if TYPE_CHECKING:
    from quizmill.export.paper.pdf import Pdf

MM = 72 / 2.54 * 0.1  # points
SIZES: dict[str, tuple[float, float]] = {"a4": (210 * MM, 297 * MM), "letter": (612.0, 792.0)}
MARGIN = 56.7  # points at the sides: 20 mm
GUTTER = 28.0  # points between two columns
_FEW_FORMS = 4  # whose fingerprints have room side by side
_TOP, _FOOT = 51.0, 36.0  # points from the edge to the first line of text, and to the foot


class Sheet(msgspec.Struct, frozen=True):
    """The pages of one document: how large, in how many columns, with head and foot set in *small*."""

    size: str
    small: Look
    columns: int = 1
    tail: float = 0.0  # points left below the text, for what `furnish` puts there

    @property
    def measure(self) -> float:
        """The width of the text, margin to margin, in points."""
        return SIZES[self.size][0] - 2 * MARGIN

    @property
    def column(self) -> float:
        """The width of one column, in points."""
        return (self.measure - GUTTER * (self.columns - 1)) / self.columns

    @property
    def height(self) -> float:
        """The height of a column on all pages but the first."""
        return SIZES[self.size][1] - _TOP - self.head - self.bottom

    def frames(self, opening: float) -> Iterator[Frame]:
        """The columns of all pages; those of the first leave *opening* points for what opens it."""
        page = 0
        while True:
            taken = opening if page == 0 else self.head
            top = SIZES[self.size][1] - _TOP - taken
            for column in range(self.columns):
                left = MARGIN + column * (self.column + GUTTER)
                yield Frame(page, left, top, top - self.bottom)
            page += 1

    def first(self, opening: float) -> float:
        """The height of a column on the first page, under *opening* points."""
        return SIZES[self.size][1] - _TOP - opening - self.bottom

    @property
    def top(self) -> float:
        """Where the first page begins, in points from its lower edge."""
        return SIZES[self.size][1] - _TOP

    @property
    def head(self) -> float:
        """The room of the running head, in points."""
        return self.small.leading + 15

    @property
    def bottom(self) -> float:
        """The height at which the text ends, in points from the lower edge."""
        return _FOOT + self.small.leading + 15 + self.tail


class Running(msgspec.Struct, frozen=True, kw_only=True):
    """What runs along the pages of one paper."""

    title: str
    foot: tuple[str, ...]  # at the left below every page: those from the first on that there is room for
    right: str = ""  # at the right above later pages
    continues: bool = False  # whether pages say that the paper goes on


class Origin(Protocol):
    """What is printed: a paper, or a timeline."""

    @property
    def title(self) -> str: ...

    @property
    def language(self) -> str: ...

    @property
    def license(self) -> str: ...


def identifying(paper: Paper, words: Words) -> tuple[str, ...]:
    """What tells this paper from all others, as whoever marks it must know: form and fingerprint."""
    known = words("sheet.paper", fingerprint=paper.fingerprint)
    return (words("sheet.form", form=paper.form), known) if paper.form else (known,)


def identity(papers: Sequence[Paper], words: Words) -> str:
    """The form and fingerprint of one paper; of several the first and last form."""
    named = list(dict.fromkeys(paper.form for paper in papers))
    if len(named) == 1:
        return " · ".join(identifying(papers[0], words))
    return " – ".join(words("sheet.form", form=form) for form in (named[0], named[-1]))


def coded(papers: Sequence[Paper], words: Words) -> str:
    """The form and fingerprint of each of a few papers, as their sheets bear them; else `dated`."""
    if len(papers) > _FEW_FORMS:
        return dated(papers, words)
    return words("list.between").join(" · ".join(identifying(paper, words)) for paper in papers)


def dated(papers: Sequence[Paper], words: Words) -> str:
    """`identity`, and of which release of the bank they are: nothing that a pupil needs."""
    released = papers[0].released
    when = [words("sheet.released", date=released.isoformat())] if released else []
    return " · ".join([identity(papers, words), *when])


def entry(paper: Paper, student: str, words: Words, top: float) -> Entry:
    """The line of the outline that leads to a paper."""
    form = words("sheet.form", form=paper.form) if paper.form else paper.title
    return Entry(f"{form} – {student}" if student else form, 0, top)


def new_pdf(size: str, made_of: Origin, title: str, subject: str, *, sharing: bool = False) -> Pdf:
    """A document still without pages, about something that *subject* tells from all others."""
    from quizmill.export.paper.pdf import Pdf  # with reportlab, which nothing needs that prints nothing

    author = f"{made_of.title} ({made_of.license})" if made_of.license else made_of.title
    made = Pdf(SIZES[size], sharing=sharing, language=made_of.language)
    made.tell(title=f"{title} – {subject}", author=author, subject=subject)
    return made


def furnish(
    pages: list[Page],
    sheet: Sheet,
    running: Running,
    words: Words,
    setter: Typesetter,
    heads: Mapping[int, str] | None = None,
) -> None:
    """Adds head and foot to the *pages* of one paper: a head to all but the first.

    Or, by page from 0, with what *heads* have at the right, to those alone.
    """
    setter.check(" ".join((running.title, *running.foot, running.right)))
    furniture = _Furniture(sheet, setter)
    rights = dict.fromkeys(range(1, len(pages)), running.right) if heads is None else heads
    for number, page in enumerate(pages, 1):
        if number - 1 in rights:
            page.placed[:0] = furniture.head(running.title, rights[number - 1])
        place = words("sheet.page", page=number, pages=len(pages))
        more = f"{words('sheet.continues')}  ·  " if running.continues and number < len(pages) else ""
        page.placed += furniture.foot(running.foot, place, more)


class _Furniture:
    """Sets the running head and foot of one sheet."""

    def __init__(self, sheet: Sheet, setter: Typesetter) -> None:
        self._sheet = sheet
        self._setter = setter
        self._rule: Element = setter.make(Rule, sheet.measure, 0.0, PALE)

    def head(self, title: str, right: str) -> list[Placed]:
        top = self._sheet.top + 9
        rule = top - self._sheet.small.leading - 5
        return [*self._line(title, right, top), Placed(MARGIN, rule, self._rule)]

    def foot(self, parts: tuple[str, ...], place: str, more: str) -> list[Placed]:
        """As many of the parts as have room, at least one, beside the place and, if it can be, *more*."""
        top = _FOOT + self._sheet.small.leading
        said = [" · ".join(parts[:count]) for count in range(len(parts), 0, -1)]
        beside = [(left, right) for left in said for right in (more + place, place)]
        found = next((pair for pair in beside if self._stand(*pair)), beside[-1])
        return [Placed(MARGIN, top + 2, self._rule), *self._line(*found, top)]

    def _stand(self, left: str, right: str) -> bool:
        """Whether both stand whole on a line."""
        small = self._sheet.small
        wide = self._setter.width(escape(left), small) + self._setter.width(escape(right), small)
        return wide + 24 <= self._sheet.measure

    def _line(self, left: str, right: str, top: float) -> list[Placed]:
        small = self._sheet.small
        aside = msgspec.structs.replace(small, align="right")
        beside = self._setter.width(escape(right), aside) + 2
        return [
            Placed(MARGIN, top, self._setter.line(left, small, self._sheet.measure - beside - 22)),
            Placed(
                MARGIN + self._sheet.measure - beside, top, self._setter.set(escape(right), aside, beside)
            ),
        ]


def parted(sheet: Sheet, top: float, setter: Typesetter) -> Placed:
    """The fine line between two columns that begin at *top*."""
    height = top - (_FOOT + sheet.small.leading + 15)
    return Placed(MARGIN + sheet.column + GUTTER / 2, top, setter.make(Rule, 0.0, height, PALE))
