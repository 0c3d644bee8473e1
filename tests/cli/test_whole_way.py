"""Sunday to Wednesday: a school's export becomes sheets, they are marked, and the export has the marks."""

from __future__ import annotations

import csv

import pytest

GIVEN = ["Ana", "Zoë", "José", "Mei", "Øyvind", "Sun-Hi", "Łukasz"]
FAMILY = ["Lee", "O'Brien", "D’Arcy", "García", "Nguyễn"]


def export(pupils):
    """A gradebook in Canvas's shape with four sections, in which many have the same name."""
    lines = [
        "Student,ID,SIS User ID,Section,Tea quiz (101),Current Score",
        "    Points Possible,,,,3,(read only)",
    ]
    for n in range(pupils):
        name = f"{FAMILY[n % len(FAMILY)]}, {GIVEN[n % len(GIVEN)]}"
        lines.append(f'"{name}",{n + 1},S{n + 1},Block {n % 4 + 1},,')
    return "\r\n".join((*lines, '"Student, Test",9999,,Block 1,,', ""))


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.proof
def test_180_pupils_in_four_classes_go_the_whole_way_to_the_file_of_the_lms(quizmill, bank, tmp_path):
    (tmp_path / "canvas.csv").write_text(export(180), encoding="utf-8", newline="")
    chosen = [word for id in ("tea-plant", "ship-name", "tea-steps") for word in ("--id", id)]
    asked = ("--forms", "4", "--roster", "canvas.csv", "--title", "Tea quiz", "-o", "tea")
    chosen += ["--key-csv", "key.csv"]
    assert quizmill("worksheet", "--bank", bank, "--seed", "3", *chosen, *asked).returncode == 0
    quizmill("mark", "--paper", "tea.json", "--template", "t.csv")
    keys: dict[str, list[str]] = {}
    for key in rows_of(tmp_path / "key.csv"):
        keys.setdefault(key["form"], []).append(key["answer"])
    table = [row for row in rows_of(tmp_path / "t.csv") if row["form"]]
    for n, row in enumerate(table):
        right = n % 4  # so many answers, from the first on; who has none was away
        row |= {str(at): key for at, key in enumerate(keys[row["form"]], start=1) if at <= right}
    with (tmp_path / "t.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table[0])
        writer.writeheader()
        writer.writerows(table)
    run = quizmill("mark", "--paper", "tea.json", "t.csv", "--gradebook", "canvas.csv", "-o", "upload.csv")
    marks = quizmill("mark", "--paper", "tea.json", "t.csv", "--format", "csv", "-o", "marks.csv")

    told = run.stderr.splitlines()
    assert told[0] == 'note: canvas.csv: 135 marks go into the column "Tea quiz (101)"'
    assert told[1].startswith("note: canvas.csv: not filled in, for no answer was typed: ")
    assert (len(told), told[1].count(";")) == (2, 44)
    assert marks.returncode == 0
    before, after = rows_of(tmp_path / "canvas.csv"), rows_of(tmp_path / "upload.csv")
    assert [row["Tea quiz (101)"] for row in after[1:-1]] == [str(n % 4 or "") for n in range(180)]
    for old, new in zip(before[1:], after[1:], strict=True):
        assert new | {"Tea quiz (101)": ""} == old | {"Tea quiz (101)": ""}
    joined = {row["SIS User ID"]: row["marks"] for row in rows_of(tmp_path / "marks.csv")}
    assert joined == {row["SIS User ID"]: row["Tea quiz (101)"] for row in after[1:-1]}
