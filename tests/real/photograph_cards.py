"""Photograph every card of a deck, as Anki shows it: `python tests/real/photograph_cards.py DECK FOLDER`.

On a phone and a desktop, by day and by night, front beside back, many cards to a sheet: to be looked at.
Faint text, and a card wider than its screen, are told. Formulas are drawn when Anki's own MathJax is at hand:
`pip download --no-deps aqt`, and its file with `--aqt`. Needs the real `anki`, Pillow and Chromium. Exits 1
when something was told, 3 when there is no Chromium.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1]))

from anki_screen import Desktop, Phone, faults, sides
from chromium import PROGRAM, chromium

LOOKS: dict[str, tuple[type[Desktop], bool]] = {
    f"{device.__name__.lower()}-{'night' if night else 'day'}": (device, night)
    for device in (Phone, Desktop)
    for night in (False, True)
}
GREY = "#888"


def main() -> int:
    """Import the deck into a new collection, and photograph what it holds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("deck", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--search", default="", help="only these cards, in Anki's words")
    parser.add_argument("--look", choices=LOOKS, action="append", help="only this look; repeat for more")
    parser.add_argument("--singly", action="store_true", help="a picture for each card, not sheets")
    parser.add_argument("--aqt", type=Path, metavar="WHEEL", help="Anki's own MathJax is in it")
    asked = parser.parse_args()
    if PROGRAM is None:
        print("no Chromium here: nothing can be photographed", file=sys.stderr)
        return 3
    asked.folder.mkdir(parents=True, exist_ok=True)
    told: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        request = ImportAnkiPackageRequest(package_path=str(asked.deck), options=ImportAnkiPackageOptions())
        collection.import_anki_package(request)
        cards = [collection.get_card(id) for id in collection.find_cards(asked.search, order=True)]
        files = {path.name: path.read_bytes() for path in Path(collection.media.dir()).iterdir()}
        files |= mathjax(asked.aqt) if asked.aqt else {}
        for look in asked.look or LOOKS:
            pictures = list(photographs(cards, look, files, told))
            save(pictures, asked.folder, look, singly=asked.singly)
        collection.close()
    print("\n".join(told), file=sys.stderr, end="\n" if told else "")
    return 1 if told else 0


def mathjax(wheel: Path) -> dict[str, bytes]:
    """What draws formulas in Anki, by the addresses at which a card's page asks for it."""
    web = "_aqt/data/web/"
    with zipfile.ZipFile(wheel) as packed:
        names = [name for name in packed.namelist() if name.startswith(f"{web}js/") and "mathjax" in name]
        return {f"_anki/{name.removeprefix(web)}": packed.read(name) for name in names}


def photographs(
    cards: list[Any], look: str, files: dict[str, bytes], told: list[str]
) -> Iterator[tuple[str, Image.Image]]:
    """Each card's two sides beside each other, by the question's id and the card's place."""
    device, night = LOOKS[look]
    with chromium() as browser:
        browser.files |= files
        screen = device(browser, night=night)
        for card in cards:
            name = f"{card.note()['Id']}-{card.ord}"
            pair = []
            for side in sides(card):
                screen.show(side)
                told += [f"{name}, {look}: {fault}" for fault in faults(browser)]
                pair.append(middle(Image.open(io.BytesIO(browser.photograph())).convert("RGB")))
            yield name, beside(pair)
        told += [f"{look}: {fault}" for fault in browser.errors + browser.fetched]


def middle(picture: Image.Image, width: int = 700) -> Image.Image:
    """Without the empty sides of a desktop's window, for a card is no wider."""
    side = max(0, picture.width - width) // 2
    return picture.crop((side, 0, picture.width - side, picture.height))


def save(pictures: list[tuple[str, Image.Image]], folder: Path, look: str, *, singly: bool) -> None:
    """As they are, or at half their size on sheets."""
    if singly:
        for name, picture in pictures:
            picture.save(folder / f"{name}-{look}.png")
        return
    shrunk = [picture.reduce(2) for _, picture in pictures]
    for number, sheet in enumerate(sheets(shrunk), 1):
        sheet.save(folder / f"{look}-{number:02}.png")


def sheets(pictures: list[Image.Image], width: int = 2100, height: int = 1500) -> Iterator[Image.Image]:
    """The pictures in columns, as many sheets as they need; one that is too tall has a column of its own."""
    columns: list[Image.Image] = []
    for column in packed(pictures, height):
        if columns and sum(each.width for each in columns) + column.width > width:
            yield beside(columns)
            columns = []
        columns.append(column)
    if columns:
        yield beside(columns)


def packed(pictures: list[Image.Image], height: int) -> Iterator[Image.Image]:
    """Columns of pictures, each filled before the next is begun."""
    column: list[Image.Image] = []
    for picture in pictures:
        if column and sum(each.height for each in column) + picture.height > height:
            yield below(column)
            column = []
        column.append(picture)
    if column:
        yield below(column)


def beside(pictures: list[Image.Image], gap: int = 8) -> Image.Image:
    """In a row, from the top."""
    row = Image.new(
        "RGB", (sum(each.width + gap for each in pictures), max(each.height for each in pictures) + gap), GREY
    )
    left = 0
    for picture in pictures:
        row.paste(picture, (left, 0))
        left += picture.width + gap
    return row


def below(pictures: list[Image.Image]) -> Image.Image:
    """In a column, from the left."""
    column = Image.new(
        "RGB", (max(each.width for each in pictures), sum(each.height for each in pictures)), GREY
    )
    top = 0
    for picture in pictures:
        column.paste(picture, (0, top))
        top += picture.height
    return column


if __name__ == "__main__":
    sys.exit(main())
