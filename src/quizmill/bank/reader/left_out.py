"""Which questions errors have cost: those whose ids stand in a file with errors, and that are not asked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from quizmill.bank.model import LeftOut
from quizmill.bank.reader.reading import Reading
from quizmill.errors import Location

# Read from the text, since a slip of YAML leaves nothing else of a question.
_ID = re.compile(r"""(?:^|[\s{,])id: *["']?(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)(?![\w-])""")


def left_out(reading: Reading, files: Mapping[str, Path], sound: Collection[str]) -> tuple[LeftOut, ...]:
    """What the errors noted so far have cost in the topic *files*, by id; the ids *sound* are not lost."""
    first: dict[str, Location] = {}
    for each in reading.errors():
        first.setdefault(each.location.file, each.location)
    found: list[LeftOut] = []
    for topic, path in files.items():
        if error := first.get(str(path)):
            text = reading.origins.texts.get(str(path), "")
            written = list(_ids(text, str(path))) or [("", error)]
            lost = [(id, place) for id, place in written if id not in sound]
            found += [LeftOut(id=id, topic=topic, place=str(place)) for id, place in lost]
    return tuple(found)


def _ids(text: str, file: str) -> Iterator[tuple[str, Location]]:
    for number, line in enumerate(text.split("\n"), 1):
        for match in _ID.finditer(line):
            yield match["id"], Location(file, number, match.start("id") + 1)
