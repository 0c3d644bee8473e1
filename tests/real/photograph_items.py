"""Photograph the page of what answers say: `python tests/real/photograph_items.py PICTURE.png`.

A class of a model answers questions of the shipped bank, two of them with a planted fault, and the page
stands as a curator opens it, at the first question to look at, as in `docs/pictures/items.png`. With a second
file the page itself is kept there. Exits 3 when there is no Chromium.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests")]

from chromium import PROGRAM, chromium  # noqa: E402
from quizmill.analysis.summary import summary  # noqa: E402
from quizmill.app.item_report import item_report  # noqa: E402
from quizmill.app.items_page.page import items_page  # noqa: E402
from quizmill.bank.load import load_bank  # noqa: E402
from sat_papers import choices, sat  # noqa: E402

QUESTIONS, STUDENTS = 24, 180
FIRST_CARD = "document.querySelector('#cards .card').scrollIntoView()"


def main() -> int:
    """Answer, sum up, and photograph."""
    if PROGRAM is None:
        print("no Chromium here: nothing can be photographed", file=sys.stderr)
        return 3
    bank = load_bank(ROOT / "question_bank").bank
    asked = [question.id for _, question in choices(bank)[:QUESTIONS]]
    rows = sat(bank, asked, STUDENTS, held_right={asked[0]: 1}, offered={asked[1]: (0, 1, 2)})
    page = items_page(item_report(summary(rows), bank), bank, {}).decode()
    for path in sys.argv[2:]:
        Path(path).write_text(page, "utf-8")
    with chromium() as browser:
        browser.size(1200, 640)
        browser.show(page)
        browser.ask(FIRST_CARD)
        photograph = browser.window()
    with Image.open(io.BytesIO(photograph)) as picture:
        picture.convert("RGB").quantize(128).save(sys.argv[1], optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
