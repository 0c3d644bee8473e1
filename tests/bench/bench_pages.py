"""Pages of a hundred random papers as their questions are drawn, and packed; and how long packing takes.

    PYTHONPATH=src python tests/bench/bench_pages.py

Papers of 8 to 30 questions of the shipped bank, of all topics or of one to three. Too empty is a page,
not the last, of which more than a quarter stays white.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

from quizmill.bank.load import load_bank
from quizmill.compose.forms import forms
from quizmill.compose.paper import Paper
from quizmill.compose.selection import Selection, choose
from quizmill.export.paper.elements import Rule
from quizmill.export.paper.flow import Page
from quizmill.export.paper.full_pages import with_full_pages
from quizmill.export.paper.sections import gathered
from quizmill.export.paper.sheet_head import NOBODY
from quizmill.export.paper.typeset import Typesetter
from quizmill.export.paper.worksheet import Room
from quizmill.export.paper.worksheet_options import WorksheetOptions

BANK = Path(__file__).parents[2] / "question_bank"
PAPERS = 100
LOOKS = {
    "A4": WorksheetOptions(),
    "Letter": WorksheetOptions(size="letter"),
    "two columns": WorksheetOptions(columns=2),
    "large print": WorksheetOptions(large_print=True),
    "sections by topic": WorksheetOptions(sections="topic"),
    "sections by kind": WorksheetOptions(sections="kind"),
}


def too_empty(pages: list[Page], room: Room) -> int:
    """How many but the last end more than a quarter of their height above its foot, in all their columns."""
    foot = room.sheet.top - room.sheet.head - room.sheet.height
    return sum(_end(page, foot) - foot > room.sheet.height / 4 for page in pages[:-1])


def _end(page: Page, foot: float) -> float:
    texts = (each for each in page.placed if not isinstance(each.element, Rule))
    return min(each.top - each.element.height for each in texts if each.top > foot)


def main() -> None:
    bank = load_bank(BANK).bank
    chance = random.Random(7)
    papers: list[Paper] = []
    for _ in range(PAPERS):
        topics = chance.sample([topic.id for topic in bank.topics], chance.choice([0, 1, 1, 2, 3]))
        count, seed = chance.randint(8, 30), chance.randint(0, 99999)
        chosen = choose(bank, Selection(topics=tuple(topics), count=count), seed=seed)
        papers += forms(bank, chosen.questions, seed=seed, count=1)
    for name, looks in LOOKS.items():
        pages, empty, spent = [0, 0], [0, 0], 0.0
        for paper in papers:
            room = Room(paper, looks, Typesetter(), level=0)
            [drawn] = gathered([paper], looks.sections)
            began = time.process_time()
            [full] = with_full_pages([drawn], looks)
            spent += time.process_time() - began
            for place, each in enumerate((drawn, full)):
                made = room.pages(each, NOBODY)
                pages[place] += len(made)
                empty[place] += too_empty(made, room)
        less = 100 * (1 - pages[1] / pages[0])
        print(
            f"{name}: {pages[0]} pages, packed {pages[1]} ({less:.1f} % fewer); "
            f"too empty {empty[0]}, {empty[1]}; {1000 * spent / PAPERS:.0f} ms a paper"
        )


if __name__ == "__main__":
    main()
