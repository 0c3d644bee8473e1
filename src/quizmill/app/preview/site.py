"""What is to be seen under which address, as values: nothing here knows of sockets.

An address is a path without the token before it: `question/tea-plant.json`. There is nothing but what is
spelled out here, and no part of an address ever becomes the name of a file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from quizmill.app.preview.about import about
from quizmill.app.preview.answer import FRAMED, SANDBOXED, SHELL, Answer, html, json, not_there
from quizmill.app.preview.chosen import chosen
from quizmill.app.preview.files import KINDS, STATIC, text_of
from quizmill.app.preview.listing import listing
from quizmill.app.preview.newest import Newest
from quizmill.app.preview.posed import Posed, Poser
from quizmill.app.preview.snapshot import Snapshot
from quizmill.app.preview.views import Views
from quizmill.bank import picture, sound
from quizmill.bank.document import Documents, read_documents
from quizmill.bank.load import LoadedBank
from quizmill.compose.selection import Selection
from quizmill.errors import FileUnusable, QuizmillError


class Refused(msgspec.Struct, frozen=True):
    """Why something cannot be shown."""

    refused: str


class CardsThere(msgspec.Struct, frozen=True):
    """How many cards a question becomes."""

    cards: int


class SheetsThere(msgspec.Struct, frozen=True):
    """How many pictures there are of the pages of each; none where only PDFs can be had."""

    sheet: int
    key: int


class Site:
    """Answers addresses with what there is newest of the bank."""

    def __init__(
        self,
        newest: Newest,
        views: Views,
        selection: Selection,
        documents: Callable[[LoadedBank], Path | None],
    ) -> None:
        self.newest = newest
        self._views = views
        self._selection = selection
        self._documents = documents
        self._poser: Poser | None = None  # of the snapshot that was looked at last

    def answer(self, address: str) -> Answer:
        """What is to be seen at an address."""
        match address.split("/"):
            case [""]:
                return html(text_of("preview.html"), SHELL)
            case [name] if name in STATIC:
                return Answer(text_of(name).encode(), KINDS[f".{name.rpartition('.')[2]}"])
            case ["list.json"]:
                return self._list()
            case [view, *rest] if rest:
                return self._of_question(view, rest)
            case _:
                return not_there()

    def _list(self) -> Answer:
        snapshot = self.newest.snapshot
        if snapshot is None:
            return json(None)
        entries, note = chosen(snapshot, self._selection)
        return json(listing(snapshot, self.newest.findings, entries, note))

    def _of_question(self, view: str, rest: Sequence[str]) -> Answer:
        snapshot = self.newest.snapshot
        key = rest[0].removesuffix(".json").removesuffix(".html")
        if snapshot is None or key not in snapshot.entries:
            return not_there()
        posed = self._posed(snapshot, key)
        if view == "question" and len(rest) == 1:
            version = posed.version if posed else ""
            documents = _read(snapshot.loaded, self._documents)
            return json(about(snapshot, self.newest.findings, key, version, documents))
        if posed is None:
            return not_there()
        try:
            return self._seen(view, rest[1:], posed)
        except QuizmillError as error:
            return json(Refused(str(error)))

    def _seen(self, view: str, rest: Sequence[str], posed: Posed) -> Answer:
        match view, *rest:
            case ["terminal"]:
                return json(self._views.terminal(posed))
            case ["page"]:
                return Answer(self._views.page(posed), KINDS[".html"], SANDBOXED)
            case ["card"]:
                return json(CardsThere(len(self._views.cards(posed).sides)))
            case ["card", number, name]:
                return self._card(posed, number, name)
            case ["sheet"]:
                pictures = self._views.printed(posed).pictures
                return json(SheetsThere(len(pictures["sheet"]), len(pictures["key"])))
            case ["sheet", name]:
                return self._sheet(posed, name)
            case _:
                return not_there()

    def _card(self, posed: Posed, number: str, name: str) -> Answer:
        """A side of a card, or a picture or sound beside it."""
        made = self._views.cards(posed)
        if name in made.media:
            data = made.media[name]
            kind = sound.media_type(data) if sound.kind_of(data) else picture.media_type(data)
            return Answer(data, kind, FRAMED)
        sides = dict(enumerate(made.sides, 1)).get(int(number) if number.isdecimal() else 0, {})
        side = sides.get(name.removesuffix(".html"))
        return html(side, SANDBOXED) if side else not_there()

    def _sheet(self, posed: Posed, name: str) -> Answer:
        made = self._views.printed(posed)
        pictures = {
            f"{what}-{number}.png": data
            for what, drawn in made.pictures.items()
            for number, data in enumerate(drawn, 1)
        }
        if name in pictures:
            return Answer(pictures[name], "image/png")
        pdf = made.pdfs.get(name.removesuffix(".pdf"))
        return Answer(pdf, "application/pdf", FRAMED) if pdf else not_there()

    def _posed(self, snapshot: Snapshot, key: str) -> Posed | None:
        entry = snapshot.entries[key]
        poser = self._poser
        if poser is None or poser.snapshot is not snapshot:
            poser = self._poser = Poser(snapshot)
        return poser.posed(entry, entry.question) if entry.question else None


def _read(loaded: LoadedBank, folder_of: Callable[[LoadedBank], Path | None]) -> Documents | None:
    folder = folder_of(loaded)
    if folder is None:
        return None
    try:
        return read_documents(folder, loaded.bank.sources)
    except FileUnusable:
        return None
