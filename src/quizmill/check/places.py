"""Where findings are written, found again without reading the file once more while its text is the same."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable

from quizmill.bank.reader.fault import Path
from quizmill.bank.reader.origins import Origin, Origins
from quizmill.check.cache import Cache
from quizmill.errors import Location

_PLACES = "places"

Spot = tuple[Path, bool]  # the path in its file's tree; whether the field's name is meant
Known = tuple[tuple[Spot, tuple[int, int]], ...]  # line and column of each


class Places:
    """The places of a bank's findings."""

    def __init__(self, origins: Origins, cache: Cache) -> None:
        self._origins = origins
        self._cache = cache

    def of(self, wanted: Iterable[tuple[Origin, Path, bool]]) -> dict[tuple[str, Spot], Location]:
        """By file and spot, the location of each; a path inside its origin, and whether its name is meant."""
        by_file: defaultdict[str, dict[Spot, None]] = defaultdict(dict)
        for origin, path, at_key in wanted:
            by_file[origin.file][(*origin.path, *path), at_key] = None
        kept = self._cache.recall(_PLACES, dict[str, Known]) or {}
        known: dict[str, Known] = {}
        found: dict[tuple[str, Spot], Location] = {}
        for file, spots in by_file.items():
            digest = self._digest(file)
            places = self._in(file, spots, dict(kept.get(digest, ())))
            known[digest] = tuple(places.items())
            found.update(((file, spot), Location(file, *places[spot])) for spot in spots)
        if known != kept:
            self._cache.keep(_PLACES, known)
        return found

    def _in(
        self, file: str, spots: Iterable[Spot], known: dict[Spot, tuple[int, int]]
    ) -> dict[Spot, tuple[int, int]]:
        """The places of these spots in the file, beside those *known*."""
        missing = [spot for spot in spots if spot not in known]
        for path, at_key in missing:
            place = self._origins.locate(Origin(file), path, at_key=at_key)
            known[path, at_key] = place.line, place.column
        if missing:
            self._origins.forget(file)
        return known

    def _digest(self, file: str) -> str:
        text = self._origins.texts.get(file, "")
        return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=16).hexdigest()
