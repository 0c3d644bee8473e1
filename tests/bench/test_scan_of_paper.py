"""Pictures of paper are held against a table that people type: `bench_scan.py --pictures`."""

import csv
from pathlib import Path

import cv2
import numpy as np
import pytest

from answer_sheets import bank_of, class_set, layout_of, printed
from bench.scan.hands import draw, own_hand
from bench.scan.real import all_taken, layouts_of, outcomes, write_table
from bench.scan.sheets import rendered
from quizmill.classroom.saved import save

MADE = class_set(bank_of(["choice"] * 8), students=["Ada Lovelace"])
MEANT = "B C _ E D A A E"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class set, a scan of its marked sheet in a folder `scanner`, and a picture of something else."""
    place = tmp_path_factory.mktemp("paper")
    (place / "monday.json").write_bytes(save(MADE))
    layout = layout_of(MADE)
    lines = layout.sheet(MADE.papers[0].form).lines
    answers = {
        (line.number, line.part): frozenset(line.labels.index(each) for each in said if each != "_")
        for line, said in zip(lines, MEANT.split(), strict=True)
    }
    rng = np.random.default_rng(1)
    hand = own_hand(rng, "hatch", "ballpoint")._replace(changes=0, dots=0, halves=0)
    page = draw(rendered(printed(MADE), 0), layout, MADE.papers[0].form, 1, answers, hand, rng).image
    (place / "pictures" / "scanner").mkdir(parents=True)
    cv2.imwrite(str(place / "pictures" / "scanner" / "1.png"), page)
    cv2.imwrite(str(place / "pictures" / "cat.jpg"), np.full((400, 300), 60, np.uint8))
    return place


def table(place: Path, *marked: str) -> Path:
    """The table with what was typed in it, row by row."""
    every = list(all_taken(place / "pictures", layouts_of(place / "monday.json")))
    written = place / "table.csv"
    write_table(written, every)
    with written.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with written.open("w", newline="", encoding="utf-8") as file:
        typed = csv.DictWriter(file, rows[0])
        typed.writeheader()
        typed.writerows(row | {"marked": said} for row, said in zip(rows, marked, strict=True))
    return written


def test_the_table_has_a_row_for_each_picture_and_names_its_lines(folder: Path):
    every = list(all_taken(folder / "pictures", layouts_of(folder / "monday.json")))
    write_table(folder / "empty.csv", every)
    assert (folder / "empty.csv").read_text(encoding="utf-8").splitlines() == [
        "picture,page,condition,lines,marked",
        "cat.jpg,1,pictures,,",
        "scanner/1.png,1,scanner,1 2 3 4 5 6 7 8,",
    ]


def test_what_was_read_is_held_against_what_was_typed(folder: Path):
    every = list(all_taken(folder / "pictures", layouts_of(folder / "monday.json")))
    cat, sheet = outcomes(table(folder, "", MEANT), every)
    assert (cat.lost, cat.fate) == (True, "no sheet")
    assert (sheet.condition, sheet.lost, sheet.answers, sheet.wrong) == ("scanner", False, 8, ())
    _, other = outcomes(table(folder, "", MEANT.replace("E D", "E C")), every)
    assert [(each.question, each.meant, each.read) for each in other.silent] == [(5, "C", "D")]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("B C", "table.csv, scanner/1.png, page 1: 2 lines are typed and the sheet has 8; type _ for one"),
        (MEANT.replace("D", "X"), "page 1, question 5: there is no ring 'X'; there are A B C D E"),
    ],
)
def test_a_table_that_cannot_be_right_is_refused(folder: Path, typed: str, said: str):
    every = list(all_taken(folder / "pictures", layouts_of(folder / "monday.json")))
    with pytest.raises(ValueError, match=said.replace(".", r"\.")):
        outcomes(table(folder, "", typed), every)


def test_a_picture_without_a_row_is_missed(folder: Path):
    every = list(all_taken(folder / "pictures", layouts_of(folder / "monday.json")))
    written = folder / "table.csv"
    write_table(written, every[:1])
    with pytest.raises(ValueError, match=r"there is no row for page 1 of scanner/1\.png; write one"):
        outcomes(written, every)
