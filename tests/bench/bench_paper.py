"""Many forms of one paper: this project's layout beside plain platypus with KeepTogether, on the same text.

    PYTHONPATH=src:tests python tests/bench/bench_paper.py

prints seconds of the processor, sizes and, from processes of their own, the most memory that a thousand
students need; cards are set beside platypus too.

    PYTHONPATH=src:tests python tests/bench/bench_paper.py --against CHECKOUT

prints seconds of whole commands beside those of another checkout of quizmill, on its shipped bank.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Spacer

from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.bank.markup import plain
from quizmill.bank.model import Bank
from quizmill.compose.exercise import letter
from quizmill.compose.paper import Paper, compose
from quizmill.compose.selection import Selection, choose
from quizmill.export.flashcards import FlashcardOptions, flashcards
from quizmill.export.flashcards.sides import back, front
from quizmill.export.fonts import Face, loaded
from quizmill.export.paper.key import answer_keys
from quizmill.export.paper.worksheet import worksheets
from quizmill.export.paper.worksheet_options import WorksheetOptions
from quizmill.words import words_in

ROOT = Path(__file__).parents[2]
QUESTIONS = 30


def forms(bank: Bank, count: int) -> list[Paper]:
    """So many forms of the same thirty questions, each with an order of its own."""
    selection = Selection(types=("multiple_choice",), count=QUESTIONS)
    questions = choose(bank, selection, seed=1).questions
    return [compose(bank, questions, seed=1, form=str(number + 1)) for number in range(count)]


def ours(papers: list[Paper]) -> bytes:
    """As the command writes them."""
    return worksheets(papers, WorksheetOptions())


def platypus(papers: list[Paper]) -> bytes:
    """The same prompts and options in the same face, the obvious way."""
    style = ParagraphStyle("body", fontName=loaded(Face.REGULAR), fontSize=11, leading=15.5)
    story = []
    for paper in papers:
        for number, exercise in enumerate(paper.exercises, 1):
            texts = [f"{number}. {exercise.prompt}"]
            texts += [f"{letter(i).upper()}) {option}" for i, option in enumerate(exercise.options)]
            story.append(KeepTogether([Paragraph(escape(plain(text)), style) for text in texts]))
            story.append(Spacer(1, 16))
        story.append(PageBreak())
    buffer = BytesIO()
    SimpleDocTemplate(buffer, invariant=1).build(story)
    return buffer.getvalue()


def timed(make, papers):
    """Seconds of the fastest of three, and the bytes of the file."""
    took = []
    for _ in range(3):
        began = time.process_time()
        data = make(papers)
        took.append(time.process_time() - began)
    return min(took), len(data)


def memory(what: str, count: int) -> str:
    """What a process of its own says of its time and memory."""
    command = [sys.executable, __file__, "--once", what, "--forms", str(count)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def most() -> float:
    """The most memory that this process has had, in MiB, as Linux tells."""
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1024


def once(what: str, count: int) -> None:
    """Make one document, and tell what it took."""
    papers = forms(load_bank(shipped_bank()).bank, count)
    before = most()
    began = time.process_time()
    data = ours(papers) if what == "worksheets" else answer_keys(papers, WorksheetOptions())
    took = time.process_time() - began
    print(
        f"{what} of {count}: {took:.1f} s, {len(data) / 1e6:.1f} MB, "
        f"{most():.0f} MiB at most ({before:.0f} before)"
    )


class Checkout:
    """A quizmill of some version, run as a command on a bank of its own, with a cache of its own."""

    def __init__(self, root: Path, bank: Path, scratch: Path) -> None:
        self.bank = scratch / "bank"
        shutil.copytree(bank / "question_bank", self.bank / "question_bank")
        shutil.copytree(bank / "seeds", self.bank / "seeds")
        self._scratch = scratch
        self._environment = {
            **os.environ,
            "PYTHONPATH": str(root / "src"),
            "PYTHONPYCACHEPREFIX": str(scratch / "bytecode"),
            "XDG_CACHE_HOME": str(scratch / "cache"),
        }
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def seconds(self, *arguments: str) -> float:
        """Of the processor, for the whole command."""
        command = [sys.executable, "-m", "quizmill", *arguments, "--bank", str(self.bank / "question_bank")]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=self._scratch, env=self._environment, capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def edit(self, turn: int) -> None:
        """Change one explanation, as an author does."""
        topic = min((self.bank / "question_bank").glob("*-*.yaml"))
        text = topic.read_text(encoding="utf-8")
        topic.write_text(
            text.replace("explanation: ", f"explanation: {'Indeed. ' * turn}", 1), encoding="utf-8"
        )


def commands(checkout: Checkout, runs: int = 3) -> dict[str, float]:
    """Seconds of each command, the fastest of some, after one that read and checked the bank."""
    deck_of_all = ("flashcards", "--seed", "1", "-o", "cards.pdf")
    checkout.seconds(*deck_of_all)
    found = {
        "430 flashcards": min(checkout.seconds(*deck_of_all) for _ in range(runs)),
        "worksheet -n 20": min(
            checkout.seconds("worksheet", "-n", "20", "--seed", "1", "-o", f"sheet-{run}")
            for run in range(runs)
        ),
        "build": min(checkout.seconds("build", "-o", f"exports-{run}") for run in range(runs)),
        "build again": min(checkout.seconds("build", "-o", "exports-0") for _ in range(runs)),
    }
    edited = []
    for turn in range(1, runs + 1):
        checkout.edit(turn)
        edited.append(checkout.seconds("build", "-o", "exports-0"))
    return {**found, "build after an edit": min(edited)}


def side_by_side(other: Path) -> None:
    """This checkout beside another one, on the other's bank."""
    with TemporaryDirectory() as mine, TemporaryDirectory() as theirs:
        ours_now = commands(Checkout(ROOT, other, Path(mine)))
        others = commands(Checkout(other, other, Path(theirs)))
    for what, seconds in ours_now.items():
        print(
            f"{what:20} {seconds:6.2f} s   there {others[what]:6.2f} s   ratio {seconds / others[what]:.2f}"
        )


def cards(paper: Paper) -> bytes:
    """The cards of a paper, as the command makes them."""
    return flashcards(paper, FlashcardOptions()).data


def plain_cards(paper: Paper) -> bytes:
    """The words of the same cards as platypus sets them in the largest size, one below the other."""
    style = ParagraphStyle("card", fontName=loaded(Face.REGULAR), fontSize=11, leading=15)
    words = words_in("en")
    sides = (
        side for exercise in paper.exercises for side in (front(exercise, words, {}), back(exercise, words))
    )
    texts = (
        text for side in sides for text in (side.above, side.right, *(text.markup for text in side.texts))
    )
    buffer = BytesIO()
    story = [Paragraph(escape(plain(text)), style) for text in texts]
    SimpleDocTemplate(buffer, invariant=1).build(story)
    return buffer.getvalue()


def main() -> None:
    """Print every figure."""
    bank = load_bank(shipped_bank()).bank
    ours(forms(bank, 1)), platypus(forms(bank, 1))  # read the fonts
    whole = compose(bank, tuple(bank.questions()), seed=0, order="bank")
    (mine, size), (plainly, its) = timed(cards, whole), timed(plain_cards, whole)
    print(
        f"{len(whole.exercises):4} cards: ours {mine:6.3f} s {size / 1024:6.0f} KiB   "
        f"platypus {plainly:6.3f} s {its / 1024:6.0f} KiB   ratio {mine / plainly:.2f}"
    )
    for count in (1, 10, 100):
        papers = forms(bank, count)
        (mine, size), (plainly, its) = timed(ours, papers), timed(platypus, papers)
        print(
            f"{count:4} forms: ours {mine:6.3f} s {size / 1024:6.0f} KiB   "
            f"platypus {plainly:6.3f} s {its / 1024:6.0f} KiB   ratio {mine / plainly:.2f}"
        )
    for what in ("worksheets", "keys"):
        print(memory(what, 1000))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--once", choices=("worksheets", "keys"))
    parser.add_argument("--forms", type=int, default=1000)
    parser.add_argument("--against", type=Path, metavar="CHECKOUT", help="compare whole commands with it")
    told = parser.parse_args()
    if told.against:
        side_by_side(told.against.resolve())
    elif told.once:
        once(told.once, told.forms)
    else:
        main()
