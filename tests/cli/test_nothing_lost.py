"""What somebody typed, printed or handed out outlives the same command, and any other, given once more."""

from __future__ import annotations

import contextlib
import sqlite3
import zipfile
from pathlib import Path

import msgspec
import pytest

from quizmill.app.file_kinds import RESULTS
from quizmill.export.publish import Product, publish, rehearse

READ = "this command reads this file, and it would be lost; choose another name"


@pytest.fixture
def printed(quizmill, bank, tmp_path) -> Path:
    """A paper printed for two pupils: monday.pdf, monday-key.pdf, monday.json."""
    (tmp_path / "class.csv").write_text("name\nAnn Lee\nBo Li\n")
    done = quizmill(
        "worksheet", "--bank", bank, "-n", "3", "--seed", "7", "--roster", "class.csv", "-o", "monday"
    )
    assert done.returncode == 0, done.stderr
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def refused(run, before: dict[str, bytes], folder: Path, message: str) -> None:
    assert (run.returncode, run.stderr.splitlines()[-1]) == (3, f"quizmill: {message}")
    assert contents(folder) == before


def _collection() -> bytes:
    """A collection of somebody's own, as far as Anki tells it by."""
    with contextlib.closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE TABLE col (conf, models, decks, dconf, mod)")
        db.execute("INSERT INTO col VALUES ('{}', '{}', '{}', '{}', 0)")
        return db.serialize()


class TestPapers:
    def test_a_second_print_leaves_the_paper_that_was_handed_out(self, quizmill, bank, printed):
        before = contents(printed)
        code = (
            quizmill("mark", "--paper", "monday.json", "--template", "a.csv")
            and (printed / "a.csv").read_text().split("# paper ")[1].split()[0]
        )
        (printed / "a.csv").unlink()
        run = quizmill("worksheet", "--bank", bank, "-n", "3", "--seed", "8", "-o", "monday")

        refused(
            run,
            before,
            printed,
            f"monday.json: another paper lies here (code {code}), and sheets of it could no longer be "
            "marked; choose another name, print that one again with `quizmill reprint`, or add "
            "--overwrite if nobody has it",
        )

    def test_unless_nobody_has_it(self, quizmill, bank, printed):
        before = contents(printed)
        run = quizmill("worksheet", "--bank", bank, "-n", "3", "--seed", "8", "-o", "monday", "--overwrite")

        assert run.returncode == 0
        assert contents(printed)["monday.json"] != before["monday.json"]

    def test_the_same_paper_is_printed_again(self, quizmill, bank, printed):
        before = contents(printed)
        run = quizmill(
            "worksheet", "--bank", bank, "-n", "3", "--seed", "7", "--roster", "class.csv", "-o", "monday"
        )

        assert run.returncode == 0
        assert contents(printed) == before

    @pytest.mark.parametrize("names", ["Bo Li\nAnn Lee\n", "Ann Lee\n", ""])
    def test_who_has_which_form_stays(self, quizmill, bank, printed, names):
        (printed / "class.csv").write_text(f"name\n{names}")
        roster = ("--roster", "class.csv") if names else ("--forms", "2")
        before = contents(printed)
        run = quizmill("worksheet", "--bank", bank, "-n", "3", "--seed", "7", *roster, "-o", "monday")

        assert run.returncode == 3
        assert contents(printed) == before

    def test_a_pupil_more_at_the_end_moves_nobody(self, quizmill, bank, printed):
        (printed / "class.csv").write_text("name\nAnn Lee\nBo Li\nCy\n")
        run = quizmill(
            "worksheet", "--bank", bank, "-n", "3", "--seed", "7", "--roster", "class.csv", "-o", "monday"
        )

        assert run.returncode == 0

    def test_sheets_whose_paper_is_gone_stay(self, quizmill, bank, printed):
        (printed / "monday.json").unlink()
        before = contents(printed)
        run = quizmill("worksheet", "--bank", bank, "-n", "3", "--seed", "7", "-o", "monday")

        refused(
            run,
            before,
            printed,
            "monday.pdf: sheets lie here without their paper, monday.json; choose another name, or add "
            "--overwrite if nobody has them",
        )

    def test_so_do_those_of_each_pupil(self, quizmill, bank, tmp_path):
        (tmp_path / "class.csv").write_text("name\nAnn Lee\nBo Li\n")
        split = ("worksheet", "--bank", bank, "-n", "3", "--roster", "class.csv", "--split", "-o", "monday")
        quizmill(*split, "--seed", "7")
        (tmp_path / "monday.json").unlink()
        before = contents(tmp_path)
        run = quizmill(*split, "--seed", "8")

        refused(
            run,
            before,
            tmp_path,
            "monday-1-Ann-Lee.pdf: sheets lie here without their paper, monday.json; choose another name, or "
            "add --overwrite if nobody has them",
        )
        assert quizmill(*split, "--seed", "8", "--overwrite").returncode == 0

    def test_one_pupils_sheet_does_not_go_over_those_of_the_class(self, quizmill, printed):
        before = contents(printed)
        run = quizmill("reprint", "monday.json", "--student", "Ann Lee", "-o", "monday")

        assert (run.returncode, run.stderr) == (
            2,
            "quizmill: -o: monday names the sheets of the class; leave it out, and these get a name of their "
            "own\n",
        )
        assert contents(printed) == before

    def test_fewer_forms_would_leave_sheets_without_a_key(self, quizmill, bank, printed):
        before = contents(printed)
        run = quizmill("worksheet", "--bank", bank, "-n", "3", "--seed", "7", "--forms", "1", "-o", "monday")

        assert run.returncode == 3
        assert "another paper lies here" in run.stderr
        assert contents(printed) == before

    @pytest.mark.parametrize(
        "options",
        [
            ("--template", "monday.json"),
            ("answers.csv", "--format", "json", "-o", "monday.json"),
            ("answers.csv", "-o", "monday.json"),
        ],
    )
    def test_the_paper_is_never_written_over_by_what_is_made_from_it(self, quizmill, printed, options):
        quizmill("mark", "--paper", "monday.json", "--template", "answers.csv")
        before = contents(printed)
        run = quizmill("mark", "--paper", "monday.json", *options)

        refused(run, before, printed, f"monday.json: {READ}")

    def test_nor_by_a_key_when_it_is_printed_again(self, quizmill, printed):
        before = contents(printed)
        run = quizmill("reprint", "monday.json", "--key-csv", "monday.json")

        assert run.returncode == 2
        assert contents(printed) == before


class TestTables:
    def test_an_empty_table_does_not_go_over_a_filled_one(self, quizmill, printed):
        quizmill("mark", "--paper", "monday.json", "--template", "t.csv")
        table = printed / "t.csv"
        table.write_bytes(table.read_bytes().replace(b"Ann Lee,A,,", b"Ann Lee,A,b,"))
        before = contents(printed)
        run = quizmill("mark", "--paper", "monday.json", "--template", "t.csv")

        refused(
            run,
            before,
            printed,
            "t.csv: something is typed into this table already; choose another name for the empty one",
        )

    def test_a_filled_table_is_one_without_its_remarks_too(self, quizmill, printed):
        (printed / "t.csv").write_text("student,form,1,2,3\nAnn Lee,A,b,,\n")
        before = contents(printed)
        run = quizmill("mark", "--paper", "monday.json", "--template", "t.csv")

        refused(
            run,
            before,
            printed,
            "t.csv: something is typed into this table already; choose another name for the empty one",
        )

    def test_a_name_typed_into_an_empty_table_counts(self, quizmill, printed):
        quizmill("mark", "--paper", "monday.json", "--template", "t.csv")
        table = printed / "t.csv"
        table.write_bytes(table.read_bytes().replace(b"Ann Lee,A", b"Ann Lee-Lopez,A"))
        run = quizmill("mark", "--paper", "monday.json", "--template", "t.csv")

        assert run.returncode == 3

    def test_an_empty_one_goes_over_an_empty_one(self, quizmill, printed):
        for separator in ("comma", "semicolon"):
            run = quizmill("mark", "--paper", "monday.json", "--template", "t.csv", "--separator", separator)
            assert run.returncode == 0

        assert b";" in (printed / "t.csv").read_bytes()

    @pytest.mark.parametrize("form", ["text", "csv", "json"])
    def test_marks_do_not_go_over_the_answers(self, quizmill, printed, form):
        quizmill("mark", "--paper", "monday.json", "--template", "t.csv")
        before = contents(printed)
        run = quizmill("mark", "--paper", "monday.json", "t.csv", "--format", form, "-o", "t.csv")

        refused(run, before, printed, f"t.csv: {READ}")

    @pytest.mark.parametrize("form", ["text", "csv", "json"])
    def test_marks_go_over_older_marks_but_over_nothing_else(self, quizmill, printed, form):
        quizmill("mark", "--paper", "monday.json", "--template", "t.csv")
        for _ in range(2):
            run = quizmill("mark", "--paper", "monday.json", "t.csv", "--format", form, "-o", "marks.out")
            assert run.returncode == 0
        (printed / "marks.out").write_text("Ann: see me\n")
        run = quizmill("mark", "--paper", "monday.json", "t.csv", "--format", form, "-o", "marks.out")

        assert run.returncode == 3
        assert (printed / "marks.out").read_text() == "Ann: see me\n"

    @pytest.mark.parametrize(
        ("form", "own"),
        [
            ("text", "Monday: 3 questions, 3 marks\nfor Ann\n"),
            ("json", '{"title": "", "forms": ["A"], "students": [], "class": {}}'),
            ("csv", "student,form,marks\nAnn,A,3\n"),
        ],
    )
    def test_what_only_looks_like_marks_stays(self, quizmill, printed, form, own):
        quizmill("mark", "--paper", "monday.json", "--template", "t.csv")
        (printed / "own").write_text(own)
        before = contents(printed)
        run = quizmill("mark", "--paper", "monday.json", "t.csv", "--format", form, "-o", "own")

        assert (run.returncode, "own: this is no " in run.stderr) == (3, True)
        assert contents(printed) == before

    def test_marks_do_not_go_over_a_column_of_ones_own(self, quizmill, printed):
        quizmill("mark", "--paper", "monday.json", "--template", "t.csv")
        quizmill("mark", "--paper", "monday.json", "t.csv", "--format", "csv", "-o", "marks.csv")
        marks = printed / "marks.csv"
        marks.write_bytes(marks.read_bytes().replace(b"percent,", b"percent,remark,"))
        before = contents(printed)
        run = quizmill("mark", "--paper", "monday.json", "t.csv", "--format", "csv", "-o", "marks.csv")

        refused(
            run,
            before,
            printed,
            "marks.csv: this table has something that the new one has not; choose another name, or add "
            "--overwrite",
        )

    def test_nor_over_the_marks_of_another_class(self, quizmill, printed):
        for name in ("Ann Lee", "Zoe"):
            (printed / f"{name}.csv").write_text(f"student,form,1,2,3\n{name},A,a,,\n")
        ours = ("mark", "--paper", "monday.json", "--format", "csv", "-o", "marks.csv")
        quizmill(*ours, "Ann Lee.csv")
        before = contents(printed)
        run = quizmill(*ours, "Zoe.csv")

        assert run.returncode == 3
        assert "marks.csv: this table has something that the new one has not" in run.stderr
        assert contents(printed) == before
        assert quizmill(*ours, "Zoe.csv", "--overwrite").stdout == "marks.csv\n"

    @pytest.mark.parametrize(("form", "what"), [("json", "marks of"), ("text", "report on")])
    def test_nor_over_those_of_another_paper(self, quizmill, bank, printed, form, what):
        quizmill("worksheet", "--bank", bank, "-n", "3", "--seed", "8", "--title", "Resit", "-o", "resit")
        (printed / "a.csv").write_text("student,form,1,2,3\nAnn,,a,,\n")
        quizmill("mark", "--paper", "resit.json", "a.csv", "--format", form, "-o", "marks")
        before = (printed / "marks").read_bytes()
        (printed / "a.csv").write_text("student,form,1,2,3\nAnn,A,a,,\n")
        run = quizmill("mark", "--paper", "monday.json", "a.csv", "--format", form, "-o", "marks")

        message = f"marks: the {what} another paper lie"
        assert (run.returncode, message in run.stderr) == (3, True)
        assert (printed / "marks").read_bytes() == before

    def test_what_a_roster_with_a_separator_of_its_own_leads_to_is_known_again(
        self, quizmill, bank, tmp_path
    ):
        (tmp_path / "class.csv").write_text("sep=|\nname|class\nAnn Lee|8b\n")
        for _ in range(2):
            run = quizmill(
                "worksheet", "--bank", bank, "-n", "2", "--seed", "7", "--roster", "class.csv",
                "--key-csv", "keys.csv", "-o", "monday",
            )  # fmt: skip
            assert run.returncode == 0, run.stderr
        quizmill("mark", "--paper", "monday.json", "--template", "t.csv")
        run = quizmill("mark", "--paper", "monday.json", "t.csv")

        assert (run.returncode, run.stderr) == (0, "")

    def test_a_key_does_not_go_over_the_roster(self, quizmill, bank, printed):
        before = contents(printed)
        run = quizmill(
            "worksheet", "--bank", bank, "--roster", "class.csv", "--key-csv", "class.csv", "-o", "tuesday"
        )

        refused(run, before, printed, f"class.csv: {READ}")

    def test_nor_over_another_table(self, quizmill, bank, printed):
        (printed / "other.csv").write_text("name\nAnn Lee\n")
        before = contents(printed)
        run = quizmill("worksheet", "--bank", bank, "--key-csv", "other.csv", "-o", "tuesday")

        refused(
            run,
            before,
            printed,
            "other.csv: this is no table of keys, and would be lost; choose another name",
        )


class TestTheHistory:
    def test_is_not_written_over_by_its_export(self, quizmill, bank, tmp_path):
        quizmill("quiz", "--bank", bank, "--history", "h.db", "-n", "1", typed="a\n")
        before = contents(tmp_path)
        run = quizmill("history", "export", "--history", "h.db", "-o", "h.db")

        refused(run, before, tmp_path, f"h.db: {READ}")

    def test_nor_by_results(self, quizmill, bank, tmp_path):
        quizmill("quiz", "--bank", bank, "--history", "h.db", "-n", "1", typed="a\n")
        before = contents(tmp_path)["h.db"]
        run = quizmill("quiz", "--bank", bank, "--history", "h.db", "--results", "h.db", "-n", "1")

        assert run.returncode == 3
        message = "h.db: this is no record of a quiz, and would be lost; choose another name"
        assert run.stderr.splitlines()[-1] == f"quizmill: {message}"
        assert contents(tmp_path)["h.db"] == before

    @pytest.mark.parametrize("form", ["jsonl", "csv"])
    def test_an_export_goes_over_an_older_one_alone(self, quizmill, bank, tmp_path, form):
        quizmill("quiz", "--bank", bank, "--history", "h.db", "-n", "1", "--id", "tea-plant", typed="a\n")
        for _ in range(2):
            run = quizmill("history", "export", "--history", "h.db", "--format", form, "-o", "log")
            assert run.returncode == 0
        topic = tmp_path / bank / "tea.yaml"
        text = topic.read_bytes()
        run = quizmill("history", "export", "--history", "h.db", "--format", form, "-o", topic)

        assert run.stderr == (
            f"quizmill: {topic}: this is no log of answers, and would be lost; choose another name\n"
        )
        assert topic.read_bytes() == text

    @pytest.mark.parametrize("answer", ["Cutty\0Sark", "Cutty Sark " * 15_000], ids=["NUL", "long"])
    @pytest.mark.parametrize("form", ["jsonl", "csv"])
    def test_an_export_is_known_again_whatever_was_answered(self, quizmill, bank, form, answer):
        quizmill("quiz", "--bank", bank, "--history", "h.db", "--id", "ship-name", typed=f"{answer}\n")
        for _ in range(2):
            run = quizmill("history", "export", "--history", "h.db", "--format", form, "-o", "log")
            assert run.returncode == 0, run.stderr

    def test_a_table_that_is_torn_is_none_of_ours(self, quizmill, bank, tmp_path):
        quizmill("quiz", "--bank", bank, "--history", "h.db", "--id", "tea-plant", typed="a\n")
        (tmp_path / "log").write_bytes(b"id,at,day,sitting\n\0")
        before = contents(tmp_path)
        run = quizmill("history", "export", "--history", "h.db", "--format", "csv", "-o", "log")

        message = "log: this is no log of answers, and would be lost; choose another name"
        refused(run, before, tmp_path, message)

    @pytest.mark.parametrize("form", ["jsonl", "csv"])
    def test_an_export_of_another_history_stays(self, quizmill, bank, tmp_path, form):
        for history in ("one.db", "other.db"):
            quizmill("quiz", "--bank", bank, "--history", history, "--id", "tea-plant", typed="a\n")
        quizmill("history", "export", "--history", "one.db", "--format", form, "-o", "log")
        before = contents(tmp_path)
        run = quizmill("history", "export", "--history", "other.db", "--format", form, "-o", "log")

        message = "log: this log has answers that are not in the history; choose another name"
        refused(run, before, tmp_path, message)


class TestDecks:
    @pytest.mark.parametrize(
        ("collection", "message"),
        [
            (
                "collection.anki2",
                "this is an Anki deck, but not one that quizmill wrote; choose another file",
            ),
            ("collection.anki21b", "Anki itself has exported this deck, and it would be lost; "),
        ],
    )
    @pytest.mark.parametrize("options", [(), ("--fresh",)])
    def test_ones_own_anki_stays(self, quizmill, bank, tmp_path, collection, message, options):
        with zipfile.ZipFile(tmp_path / "own.apkg", "w") as archive:
            archive.writestr(collection, _collection())
            archive.writestr("media", "{}")
        before = contents(tmp_path)
        run = quizmill("anki", "--bank", bank, "-o", "own.apkg", *options)

        assert (run.returncode, f"quizmill: own.apkg: {message}" in run.stderr) == (3, True)
        assert contents(tmp_path) == before

    def test_ones_own_notes_as_text_stay(self, quizmill, bank, tmp_path):
        (tmp_path / "notes.txt").write_text("#separator:tab\n#html:true\n#tags column:3\nfront\tback\t\n")
        run = quizmill("anki", "--bank", bank, "--format", "text", "-o", "notes.txt")

        assert run.stderr.endswith("this is no table for Anki, and would be lost; choose another name\n")

    def test_a_table_with_other_notes_stays(self, quizmill, bank, tmp_path):
        quizmill("anki", "--bank", bank, "--format", "text", "-o", "notes.txt")
        with (tmp_path / "notes.txt").open("a") as file:
            file.write("mine\tBasic\tMy deck\t\tfront\tback\n")
        before = contents(tmp_path)
        run = quizmill("anki", "--bank", bank, "--format", "text", "-o", "notes.txt")

        message = "notes.txt: this table has notes that are not in the new one; choose another name"
        refused(run, before, tmp_path, message)


class TestTimelines:
    def test_the_solution_to_sheets_that_are_out_stays(self, quizmill, bank, tmp_path):
        first = quizmill("timeline", "--bank", bank, "--seed", "1", "-o", "t.pdf")
        assert first.returncode == 0, first.stderr
        before = contents(tmp_path)
        run = quizmill("timeline", "--bank", bank, "--seed", "1", "--title", "Ships", "-o", "t.pdf")

        refused(
            run,
            before,
            tmp_path,
            "t.pdf: another timeline lies here; choose another name, or add --overwrite if nobody has it",
        )
        assert quizmill("timeline", "--bank", bank, "--seed", "1", "-o", "t.pdf").returncode == 0


class TestBuilds:
    def test_a_paper_that_no_build_has_made_stays(self, quizmill, bank, tmp_path):
        (tmp_path / "out" / "worksheets").mkdir(parents=True)
        quizmill("worksheet", "--bank", bank, "-n", "2", "--seed", "7", "-o", "out/worksheets/tea")
        before = contents(tmp_path / "out" / "worksheets")
        run = quizmill("build", "--bank", bank, "-o", "out")

        assert run.stderr.splitlines()[-1] == (
            "quizmill: out/worksheets/tea.json: a paper lies here that no build has made; move it, or build "
            "into another folder"
        )
        assert contents(tmp_path / "out" / "worksheets") == before


class TestFilesOfOnesOwn:
    @pytest.mark.parametrize(
        ("options", "kind"),
        [
            (("flashcards", "-o", "notes.txt"), "PDF that quizmill made"),
            (("coverage", "--html", "notes.txt"), "page that quizmill made"),
            (("quiz", "-n", "1", "--results", "notes.txt"), "record of a quiz"),
            (("anki", "--format", "text", "-o", "notes.txt"), "table for Anki"),
        ],
    )
    def test_are_not_written_over(self, quizmill, bank, tmp_path, options, kind):
        (tmp_path / "notes.txt").write_text("what I know about tea")
        run = quizmill(*options, "--bank", bank)

        message = f"notes.txt: this is no {kind}, and would be lost; choose another name"
        assert (run.returncode, run.stderr.splitlines()[-1]) == (3, f"quizmill: {message}")
        assert (tmp_path / "notes.txt").read_text() == "what I know about tea"

    @pytest.mark.parametrize(
        "options",
        [
            ("flashcards", "-o", "again"),
            ("timeline", "--seed", "1", "-o", "again"),
            ("coverage", "--html", "again"),
            ("quiz", "-n", "1", "--results", "again"),
            ("anki", "--fresh", "-o", "again"),
            ("anki", "--format", "text", "-o", "again"),
            ("worksheet", "--seed", "1", "--key-csv", "again"),
        ],
        ids=lambda options: options[0],
    )
    def test_while_ones_own_products_are(self, quizmill, bank, options):
        for _ in range(2):
            run = quizmill(*options, "--bank", bank)
            assert run.returncode == 0, run.stderr

    def test_older_results_stay_until_something_is_answered(self, tmp_path):
        record = Product(b'{"seed": 1, "questions": [], "earned": 0, "possible": 1, "percent": 0}', RESULTS)
        publish({tmp_path / "r.json": record})
        rehearse({tmp_path / "r.json": msgspec.structs.replace(record, data=b"{}")})

        assert contents(tmp_path) == {"r.json": record.data}
