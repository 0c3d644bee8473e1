"""Photograph every card of a deck, as Anki shows it: `python tests/real/photograph_cards.py DECK FOLDER`.

On a phone and a desktop, by day and by night, front beside back, many cards to a sheet: to be looked at.
Faint text, and a card wider than its screen, are told.
Needs the real `anki`, Pillow and Chromium.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1]))

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from anki_screen import Desktop, Phone, faults, sides
from chromium import PROGRAM, chromium

LOOKS = {
    f"{device.__name__.lower()}-{'night' if night else 'day'}": (device, night)
    for device in (Phone, Desktop)
    for night in (False, True)
}


def main() -> int:
    """Import the deck into a new collection, and photograph what it holds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("deck", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--search", default="", help="only these cards, in Anki's words")
    parser.add_argument("--look", choices=LOOKS, action="append", help="only this look; repeat for more")
    parser.add_argument("--singly", action="store_true", help="a picture for each side, not sheets")
    asked = parser.parse_args()
    if PROGRAM is None:
        print("no Chromium here: nothing can be photographed", file=sys.stderr)
        return 3
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        collection.import_anki_package(
            ImportAnkiPackageRequest(package_path=str(asked.deck), options=ImportAnkiPackageOptions())
        )
        cards = [collection.get_card(id) for id in collection.find_cards(asked.search, order=True)]
        for look in asked.look or LOOKS:
            pictures = photographs(cards, look, Path(collection.media.dir()))
            save(list(pictures), asked.folder, look, singly=asked.singly)
        collection.close()
    return 0


def photographs(cards: list, look: str, media: Path) -> Iterator[tuple[str, Image.Image]]:
    """Each card's two sides beside each other, by the question's id and the card's place."""
    device, night = LOOKS[look]
    with chromium() as browser:
        browser.files |= {path.name: path.read_bytes() for path in media.iterdir()}
        screen = device(browser, night=night, height=100)  # as tall as the card
        for card in cards:
            name = f"{card.note()['Id']}-{card.ord}"
            pair = []
            for side in sides(card):
                screen.show(side)
                for fault in faults(browser):
                    print(f"{name}, {look}: {fault}", file=sys.stderr)
                pair.append(Image.open(io.BytesIO(browser.photograph())).convert("RGB"))
            yield name, beside(pair)
        for fault in browser.errors + browser.fetched:
            print(f"{look}: {fault}", file=sys.stderr)


def save(pictures: list[tuple[str, Image.Image]], folder: Path, look: str, *, singly: bool) -> None:
    """As they are, or on sheets of columns about as tall as they are wide."""
    if singly:
        for name, picture in pictures:
            picture.save(folder / f"{name}-{look}.png")
        return
    shrunk = [picture.reduce(2) for _, picture in pictures]
    for number, sheet in enumerate(sheets(shrunk), 1):
        sheet.save(folder / f"{look}-{number:02}.png")


def beside(pictures: list[Image.Image]) -> Image.Image:
    """In a row, from the top, on grey."""
    row = Image.new("RGB", (sum(p.width + 8 for p in pictures), max(p.height for p in pictures) + 8), "#888")
    left = 0
    for picture in pictures:
        row.paste(picture, (left, 0))
        left += picture.width + 8
    return row


def sheets(pictures: list[Image.Image], width: int = 2000, height: int = 1500) -> Iterator[Image.Image]:
    """The pictures in columns, as many sheets as they need."""
    column: list[Image.Image] = []
    columns: list[Image.Image] = []
    for picture in [*pictures, None]:
        if picture is None or sum(p.height for p in column) + picture.height > height:
            if column:
                columns.append(_stacked(column))
            column = []
        if columns and (picture is None or sum(c.width for c in columns) + columns[-1].width > width):
            yield beside(columns)
            columns = []
        if picture is not None:
            column.append(picture)


def _stacked(pictures: list[Image.Image]) -> Image.Image:
    sheet = Image.new("RGB", (max(p.width for p in pictures), sum(p.height for p in pictures)), "#888")
    top = 0
    for picture in pictures:
        sheet.paste(picture, (0, top))
        top += picture.height
    return sheet


if __name__ == "__main__":
    sys.exit(main())
