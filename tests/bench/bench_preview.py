"""From saving a question to its new picture: `python tests/bench/bench_preview.py [BANK [ID]]`.

On a copy of the bank (by default the shipped one), each shape in turn, in a browser that shows the change.
Needs Chromium.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from chromium import PROGRAM, chromium
from preview_server import Visitor, visited
from web_pages import until

TIMES = 5
VIEWS = ("terminal", "card", "sheet", "page")


def main() -> None:
    """Measure, and print the middle of five times."""
    bank = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "question_bank"
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / bank.name
        shutil.copytree(bank, copy)
        if (seeds := bank.parent / "seeds").is_dir():
            shutil.copytree(seeds, Path(folder) / "seeds")
        began = time.perf_counter()
        with visited(copy) as visitor:
            rows = visitor.until(1)["rows"]
            print(f"{len(rows):,} questions are listed after {time.perf_counter() - began:.2f} s")
            visitor.until(1, 1)
            print(f"and judged after {time.perf_counter() - began:.2f} s")
            key = sys.argv[2] if len(sys.argv) > 2 else rows[1]["key"]
            measure(visitor, key, f"{rows[[row['key'] for row in rows].index(key)]['title']}"[:20])


def measure(visitor: Visitor, key: str, begins: str) -> None:
    """Save the question whose prompt *begins* so again and again."""
    place = visitor.told(f"question/{key}.json")["place"].rpartition(":")[0]
    written = Path(place).read_text("utf-8")
    for view in VIEWS if PROGRAM else ():
        with chromium() as browser:
            browser.server = visitor.server.url
            browser.size(1400, 900)
            browser.visit(f"{visitor.server.url}#{key}/{view}")
            until(browser, "document.querySelector('#question[data-version] .view:not(.coming)')")
            took = sorted(changed(browser, place, written, begins, at) for at in range(TIMES))
            print(f"{view}: {took[TIMES // 2]:.2f} s from saving to the picture (of {TIMES}: {took[-1]:.2f})")


def changed(browser, place: str, written: str, begins: str, at: int) -> float:
    """Seconds until another picture is there."""
    time.sleep(1.5)  # the bank is judged meanwhile
    before = browser.ask("document.getElementById('question').dataset.version")
    began = time.perf_counter()
    Path(place).write_text(written.replace(begins, f"{at} {begins}", 1), "utf-8")
    until(browser, f"document.getElementById('question').dataset.version !== '{before}'")
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
