"""How large a page is, and how long until it asks: `python tests/bench/bench_web.py [RUNS]` prints figures.

The page of the shipped bank, with what there is to read first. Milliseconds from the beginning of its loading
in Chromium until it offers to begin, and until the first question is painted, the button being pressed at
once: the shortest, which says most beside other work, and the median. Beside it a page with one heading.

The aims: under 250 kB; the first question within 150 ms.
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from chromium import chromium
from quizmill.app.opening import SoundBank, open_for_writing
from quizmill.app.web import practice, practice_page
from quizmill.bank.default import shipped_bank
from quizmill.compose.paper import compose
from quizmill.compose.selection import Selection, choose
from web_pages import opened, until

RUNS = 15
BARE = "<!doctype html><title>bare</title><main id='page'><h1 id='prompt'>One</h1></main>"
WATCH = """
window.seen = {};
const look = () => {
  const begin = document.querySelector("button.main");
  if (begin && !seen.offered) {
    seen.offered = performance.now();
    begin.click();
  }
  if (document.querySelector("#prompt") && !seen.asked) {
    seen.asked = -1;
    requestAnimationFrame(() => setTimeout(() => { seen.asked = performance.now(); }));
  }
};
new MutationObserver(look).observe(document, { childList: true, subtree: true });
"""


def main() -> None:
    """Size, then time."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    page = shipped(open_for_writing(shipped_bank()))
    print(f"{len(page.encode()) / 1000:.0f} kB")
    with chromium() as browser:
        browser.size(390, 800)
        opened(browser, page)
        browser.before(WATCH)
        for name, shown in (("bare", BARE), ("page", page)):
            times = [timed(browser, shown) for _ in range(runs)]
            for what in ("offered", "asked"):
                found = [each[what] for each in times if each.get(what)]
                if found:
                    print(f"{name}, {what}: {min(found):.0f} ms, median {statistics.median(found):.0f}")


def shipped(loaded: SoundBank) -> str:
    """The page that `quizmill web` writes."""
    asked = choose(loaded.bank, Selection(order="bank"), seed=1).questions
    return practice_page(practice(loaded, compose(loaded.bank, asked, seed=1, order="bank"))).decode()


def timed(browser, page: str) -> dict[str, float]:
    """What was seen when, in milliseconds."""
    browser.ask("location.protocol === 'about:' || localStorage.clear()")
    browser.show(page)
    until(browser, "seen.asked > 0")
    return browser.ask("seen")


if __name__ == "__main__":
    main()
