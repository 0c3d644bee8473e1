"""How many words are in view on the backs of the shipped bank's cards: `python tests/bench/bench_backs.py`.

As the real Anki renders them and a phone shows them, nothing unfolded: of each family and kind the median,
what nine in ten stay below, and the most. Exits 1 when the median of a family is above 90. Needs `anki` and
Chromium.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from anki_decks import release
from anki_learner import Learner
from anki_screen import Phone, read, sides
from chromium import chromium
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank

MOST = 90


def main() -> int:
    """Count, and print a line for each family and kind."""
    counts: dict[str, list[int]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        learner = Learner(Path(folder) / "anki")
        learner.imports(release(load_bank(shipped_bank()).bank))
        screen = Phone(browser)
        for id in learner.col.find_cards(""):
            card = learner.col.get_card(id)
            screen.show(sides(card)[1])
            (text,) = read(browser, ".quizmill")
            family, kind = card.note_type()["name"], card.note().values()[2]
            words = sum(any(map(str.isalnum, word)) for word in text.split())
            counts[family].append(words)
            if "study" not in family:
                counts[f"  {kind}"].append(words)
        learner.col.close()
    for name, words in counts.items():
        ninth = statistics.quantiles(words, n=10)[-1]
        middle = statistics.median(words)
        print(f"{name:20} {len(words):4} backs: median {middle:.0f}, 9 in 10 {ninth:.0f}, most {max(words)}")
    return int(any(statistics.median(words) > MOST for name, words in counts.items() if name[0] != " "))


if __name__ == "__main__":
    sys.exit(main())
