"""Many forms of one paper: this project's layout beside plain platypus with KeepTogether, on the same text.

    PYTHONPATH=src:tests python tests/bench/bench_paper.py

prints seconds of the processor, sizes and, from processes of their own, the most memory that a thousand
students need.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Spacer

from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.bank.markup import plain
from quizmill.bank.model import Bank
from quizmill.compose.exercise import letter
from quizmill.compose.paper import Paper, compose
from quizmill.compose.selection import Selection, choose
from quizmill.export.fonts import Face, loaded
from quizmill.export.paper.key import answer_keys
from quizmill.export.paper.runs import escape
from quizmill.export.paper.worksheet import worksheets
from quizmill.export.paper.worksheet_options import WorksheetOptions

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


def main() -> None:
    """Print every figure."""
    bank = load_bank(shipped_bank()).bank
    ours(forms(bank, 1)), platypus(forms(bank, 1))  # read the fonts
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
    told = parser.parse_args()
    once(told.once, told.forms) if told.once else main()
