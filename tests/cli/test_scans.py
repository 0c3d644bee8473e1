"""`quizmill mark` on pictures of answer sheets: what a teacher names, and what is said of it."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile

import pypdfium2
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from answer_sheets import bank_of, class_set, layout_of, printed
from commands import environment
from quizmill.app import input_file, picture_files, scanned
from quizmill.classroom import scan as quizmill_scan
from quizmill.classroom.saved import save
from scanned import key

DPI = 150
KINDS = ("choice", "response", "number", "choice", "choice", "words")


@pytest.fixture(scope="module")
def drawn():
    """A class set of two pupils, and their sheets with the key marked; each has an empty back."""
    made = class_set(bank_of(KINDS, options=4), students=("Ann Lee", "Bo Li"), order="bank")
    pages = pypdfium2.PdfDocument(printed(made))
    pictures = [pages[at].render(scale=DPI / 72, grayscale=True).to_pil().convert("L") for at in (0, 2)]
    for picture in pictures:
        for (number, part), rings in key(made).items():
            for ring in rings:
                fill(picture, made, number, part, ring)
    return made, pictures


def fill(picture, made, number, part, ring, grey=60):
    line = next(
        each for each in layout_of(made).sheets[0].lines if (each.number, each.part) == (number, part)
    )
    at, pixels = line.centre(ring), DPI / 25.4
    box = [(at.x - 1.9) * pixels, (at.y - 1.9) * pixels, (at.x + 1.9) * pixels, (at.y + 1.9) * pixels]
    ImageDraw.Draw(picture).ellipse(box, fill=grey)


@pytest.fixture
def ann(drawn, tmp_path):
    """Ann's sheet as a photo, and the paper beside it."""
    made, pictures = drawn
    (tmp_path / "monday.json").write_bytes(save(made))
    pictures[0].save(tmp_path / "ann.jpg")
    return tmp_path / "ann.jpg"


@pytest.fixture
def doubtful(drawn, ann):
    """On Ann's sheet question 4 has a second mark, which was rubbed out badly."""
    made, pictures = drawn
    picture = pictures[0].copy()
    right = key(made)[4, 0][0]
    fill(picture, made, 4, 0, (right + 1) % 4, grey=150)
    picture.save(ann)
    return "ABCD"[right]


def marks(run):
    return {row["student"]: row["marks"] for row in csv.DictReader(io.StringIO(run.stdout))}


def test_all_that_may_come_in_one_go_is_marked(quizmill, drawn, ann, tmp_path):
    _, pictures = drawn
    blank = Image.new("L", pictures[1].size, 255)
    upside_down = pictures[1].rotate(180)
    upside_down.save(tmp_path / "scan.pdf", save_all=True, append_images=[blank], resolution=DPI)
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.write(ann, "photos/ann.jpg")
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "IMG_1.HEIC").write_bytes(b"\0\0\0\x18ftypheic" + bytes(50))
    (tmp_path / "inbox" / "empty.png").write_bytes(b"")
    (tmp_path / "words.csv").write_text("student,1,2,3,4,5,6\nAnn Lee,,,,,,thing\nBo Li,,,,,,-\n")
    run = quizmill(
        *("mark", "scan.pdf", "photos.zip", "inbox", "words.csv", "--paper", "monday.json", "--format", "csv")
    )

    assert (run.returncode, marks(run)) == (3, {"Ann Lee": "6", "Bo Li": "5"})
    assert run.stderr == (
        "note: 5 pictures: 2 pages read; 1 blank back; 2 not to be opened: inbox/IMG_1.HEIC; "
        "inbox/empty.png\n"
        "inbox/IMG_1.HEIC: this is a HEIC photo, which is not read; on an iPhone choose Settings > "
        "Camera > Formats "
        "> Most Compatible, or send it by mail or export it as JPEG, and name that\n"
        "inbox/empty.png: this file is empty; copy it again\n"
        "quizmill: 2 entries could not be used; the rest is marked\n"
    )


def test_what_is_in_words_waits_for_a_table_which_is_written(quizmill, ann, tmp_path):
    run = quizmill("mark", "ann.jpg", "--paper", "monday.json", "--template", "answers.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "answers.csv").read_text("utf-8-sig"))))

    assert (run.returncode, run.stdout) == (0, "answers.csv\n")
    assert run.stderr == (
        "note: 1 picture: 1 page read\nnote: of 2 named sheets 1 came back; none of Bo Li\n"
    )
    assert rows[0] == ["student", "form", "1", "2", "3", "4", "5", "6", "sheet"]
    assert (rows[1][0], rows[1][4], rows[1][7]) == ("Ann Lee", "51", "")
    assert rows[2] == ["Bo Li", *[""] * 8]


def test_who_marked_nothing_is_not_absent_when_the_table_is_marked_alone(quizmill, drawn, tmp_path):
    made, _ = drawn
    (tmp_path / "monday.json").write_bytes(save(made))
    page = pypdfium2.PdfDocument(printed(made))[0]
    page.render(scale=DPI / 72, grayscale=True).to_pil().save(tmp_path / "ann.jpg")
    quizmill("mark", "ann.jpg", "--paper", "monday.json", "--template", "answers.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "answers.csv").read_text("utf-8-sig"))))
    alone = quizmill("mark", "answers.csv", "--paper", "monday.json", "--format", "csv")

    assert rows[1][:-1] == ["Ann Lee", "", *["_"] * 5, ""]
    assert marks(alone) == {"Ann Lee": "0", "Bo Li": ""}


def test_in_a_zip_nothing_is_lost_by_its_path_and_nothing_too_large_is_unpacked(
    quizmill, ann, tmp_path, monkeypatch
):
    monkeypatch.setattr(picture_files, "_LARGEST", 30)
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.write(ann, "ann.jpg")
        archive.writestr("../bo.png", b"")
        archive.writestr("__MACOSX/._ann.jpg", b"\xff\xd8\xff")
    run = quizmill("mark", "photos.zip", "--paper", "monday.json")

    assert run.stderr.splitlines()[1:3] == [
        "photos.zip/ann.jpg: this file cannot be read (unpacked it has more than 256 MB; unpack the zip, "
        "and name the file)",
        "photos.zip/../bo.png: this file is empty; copy it again",
    ]
    assert run.stderr.startswith("note: 2 pictures: 2 not to be opened:")
    assert not (tmp_path.parent / "bo.png").exists()


def test_a_zip_of_pictures_may_be_larger_than_any_other_file(quizmill, ann, tmp_path, monkeypatch):
    monkeypatch.setattr(input_file, "_LARGEST", 20_000)
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.write(ann, "ann.jpg")
        archive.writestr("list.txt", "of participants")
    assert (tmp_path / "photos.zip").stat().st_size > 20_000
    run = quizmill("mark", "photos.zip", "--paper", "monday.json", "--format", "csv")

    assert run.stderr.startswith("note: 1 picture: 1 page read\n")


def test_a_pdf_with_a_password_says_what_to_do(quizmill, ann, tmp_path):
    locked = Canvas(str(tmp_path / "locked.pdf"), encrypt=StandardEncryption("secret"))
    locked.showPage()
    locked.save()
    run = quizmill("mark", "locked.pdf", "--paper", "monday.json")

    assert "locked.pdf: this PDF wants a password; save a copy without one, and name that\n" in run.stderr


@pytest.mark.parametrize("option", ["-o", "--template", "--slips", "--review"])
def test_what_cannot_be_written_is_refused_before_a_picture_is_read(quizmill, ann, monkeypatch, option):
    monkeypatch.setattr(scanned, "read_pictures", None)
    named = "ann.jpg/new" if option == "--slips" else "ann.jpg/new.csv"
    run = quizmill("mark", "ann.jpg", "--paper", "monday.json", option, named)
    path = "ann.jpg/new.pdf" if option == "--slips" else named

    assert (run.returncode, run.stderr) == (
        3,
        f"quizmill: {path}: a part of this path is a file, not a folder\n",
    )


class TestDoubts:
    def test_one_is_named_and_counts_nothing(self, quizmill, doubtful):
        run = quizmill("mark", "ann.jpg", "--paper", "monday.json", "--format", "json")
        told = json.loads(run.stdout)
        answers = told["students"][0]["answers"]

        assert run.returncode == 3
        assert (
            f"ann.jpg: Ann Lee, question 4 (?{doubtful}) is doubtful; --review FILE.html asks, or type them"
            in told["faults"]
        )
        assert [each["verdict"] for each in answers] == [*["right"] * 3, "unread", "right", "unread"]
        assert told["pictures"] == [{"file": "ann.jpg", "page": 0, "fate": "read", "sheet": "Ann Lee"}]

    def test_one_is_decided_on_a_page(self, quizmill, doubtful, tmp_path):
        run = quizmill("mark", "ann.jpg", "--paper", "monday.json", "--review", "doubts.html")

        assert "note: doubts.html asks 1 question\n" in run.stderr
        page = (tmp_path / "doubts.html").read_text()
        assert "quizmill mark ann.jpg --paper monday.json" in page
        assert "monday-decisions.json" in page
        assert "Ann" not in page
        assert (
            f"ann.jpg: Ann Lee, question 4 (?{doubtful}) is doubtful; doubts.html asks, or type them\n"
            in run.stderr
        )

    def test_one_that_is_left_for_later_at_the_terminal_is_asked_there_again(self, quizmill, doubtful):
        run = quizmill("mark", "ann.jpg", "--paper", "monday.json", "--review", "terminal", typed=":skip\n")

        assert "is doubtful; --review terminal asks again, or type them\n" in run.stderr

    def test_one_is_decided_at_the_terminal_and_not_asked_again(self, quizmill, doubtful, tmp_path):
        arguments = ("mark", "ann.jpg", "--paper", "monday.json", "--review", "terminal")
        first = quizmill(*arguments, typed=f"{doubtful}\n")
        again = quizmill(*arguments)

        assert "doubtful" not in first.stderr
        assert json.loads((tmp_path / "monday-decisions.json").read_text())["answers"][0]["marked"] == [
            doubtful
        ]
        assert again.stderr.startswith("note: 1 decision in monday-decisions.json\n")
        assert "doubtful" not in again.stderr

    def test_a_sheet_that_two_pupils_used_is_parted_and_what_then_is_doubtful_asked(
        self, quizmill, drawn, ann, doubtful, tmp_path
    ):
        made, _ = drawn
        other = Image.open(ann).convert("L")
        for ring in range(4):
            fill(other, made, 1, 0, ring, grey=60 if ring == 3 else 255)
        other.save(tmp_path / "bo.jpg")
        arguments = ("mark", "ann.jpg", "bo.jpg", "--paper", "monday.json", "--format", "csv")
        run = quizmill(*arguments, "--review", "terminal", typed=f"\nBo Li\n{doubtful}\n{doubtful}\n")
        again = quizmill(*arguments)

        assert "note: 2 pictures: 2 pages read\n" in run.stderr
        assert "doubtful" not in again.stderr
        assert marks(again) == {"Ann Lee": "5", "Bo Li": "4"}

    def test_one_that_is_typed_is_not_asked(self, quizmill, doubtful, tmp_path):
        (tmp_path / "typed.csv").write_text(f"student,1,2,3,4,5,6\nAnn Lee,,,,{doubtful},,thing\n")
        run = quizmill("mark", "ann.jpg", "typed.csv", "--paper", "monday.json", "--review", "doubts.html")

        assert (run.returncode, run.stderr.splitlines()[0]) == (0, "note: doubts.html asks 0 questions")

    def test_decisions_may_stand_among_the_answers(self, quizmill, doubtful, tmp_path):
        quizmill("mark", "ann.jpg", "--paper", "monday.json", "--review", "terminal", typed=f"{doubtful}\n")
        (tmp_path / "monday-decisions.json").rename(tmp_path / "mine.json")
        run = quizmill("mark", "ann.jpg", "mine.json", "--paper", "monday.json")

        assert "doubtful" not in run.stderr

    def test_one_in_a_table_is_refused_until_a_person_types_it(self, quizmill, doubtful, tmp_path):
        quizmill("mark", "ann.jpg", "--paper", "monday.json", "--template", "answers.csv")
        table = (tmp_path / "answers.csv").read_text("utf-8-sig")
        guess = quizmill("mark", "answers.csv", "--paper", "monday.json")
        (tmp_path / "answers.csv").write_text(table.replace(f"?{doubtful}", doubtful))
        typed = quizmill("mark", "answers.csv", "--paper", "monday.json", "--format", "csv")

        assert guess.stderr.startswith(
            f'answers.csv:2: Ann Lee, question 4 (column F): this is only a guess: "{doubtful}"; look at '
            "the sheet, "
            "and type what is marked without the question mark\n"
        )
        assert (typed.returncode, marks(typed)["Ann Lee"]) == (0, "5")

    def test_a_file_of_decisions_that_is_named_must_be_there(self, quizmill, ann):
        run = quizmill("mark", "ann.jpg", "--paper", "monday.json", "--decisions", "gone.json")

        assert (run.returncode, run.stderr) == (
            3,
            "quizmill: gone.json: this file of decisions cannot be read (No such file or directory)\n",
        )


class TestRefused:
    def test_a_paper_without_an_answer_sheet(self, quizmill, bank, ann):
        quizmill("worksheet", "--bank", bank, "-n", "2", "-o", "tea")
        run = quizmill("mark", "ann.jpg", "--paper", "tea.json")

        assert (run.returncode, run.stderr) == (
            2,
            "quizmill: this paper has no answer sheet, so no pictures can be read; type the answers "
            "into a table "
            "(--template FILE), and next time print with `quizmill worksheet --answer-sheet`\n",
        )

    def test_a_review_without_pictures(self, quizmill, ann, tmp_path):
        (tmp_path / "answers.csv").write_text("student,answers\n")
        run = quizmill("mark", "answers.csv", "--paper", "monday.json", "--review", "terminal")

        assert (run.returncode, run.stderr) == (
            2,
            "quizmill: --review is of scans and photos of answer sheets; name them as ANSWERS\n",
        )

    def test_a_page_that_would_go_over_another_one_before_anything_is_read(self, quizmill, bank, ann):
        quizmill("web", "--bank", bank, "-o", "quiz.html")
        run = quizmill("mark", "ann.jpg", "--paper", "monday.json", "--review", "quiz.html")

        assert (run.returncode, run.stderr) == (
            3,
            "quizmill: quiz.html: this is no page of what a scan leaves open, and would be lost; choose "
            "another name\n",
        )

    def test_a_computer_without_what_reads_pictures(self, quizmill, ann, monkeypatch):
        monkeypatch.delitem(sys.modules, "quizmill.classroom.scan.pictures", raising=False)
        monkeypatch.delattr(quizmill_scan, "pictures", raising=False)
        monkeypatch.setitem(sys.modules, "cv2", None)
        run = quizmill("mark", "ann.jpg", "--paper", "monday.json")

        assert (run.returncode, run.stderr) == (
            2,
            "quizmill: to read pictures of answer sheets, cv2 is needed: pip install 'quizmill[scan]'\n",
        )

    def test_a_table_beside_pages_that_were_handed_in(self, quizmill, ann, tmp_path):
        (tmp_path / "answers.csv").write_text("student,answers\n")
        run = quizmill(*("mark", "ann.jpg", "answers.csv", "--paper", "monday.json", "--template", "new.csv"))

        assert run.stderr.endswith("answers.csv is a table already; mark it without --template\n")


@pytest.mark.proof
@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_who_breaks_off_leaves_no_process_and_no_traceback(drawn, ann, tmp_path, cache):
    _, pictures = drawn
    pictures[0].save(tmp_path / "long.pdf", save_all=True, append_images=[pictures[1]] * 150, resolution=DPI)
    run = subprocess.Popen(
        [sys.executable, "-m", "quizmill", "mark", "long.pdf", "--paper", "monday.json"],
        cwd=tmp_path,
        env=environment(cache),
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    time.sleep(2.5)
    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=60)

    assert (run.returncode, told.strip()) == (130, b"")
    assert _ends(run.pid)


def _ends(group: int) -> bool:
    """Whether no process of the group is left within ten seconds: what has ended is buried a moment later."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
