"""`quizmill preview`: the threads, the server and the browser, from the first address to Ctrl-C."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from quizmill.app.desktop import open_file, opener_for
from quizmill.app.folders import cache_folder
from quizmill.app.preview.kept import Borrowed
from quizmill.app.preview.newest import Newest
from quizmill.app.preview.reader import Reader
from quizmill.app.preview.server import ADDRESS, Server
from quizmill.app.preview.site import Site
from quizmill.app.preview.views import Views
from quizmill.app.store import Store
from quizmill.app.talk import Tell
from quizmill.bank.load import LoadedBank, refuse_no_bank
from quizmill.check.cache import Cache
from quizmill.check.store import FileStore
from quizmill.compose.selection import Selection
from quizmill.errors import BadRequest, FileUnusable
from quizmill.export.paper.outlines import Outlines

USUAL_PORT = 8765
_NEXT = 20  # ports that are tried when nobody has named one


class PreviewWish(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be shown, and where."""

    folder: Path
    documents: Path | None = None  # in place of those that bank.yaml names
    selection: Selection = Selection(electives=True)
    port: int | None = None


@contextlib.contextmanager
def previewing(wish: PreviewWish) -> Iterator[Server]:
    """A server that is not serving yet, for a bank that is being read, until the end of the block.

    Raises BankUnreadable without a bank, FileUnusable without the documents, BadRequest for a port that is
    taken.
    """
    refuse_no_bank(wish.folder)
    if wish.documents is not None and not wish.documents.is_dir():
        raise FileUnusable(str(wish.documents), "there is no such folder of documents")
    cache, newest = cache_folder(), Newest()
    views = Views(Outlines(Borrowed(Store(cache))))
    documents = _documents_of(wish.documents)
    with _server(Site(newest, views, wish.selection, documents), wish.port) as server:
        known = Cache(Borrowed(FileStore(cache, wish.folder)))
        reader = Reader(wish.folder, documents, newest, known)
        reader.start()
        try:
            yield server
        finally:
            reader.stop()
            newest.end()


def serve(wish: PreviewWish, tell: Tell, say: Tell, *, opens: bool = True) -> None:
    """Serve until Ctrl-C, which raises KeyboardInterrupt.

    *say* the address, *tell* what else there is to know. Raises as `previewing` does.
    """
    with previewing(wish) as server:
        say(server.url)
        _tell_of_tunnel(server.port, tell)
        opener = opener_for(os.environ, sys.platform) if opens else None
        if opener is None or not open_file(opener, server.opening_url):
            tell("note: open this address in a browser; Ctrl-C ends the preview")
        else:
            tell("note: Ctrl-C ends the preview")
        server.serve_forever(poll_interval=0.1)


def _tell_of_tunnel(port: int, tell: Tell) -> None:
    """To somebody who sits at another computer, how the address gets there."""
    _, _, here, *_ = (*os.environ.get("SSH_CONNECTION", "").split(), "", "", "")
    if here:
        forward = f"ssh -L {port}:{ADDRESS}:{port} {os.environ.get('USER', 'you')}@{here}"
        tell(f"note: on the computer you sit at, run `{forward}`, and open the address there")


def _server(site: Site, port: int | None) -> Server:
    """On that port; without one on the usual, or the next that is free."""
    for each in (port,) if port is not None else range(USUAL_PORT, USUAL_PORT + _NEXT):
        try:
            return Server(site, each)
        except OSError as error:
            why = error.strerror
    named = port if port is not None else f"{USUAL_PORT} to {USUAL_PORT + _NEXT - 1}"
    raise BadRequest(f"--port: {named} cannot be had ({why}); name another, or 0 for any that is free")


def _documents_of(named: Path | None) -> Callable[[LoadedBank], Path | None]:
    """The folder that was *named*, else the one of bank.yaml where it is there."""

    def folder(loaded: LoadedBank) -> Path | None:
        if named is not None:
            return named
        return loaded.documents if loaded.documents and loaded.documents.is_dir() else None

    return folder
