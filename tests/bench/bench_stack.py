"""A stack of scanned sheets as one PDF, marked by the command: `python tests/bench/bench_stack.py [PAGES]`.

A sheet for each of as many pupils is printed, its rings filled, scanned at 150 dpi a little askew and with
noise, and the PDF marked with `quizmill mark --review`. Prints the seconds by the clock and of the
processors, and the most memory of all its processes together. Linux alone tells that.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2] / "src"), str(Path(__file__).parents[1])]

import cv2  # noqa: E402
import numpy as np  # noqa: E402
import pypdfium2  # noqa: E402
from reportlab.lib.utils import ImageReader  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402

from answer_sheets import bank_of, class_set, layout_of, printed  # noqa: E402
from quizmill.classroom.class_set import ClassSet  # noqa: E402
from quizmill.classroom.saved import save  # noqa: E402
from scanned import key  # noqa: E402

QUESTIONS, DPI = 40, 150
A4 = (595.3, 841.9)  # points
NOISE, ASKEW = 6, 0.8  # greys and degrees, both as a standard deviation
OFTEN = 0.1  # s between two looks at the memory


def main(pages: int) -> None:
    made = class_set(bank_of(["choice"] * QUESTIONS), students=[f"Pupil {n}" for n in range(1, pages + 1)])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "monday.json").write_bytes(save(made))
        canvas = Canvas(str(place / "stack.pdf"), pagesize=A4)
        for scan in scans(made):
            canvas.drawImage(ImageReader(io.BytesIO(scan)), 0, 0, *A4)
            canvas.showPage()
        canvas.save()
        print(f"{pages} pages, {(place / 'stack.pdf').stat().st_size / 1e6:.0f} MB")
        print(marked(place))


def scans(made: ClassSet) -> Iterator[bytes]:
    """A JPEG of each sheet, with the key filled in."""
    document, rng = pypdfium2.PdfDocument(printed(made)), np.random.default_rng(1)
    layout, answers = layout_of(made), key(made)
    pixels = DPI / 25.4
    for at in range(0, len(document), 2):  # each has an empty back
        page = np.array(document[at].render(scale=DPI / 72, grayscale=True).to_pil().convert("L"))
        for line in layout.sheets[0].lines:
            for ring in answers[line.number, line.part]:
                centre = line.centre(ring)
                cv2.circle(
                    page, (round(centre.x * pixels), round(centre.y * pixels)), 11, 70, -1, cv2.LINE_AA
                )
        high, wide = page.shape
        turn = cv2.getRotationMatrix2D((wide / 2, high / 2), rng.normal(0, ASKEW), 1)
        page = cv2.warpAffine(page, turn, (wide, high), borderValue=255)
        page = np.clip(page + rng.normal(0, NOISE, page.shape), 0, 255).astype(np.uint8)
        yield cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, 80])[1].tobytes()


def marked(place: Path) -> str:
    """What it takes."""
    command = ["mark", "stack.pdf", "--paper", "monday.json", "--review", "doubts.html", "-o", "marks.txt"]
    started, most = time.perf_counter(), 0
    run = subprocess.Popen(
        [sys.executable, "-m", "quizmill", *command],
        cwd=place,
        env=os.environ | {"PYTHONPATH": sys.path[0]},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    while run.poll() is None:
        most = max(most, memory(run.pid))
        time.sleep(OFTEN)
    took, spent = time.perf_counter() - started, os.times()
    told = (run.stderr.read() if run.stderr else "").splitlines()
    return (
        f"{took:.0f} s by the clock, {spent.children_user + spent.children_system:.0f} s of the processors, "
        f"{most / 2**20:.0f} MB; the page has {(place / 'doubts.html').stat().st_size / 1e6:.2f} MB\n"
        + "\n".join(told[:3])
    )


def memory(session: int) -> int:
    """The bytes of the processes of a session; what several have together counts once."""
    found = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(process.name)) == session:
                lines = (process / "smaps_rollup").read_text().splitlines()
                found += next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
        except (OSError, StopIteration):
            continue
    return found


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
