"""How many items of other programs' files are read, and whether the rest is named.

Run: `python tests/bench/bench_survey.py FOLDER`. Every file below it is read as `quizmill import` would, and
its items are counted in another way than a reader counts: a file with more items than were read and named
stands out, and so does one in whose texts a tag is left. A folder called by a format says what its files are.
"""

from __future__ import annotations

import csv
import io
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from quizmill.bank.markup import plain
from quizmill.errors import QuizmillError
from quizmill.formats.format import Format
from quizmill.formats.questions import Entry, Maker
from quizmill.formats.report import Harm, Report
from quizmill.formats.table import NAMES, recognised

_DEBRIS = re.compile(
    r"</?(?:p|div|span|br|strong|em|table|img|b|i)\b[^>]*>|&(?:nbsp|amp|lt|gt|quot);", re.IGNORECASE
)


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")


def in_gift(data: bytes) -> int:
    """Paragraphs with something besides comments and categories."""
    lines = [line for line in _text(data).split("\n") if not line.lstrip().startswith("//")]
    parts = re.split(
        r"\n\s*\n|\n(?=::)|(?<=\})\n(?=\S)",
        re.sub(r"\{[^{}]*\}", lambda f: re.sub(r"\s+", " ", f[0]), "\n".join(lines)),
    )
    return sum(bool(part.strip()) and not part.strip().startswith("$CATEGORY") for part in parts)


def in_aiken(data: bytes) -> int:
    """Lines with a key."""
    return len(re.findall(r"^ANSWER:", _text(data), re.MULTILINE))


def in_text(data: bytes) -> int:
    """Lines that begin with a number, outside what would be run."""
    return len(
        re.findall(r"^\s*\d+[.)]\s", re.sub(r"```.*?```", "", _text(data), flags=re.DOTALL), re.MULTILINE)
    )


def in_moodle(data: bytes) -> int:
    """Questions that are no category."""
    types = re.findall(rb"<question\s+type\s*=\s*[\"']([^\"']*)", data)
    return sum(each != b"category" for each in types)


def in_qti(data: bytes) -> int:
    """Items of all quizzes of a package; of one that stands there twice, those of Canvas's own."""
    if not data.startswith(b"PK"):
        return len(re.findall(rb"<(?:bankentry_)?item[\s>]", data)) if b"questestinterop" in data else 0
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = [name for name in packed.namelist() if not name.endswith(("imsmanifest.xml", "/"))]
        own = {Path(name).name.split(".")[0] for name in names if name.endswith(".qti")}
        return sum(
            in_qti(packed.read(name))
            for name in names
            if name.endswith(".qti") or name.split("/")[0] not in own
        )


def in_lines(data: bytes) -> int:
    """Lines with something that is no comment."""
    return sum(bool(line.strip()) and not line.startswith("#") for line in _text(data).split("\n"))


def in_table(data: bytes) -> int:
    """Rows of which more than two cells say something, but the one with the titles."""
    text = _text(data)
    rows = csv.reader(io.StringIO(text), delimiter=";" if text.count(";") > text.count(",") else ",")
    told = [row for row in rows if sum(bool(cell.strip()) for cell in row) > 2]
    return len(told) - any("question" in cell.lower() for cell in told[0])


COUNTS: dict[str, Callable[[bytes], int]] = {
    "gift": in_gift,
    "aiken": in_aiken,
    "text": in_text,
    "moodle": in_moodle,
    "canvas": in_qti,
    "qti": in_qti,
    "quizlet": in_lines,
    "anki": in_lines,
    "table": in_table,
    "tables": in_table,
}


def surveyed(path: Path) -> tuple[str, int, int, int, list[str]]:
    """The format, the items counted, the questions read, how many are drafts, and what is to be looked at."""
    data = path.read_bytes()
    folder = path.parent.name
    report = Report()
    try:
        format: Format = recognised(data, path.name)
        counted = COUNTS.get(folder, COUNTS.get(format.name, in_table))(data)
        if format.read is None:
            return format.name, counted, 0, 0, ["only written"]
        found = format.read(data, path.name, report)
    except QuizmillError as error:
        counted = COUNTS.get(folder, lambda _: 0)(data)
        return "-", counted, 0, 0, [f"refused: {error}"]
    made = Maker(report, unexplained=True).made(found.items, format.name, path.name)
    left = [loss for loss in report.losses if loss.field == "question" and loss.severity is not Harm.CHANGED]
    faults = []
    if counted > len(made) + len(left):
        faults.append(f"{counted - len(made) - len(left)} neither read nor named")
    if len(made) > counted:
        faults.append(f"{len(made) - counted} more read than counted")
    if folder in NAMES and format.name != folder:
        faults.append(f"taken for {format.name}")
    faults += [f"{entry.id}: {debris}" for entry in made for debris in _debris(entry)]
    return format.name, counted, len(made), len(left), faults


def _debris(entry: Entry) -> list[str]:
    texts = [value for value in entry.fields.values() if isinstance(value, str)]
    return [found[0] for text in texts if (found := _DEBRIS.search(plain(text)))]


def main() -> None:
    """A line a file, and the sums."""
    sums = [0, 0, 0, 0]
    kinds: set[str] = set()
    for path in sorted(path for path in Path(sys.argv[1]).rglob("*") if path.is_file()):
        name, counted, read, left, faults = surveyed(path)
        kinds.add(name)
        print(f"{name:10} {counted:5} {read:5} {left:5}  {path.relative_to(sys.argv[1])}")
        for fault in faults:
            print(f"{'':28} ! {fault}")
        sums = [a + b for a, b in zip(sums, (1, counted, read, left), strict=True)]
    print(f"{sums[0]} files of {len(kinds)} formats: {sums[1]} items, {sums[2]} read, {sums[3]} named")


if __name__ == "__main__":
    main()
