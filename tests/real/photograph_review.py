"""Photograph the review of a stack that was drawn: `python tests/real/photograph_review.py PICTURE.png`.

Pupils of many hands mark a paper of the shipped bank, cameras of many kinds take their sheets, and what the
reader doubts stands on the page as a teacher gets it, a few decisions in, as in `docs/pictures/review.png`.
With a second file the page itself is kept there. Exits 3 when there is no Chromium.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "bench")]

from scan.cameras import CAMERAS  # noqa: E402
from scan.hands import draw, own_hand  # noqa: E402
from scan.printers import any_printer  # noqa: E402
from scan.pupils import meant  # noqa: E402

from answer_sheets import class_set, layout_of, printed, shipped  # noqa: E402
from chromium import PROGRAM, chromium  # noqa: E402
from quizmill.classroom.class_set import ClassSet  # noqa: E402
from quizmill.classroom.scan.cards import Card, Kind  # noqa: E402
from quizmill.classroom.scan.crops import Upright  # noqa: E402
from quizmill.classroom.scan.dealing import Seen, line_card, sheet_called  # noqa: E402
from quizmill.classroom.scan.reader import read_page  # noqa: E402
from quizmill.classroom.scan.review_page.page import Saving, review_of, review_page  # noqa: E402

PUPILS, DPI = 16, 300
TAKEN = ("scan150", "phone", "phone_shadow", "copy94", "phone_curl", "bw200")
KEYS = ("Enter", "Enter", "ArrowDown", "Enter")


def main() -> int:
    """Draw, read, and photograph."""
    if PROGRAM is None:
        print("no Chromium here: nothing can be photographed", file=sys.stderr)
        return 3
    made = class_set(
        shipped(), count=40, forms_count=2, students=[f"Pupil {n}" for n in range(1, PUPILS + 1)]
    )
    saving = Saving("monday-decisions.json", "monday.json", "quizmill mark monday.pdf --paper monday.json")
    review = review_of(made, layout_of(made), [*doubtful(made)], saving, names=False)
    page = review_page(review, made.words)
    for path in sys.argv[2:]:
        Path(path).write_text(page, "utf-8")
    with chromium() as browser:
        browser.size(1200, 840)
        browser.show(page)
        for key in KEYS:
            browser.press(key, "")
        photograph = browser.window()
    with Image.open(io.BytesIO(photograph)) as picture:
        picture.convert("RGB").quantize(128).save(sys.argv[1], optimize=True)
    print(f"{len(review.cards)} doubts, {len(page) / 1e6:.1f} MB")
    return 0


def doubtful(made: ClassSet) -> Iterator[Card]:
    """What is doubted of the sheets of all copies."""
    layout, rng = layout_of(made), np.random.default_rng(1)
    layouts = {paper.fingerprint: (layout, paper.form) for paper in made.papers}
    for number, page in enumerate(pages(made), 1):
        form = layout.sheet(made.copies[number - 1].form)
        paper = any_printer(page, rng)
        lines = {(line.number, line.part): line for line in form.lines if line.page == 1}
        marked = draw(
            paper.image, layout, form.form, 1, meant([*lines.values()], rng), own_hand(rng), rng, paper.lies
        )
        reading = read_page(CAMERAS[TAKEN[number % len(TAKEN)]](marked.image, rng), layouts)
        if not reading.lines:
            continue
        upright, called = Upright(reading.upright, layout), sheet_called(number, form.form, 1, "", made.words)
        for each in reading.lines:
            if each.doubt:
                seen = Seen(str(number), f"monday.pdf, page {number}", upright, each)
                line = lines[each.number, each.part]
                kind = Kind(each.doubt.value)
                yield line_card(kind, str(reading.code), called, line, [seen], layout, form, made.words)


def pages(made: ClassSet) -> Iterator[np.ndarray]:
    """The first page of each copy's sheet; its back is blank."""
    document = pypdfium2.PdfDocument(printed(made))
    for place in range(0, len(document), 2):
        yield np.array(document[place].render(scale=DPI / 72, grayscale=True).to_pil().convert("L"))
    document.close()


if __name__ == "__main__":
    sys.exit(main())
