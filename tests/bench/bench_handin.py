"""How long 200 pages that were handed in take to mark: the whole command, forms and roster and report.

python tests/bench/bench_handin.py [PUPILS]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from handed import code_of, file_of
from quizmill.app.papers import kept
from quizmill.grade.on_paper import copied_key


def quizmill(folder: Path, *arguments: str) -> str:
    run = subprocess.run(
        [sys.executable, "-m", "quizmill", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return run.stdout


def main(pupils: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        roster = "".join(f"Pupil {number:03}\n" for number in range(pupils))
        (folder / "class.csv").write_text(f"name\n{roster}")
        asked = ("-n", "30", "--forms", "4", "--roster", "class.csv", "--not-type", "essay", "--seed", "1")
        quizmill(folder, "worksheet", *asked, "-o", "quiz")
        made = kept(folder / "quiz.json")
        (folder / "inbox").mkdir()
        for number, copy in enumerate(made.copies):
            paper = made.paper(copy.form)
            given = (paper.fingerprint, copy.student, [copied_key(e) for e in paper.exercises], copy.form)
            path = folder / "inbox" / f"{number}{'.json' if number % 2 else '.txt'}"
            path.write_bytes(file_of(*given) if number % 2 else code_of(*given).encode())
        began = time.perf_counter()
        said = quizmill(folder, "mark", "--paper", "quiz.json", "inbox", "--format", "csv")
        took = time.perf_counter() - began
    print(f"{said.count(',yes')} of {pupils} pupils with 30 questions each marked in {took:.1f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
