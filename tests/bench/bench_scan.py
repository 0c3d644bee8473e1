"""How well answer sheets are read: `python tests/bench/bench_scan.py [--sheets N] [--conditions …]`.

Sheets are printed, marked by pupils of many kinds and taken pictures of in `tests/bench/scan`, so that what
is true of each is known. For each condition it says how many answers (lines of rings) would be wrong if
nobody looked at the doubtful ones, how many are silent (wrong, and shown to nobody) with the rate that is not
exceeded with 95 % certainty, how many answers a person is shown, how many sheets are lost, and the
processor's seconds. Each lost sheet and each silent error is listed with its seed.

    --seed N            other sheets; below 1000 are seeds that the reader may be tuned by, from 1000 on those
                        that it is judged by, and that nobody looks into (default 1)
    --sheets N          in all, shared evenly among the conditions (default 200)
    --conditions A B    names of `scan/conditions.py` or of its families; "yardstick" or "own" for either half
    --only SEED         one sheet, as the lists name it: its picture is saved, and every line is printed
    --hands             how each manner of marking fares, too
    --processes N       (default: as many as there are cores)

Sheets of paper count more than any drawn: print some, have them marked, scan or photograph them, and

    python tests/bench/bench_scan.py --pictures FOLDER --paper monday.json --truth table.csv

The first time it writes the table, in which you type what is marked (`scan/real.py` says how); then it prints
the same figures. Folders in the folder say how the pictures were taken.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2] / "src"), str(Path(__file__).parents[1])]

import cv2  # noqa: E402
from scan.conditions import CONDITIONS, FAMILIES, OWN, YARDSTICK  # noqa: E402
from scan.judged import Outcome, lines_of, outcome  # noqa: E402
from scan.real import all_taken, layouts_of, outcomes, write_table  # noqa: E402
from scan.simulated import Seed, read_seed, simulated  # noqa: E402
from scan.tally import listed, table  # noqa: E402

from quizmill.classroom.scan.reader import read_page  # noqa: E402

HELD_OUT = 1000  # seeds from here on are for the last measure


def main() -> None:
    options = _options()
    if options.pictures:
        _compare(options.pictures, options.paper, options.truth)
        return
    if options.only:
        _show(read_seed(options.only))
        return
    names = list(_named(options.conditions))
    seeds = [Seed(options.seed, names[k % len(names)], k // len(names)) for k in range(options.sheets)]
    outcomes = sorted(_measured(seeds, options.processes), key=lambda each: names.index(each.condition))
    print("\n".join(listed(outcomes)), end="\n\n")
    print(table(outcomes, lambda each: each.condition), end="\n\n")
    print(table(outcomes, lambda each: CONDITIONS[each.condition].family), end="\n\n")
    if options.hands:
        print(table(sorted(outcomes, key=_manner), _manner), end="\n\n")
    kind = "held out" if options.seed >= HELD_OUT else "for tuning"
    print(f"seed {options.seed} ({kind})")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="how well answer sheets are read")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sheets", type=int, default=200)
    parser.add_argument("--conditions", nargs="+", default=["yardstick", "own"])
    parser.add_argument("--only")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--paper", type=Path)
    parser.add_argument("--truth", type=Path, default=Path("table.csv"))
    parser.add_argument("--hands", action="store_true")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _named(wanted: Sequence[str]) -> Iterator[str]:
    """The conditions of those names or families, each once, in the table's order."""
    halves = {"yardstick": YARDSTICK, "own": OWN}
    known = {*CONDITIONS, *FAMILIES, *halves}
    if unknown := set(wanted) - known:
        raise SystemExit(
            f"there is no condition {sorted(unknown)[0]!r}; there are {', '.join(sorted(known))}"
        )
    for name, condition in CONDITIONS.items():
        if {name, condition.family} & {*wanted} or any(condition in halves.get(each, ()) for each in wanted):
            yield name


def _measured(seeds: Sequence[Seed], processes: int) -> Iterator[Outcome]:
    with Pool(processes, cv2.setNumThreads, (1,)) as pool:
        for done, each in enumerate(pool.imap(outcome, seeds, chunksize=4), 1):
            if done % 50 == 0:
                print(f"{done} of {len(seeds)}", file=sys.stderr)
            yield each


def _manner(each: Outcome) -> str:
    return each.hand.split(", ")[-1]


def _compare(folder: Path, paper: Path | None, truth: Path) -> None:
    """Pictures of paper, with what people say that they marked."""
    if paper is None:
        raise SystemExit("--pictures wants --paper, the file that the worksheets' class set was kept in")
    every = list(all_taken(folder, layouts_of(paper)))
    if not truth.exists():
        write_table(truth, every)
        print(f"{truth}: type what is marked in its last column, then run this again")
        return
    try:
        found = outcomes(truth, every)
    except ValueError as refused:
        raise SystemExit(str(refused)) from None
    print("\n".join(listed(found)), end="\n\n")
    print(table(sorted(found, key=lambda each: each.condition), lambda each: each.condition))


def _show(seed: Seed) -> None:
    """The sheet and all that is read of it."""
    sheet = simulated(seed)
    code = sheet.page.code
    reading = read_page(sheet.picture, {code.paper: (sheet.page.layout, sheet.page.form)})
    picture = Path(tempfile.gettempdir()) / f"{str(seed).replace('/', '-')}.png"
    cv2.imwrite(str(picture), sheet.picture)
    upright = picture.with_name(f"{picture.stem}-upright.jpg")
    upright.write_bytes(reading.upright)
    print(f"{picture}\n{upright}\n{sheet.hand}; {code}; {reading.fate.value}; quality {reading.quality:.2f}")
    lines = {
        (line.number, line.part): line for line in lines_of(sheet.page.layout, sheet.page.form, code.page)
    }
    for each in reading.lines:
        line, key = lines[each.number, each.part], (each.number, each.part)
        read = " ".join(line.labels[ring] for ring in each.marked) or "nothing"
        dark = " ".join(f"{value:.3f}" for value in each.darkness)
        sign = " " if frozenset(each.marked) == sheet.truth[key] else "?" if each.doubt else "!"
        place = f"{each.number}.{each.part}" if each.part else str(each.number)
        doubt = each.doubt.value if each.doubt else ""
        print(f"{sign} {place:>5} {sheet.marks[key]}; read {read} [{dark}] {doubt}")


if __name__ == "__main__":
    main()
