"""`quizmill answers items`: what a class, a learner or a log says of the questions."""

from __future__ import annotations

import io
import json
import sys

import pytest

from answered import row
from differences import differences
from quizmill.analysis.rasch import RaschItem
from quizmill.analysis.summary import summary
from quizmill.analysis.table import as_line
from quizmill.app.items_shown import _count, _short
from quizmill.app.tests_shown import misfits, show_test
from quizmill.compose.arrange import as_written
from quizmill.compose.wording import digest
from quizmill.faces.plain.terminal import Screen
from quizmill.grade.marking import Verdict
from samples import load


@pytest.fixture
def items(quizmill, bank):
    """Runs `quizmill answers items …` on the sample bank."""
    return lambda *arguments, **env: quizmill("answers", "items", "--bank", bank, *arguments, **env)


@pytest.fixture
def class_(tmp_path):
    """Writes what a class answered of `tea-plant`, letter by letter, and five others as good as they are."""
    topic = load(tmp_path / "b").bank.topics[0]
    wordings = {question.id: digest(as_written(topic, question)) for question in topic.questions}

    def write(letters: str, name: str = "class.jsonl", **fields: object) -> str:
        rows = []
        for at, letter in enumerate(letters):
            good = at < len(letters) // 2
            option = "ABCD".index(letter) if letter != "-" else -1
            verdict = Verdict.SKIPPED if option < 0 else Verdict.RIGHT if option == 0 else Verdict.WRONG
            told = {
                "namespace": "tea-and-sea",
                "place": "paper",
                "paper": "1",
                "digest": wordings["tea-plant"],
            }
            chosen = () if option < 0 else (option,)
            rows.append(
                row(
                    f"{at:016x}",
                    "tea-plant",
                    **told
                    | {"number": 1, "chosen": chosen, "verdict": verdict, "earned": float(option == 0)}
                    | fields,
                )
            )
            rows += [
                row(
                    f"{at:016x}",
                    f"other-{each}",
                    **told
                    | {"number": each + 2, "kind": "short_answer", "digest": "d" * 16}
                    | {
                        "verdict": Verdict.RIGHT if good or at % 5 == each else Verdict.WRONG,
                        "earned": float(good or at % 5 == each),
                    }
                    | {name: value for name, value in fields.items() if name != "digest"},
                )
                for each in range(5)
            ]
        (tmp_path / name).write_text("".join(map(as_line, rows)))
        return name

    return write


def test_a_class_needs_no_log_and_a_suspect_key_is_told_with_who_chose_what(items, class_):
    run = items(class_("B" * 20 + "A" * 8 + "C" * 6 + "D" * 5 + "-"), "--place", "paper", "--id", "tea-plant")

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines()[:14] == [
        "240 answers of 40 students",
        "",
        "on paper: 1 question",
        "                              n        %   95 %    r      95 %    D  om  un   s",
        "tea-plant             mc     40 █···  20   9-36 -.50 -.70 -.22  .00   1   0   -",
        '    ! the best of 40 students took "Camellia japonica" more often than the key:',
        "      r 1.00 with the rest (95 %: from 1.00); look whether it is right too, or",
        "      the key wrong",
        "    = Camellia sinensis                   ██········  20 %  upper   0  lower   0",
        "      Camellia japonica                   █████·····  50 %  upper  20  lower   0",
        "      Ilex paraguariensis                 ██········  15 %  upper   0  lower   6",
        "      Aspalathus linearis                 █·········  12 %  upper   0  lower   5",
        "",
        "test on paper: 6 questions, 40 students",
    ]


def test_beside_a_suspect_key_nothing_is_told_that_follows_from_it_at_another_place(items, class_):
    on_paper = class_("B" * 20 + "A" * 8 + "C" * 6 + "D" * 6, "paper.jsonl")
    practised = class_("CD" * 20, "practice.jsonl", place="practice", paper="")

    def codes(*arguments: str) -> list[list[str]]:
        run = items(on_paper, practised, "--json", "--id", "tea-plant", *arguments)
        return [[flag["code"] for flag in item["flags"]] for item in json.loads(run.stdout)["items"]]

    assert codes() == [["wrong-key"], []]
    assert codes("--place", "practice") == [["below-chance", "easy-contradicted"]]


def test_what_few_students_cannot_show_is_said_once(items, class_):
    run = items(class_("A" * 20 + "B" * 10))

    assert (
        " ".join(run.stdout.split()).count("With fewer than 59 students no option is shown to be dead") == 1
    )


def test_no_line_is_wider_than_a_terminal_and_signs_are_common_with_plain(items, class_):
    run = items(class_("A" * 20 + "B" * 10), "--plain", "--all", "--id", "tea-plant")

    assert max(map(len, run.stdout.splitlines())) <= 80
    assert run.stdout.isascii()
    assert "#" in run.stdout


def test_a_test_has_its_marks_their_error_and_its_questions_on_one_scale(items, class_):
    told = items(class_("AB" * 15)).stdout

    assert "test on paper: 6 questions, 30 students" in told
    assert "KR-20 " in told
    assert "standard error of measurement " in told
    assert "Rasch, the hardest first" in told


def test_a_log_says_what_its_files_do(items, class_, quizmill, tmp_path):
    name = class_("A" * 15 + "B" * 10 + "-" * 5)
    key = {"QUIZMILL_ANSWERS_KEY": str(tmp_path / "key")}
    quizmill("answers", "init", **key)
    quizmill("answers", "add", name, **key)

    assert items("--json").stdout == items(name, "--json").stdout
    assert json.loads(items(name, "--json").stdout)["students"] == 30


def test_an_engine_says_of_a_log_what_plain_python_does(items, class_, quizmill, tmp_path):
    key = {"QUIZMILL_ANSWERS_KEY": str(tmp_path / "key")}
    quizmill("answers", "init", **key)
    assert items("--engine", "duckdb://", "--json").stdout == items("--json").stdout
    name = class_("A" * 15 + "B" * 10 + "-" * 5)
    quizmill("answers", "add", name, **key)

    by_engine, plain = (json.loads(items(*more, "--json").stdout) for more in (["--engine", "duckdb://"], []))

    assert not differences(plain, by_engine)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param(
            ["--engine", "nosuch://there"],
            "quizmill: --engine: the engine nosuch://there cannot be had (Don't know how to connect to "
            "'nosuch://there'); `pip install 'ibis-framework[nosuch]'` brings it\n",
            id="unknown",
        ),
        pytest.param(
            ["batch", "--engine", "duckdb://"],
            "quizmill: --engine sums a log: leave the files out, or add them to the log first\n",
            id="with files",
        ),
    ],
)
def test_an_engine_that_cannot_sum_is_refused(items, quizmill, tmp_path, typed, said):
    quizmill("answers", "init", QUIZMILL_ANSWERS_KEY=str(tmp_path / "key"))

    run = items(*typed)

    assert (run.returncode, run.stderr) == (2, said)


def test_without_the_extra_files_are_read_all_the_same_and_a_log_says_how_to_get_it(
    items, class_, monkeypatch
):
    name = class_("A" * 15 + "B" * 15)
    told = items(name).stdout
    for module in list(sys.modules):
        if module.startswith(("pyarrow", "quizmill.analysis.log", "quizmill.app.answer_", "ibis", "duckdb")):
            monkeypatch.delitem(sys.modules, module)
    for module in ("pyarrow", "ibis", "duckdb"):
        monkeypatch.setitem(sys.modules, module, None)

    assert items(name).stdout == told
    (refused, batch) = items(), items("batch")
    assert (refused.returncode, refused.stderr) == (
        2,
        "quizmill: to keep a log of answers, pyarrow is needed: pip install 'quizmill[scale]'\n",
    )
    assert batch.returncode == 3


def test_a_batch_of_a_log_needs_the_extra(items, tmp_path, monkeypatch):
    (tmp_path / "x.parquet").write_bytes(b"PAR1")
    monkeypatch.setitem(sys.modules, "quizmill.analysis.log.batch", None)
    run = items("x.parquet")

    assert (run.returncode, run.stderr) == (
        3,
        "quizmill: nothing was summed up, since this is not sound:\nx.parquet: this is a batch of a log, and "
        "pyarrow is needed to read it: pip install 'quizmill[scale]'\n",
    )


def test_places_and_wordings_are_never_put_together(items, class_):
    names = [
        class_("A" * 10 + "B" * 6, "now.jsonl"),
        class_("A" * 6 + "B" * 10, "exam.jsonl", place="exam", paper="2"),
        class_("B" * 16, "old.jsonl", digest="0" * 16, paper="3"),
        class_("AB" * 8, "anki.jsonl", place="anki", paper="", seconds=4.6),
    ]
    told = items(*names).stdout

    assert [line for line in told.splitlines() if line.startswith(("on paper", "in "))] == [
        "on paper: 1 question",
        "on paper, in other words than the bank has now: this says nothing of them as",
        "on paper, of questions that this bank does not have: 5 questions",
        "in exams at the terminal: 1 question",
        "in exams at the terminal, of questions that this bank does not have: 5 questions",
        "in Anki: 1 question",
        "in Anki, of questions that this bank does not have: 5 questions",
    ]
    assert "tea-plant             mc     16 ██··  50  25-75   5" in told
    assert "in Anki" not in items(*names, "--place", "exam").stdout


@pytest.mark.parametrize(
    ("sort", "first"),
    [("worst", "other-0"), ("facility", "tea-plant"), ("discrimination", "other-0"), ("bank", "other-0")],
)
def test_the_rows_stand_in_the_order_that_was_asked_for(items, class_, sort, first):
    run = items(class_("AB" * 15), "--sort", sort)

    assert run.returncode == 0
    assert first in run.stdout


def test_many_questions_are_cut_to_the_first_twenty_of_a_place(items, tmp_path):
    rows = [
        row(
            f"{student:016x}",
            f"a-question-with-a-very-long-name-{at:02}",
            place="practice",
            digest="d" * 16,
            earned=float(at > student),
        )
        for student in range(3)
        for at in range(25)
    ]
    (tmp_path / "many.jsonl").write_text("".join(map(as_line, rows)))

    short, whole = items("many.jsonl").stdout, items("many.jsonl", "--all").stdout
    assert "  5 more are shown with --all\n" in short
    assert (short.count("a-question"), whole.count("a-question")) == (20, 25)


def test_a_history_needs_no_name(items, quizmill, bank):
    quizmill(
        "quiz",
        "--plain",
        "--bank",
        bank,
        "--history",
        "h.db",
        "--id",
        "tea-plant",
        "--seed",
        "1",
        typed="a\n",
    )
    run = items("h.db")

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("1 answer of 1 student\n\nin practice: 1 question\n")


def test_nothing_to_show_is_said(items, class_):
    run = items(class_("AB"), "--place", "anki")

    assert run.stdout == "there are no answers to show\n"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--paper", "x.json"], 2, "--paper says to which paper sheets or pages are: name their files too"),
        (["absent.csv"], 3, "nothing was summed up, since this is not sound:"),
        (["class.jsonl", "--id", "tea-plnt"], 2, "tea-plant"),
        (["class.jsonl", "--topic", "coffee"], 2, "coffee"),
        (["--log", "nowhere"], 3, "there is no log here"),
    ],
)
def test_what_cannot_be_done_is_named(items, class_, arguments, code, told):
    class_("AB")
    run = items(*arguments)

    assert (run.returncode, run.stdout) == (code, "")
    assert told in run.stderr


def test_what_could_not_be_read_is_named_and_the_rest_summed_up(items, quizmill, bank, tmp_path):
    quizmill(
        "worksheet", "--bank", bank, "--id", "tea-plant", "--id", "tea-herbs", "--order", "bank", "-o", "tea"
    )
    (tmp_path / "answers.csv").write_text("student,1,2\nAnn,zebra,t\nBo,a,f\n")
    run = items("answers.csv", "--paper", "tea.json")

    assert run.returncode == 3
    assert run.stderr.endswith("quizmill: 1 entry could not be used; the rest is summed up\n")
    assert "on paper: 2 questions" in run.stdout


@pytest.mark.parametrize(
    ("value", "told"),
    [(None, "-"), (0.314, ".31"), (-0.2, "-.20"), (1.0, "1.00"), (-0.001, ".00"), (0.999, "1.00")],
)
def test_a_figure_below_one_has_no_zero_before_its_point(value, told):
    assert _short(value) == told


def test_a_large_count_fits_its_column():
    assert (_count(7, 3), _count(999, 3), _count(12_345, 4)) == ("  7", "999", " 12k")


@pytest.mark.parametrize(
    ("infit", "outfit", "persons", "marked"),
    [
        (1.35, 1.0, 30, False),  # chance moves it by 0.37
        (1.38, 1.0, 30, True),
        (0.6, 1.0, 30, True),
        (1.0, 2.0, 30, False),
        (1.0, 2.2, 30, True),
        (1.25, 1.25, 1000, False),
        (1.31, 1.0, 1000, True),
    ],
)
def test_a_question_is_marked_as_unfit_only_where_chance_does_not_explain_it(infit, outfit, persons, marked):
    item = RaschItem(question=0, difficulty=0.0, error=0.1, infit=infit, outfit=outfit)

    assert misfits(item, persons) == marked


def test_what_a_test_leaves_out_is_said_with_the_reason():
    def told(student: int, at: int) -> dict[str, object]:
        if student == 0 or (student == 1 and at == 4):
            return {"verdict": Verdict.SKIPPED, "earned": 0.0}
        if at == 3 or (student == 2 and at == 0):
            return {"verdict": Verdict.UNMARKED, "earned": 0.0}
        right = (student + at) % 3 > 0
        return {"verdict": Verdict.RIGHT if right else Verdict.WRONG, "earned": float(right)}

    rows = [
        row(
            f"{student:016x}",
            f"q{at}",
            place="paper",
            digest="d" * 16,
            kind="short_answer",
            number=at + 1,
            **told(student, at),
        )
        for student in range(20)
        for at in range(5)
    ]
    out = io.StringIO()
    show_test(Screen(out, width=80, colour=False), summary(rows).tests[0], "on paper", rows=2)
    lines = [line.strip() for line in out.getvalue().splitlines()]

    assert "test on paper: 4 questions, 18 students" in lines
    assert [line for line in lines if line.startswith(("1 sheet", "2 sheets", "q3:"))] == [
        "1 sheet: left out, since nothing is answered",
        "1 sheet: left out, since an answer has no mark",
        "2 sheets: not in the Rasch difficulties, since not all questions were reached",
        "q3: half of the sheets or more have no mark for it",
    ]
    assert "2 more are shown with --all" in lines


def test_a_test_of_one_sheet_says_what_it_lacks(items, class_):
    told = items(class_("A")).stdout

    assert "  no KR-20: too few students\n" in told
    assert "  no Rasch difficulties: too few " in told


def test_a_page_to_read_through_is_written_over_its_like_alone(items, class_, tmp_path):
    name = class_("B" * 30 + "A" * 10)
    run = items(name, "--html", "page.html")
    again = items(name, "--html", "page.html", "--json")

    assert (run.returncode, run.stderr) == (0, "note: wrote page.html\n")
    assert again.returncode == 0
    assert json.loads(again.stdout)["answers"] == 240
    page = (tmp_path / "page.html").read_text("utf-8")
    assert "<h1>What the answers say" in page
    assert "Key suspect: 1 question" in page


def test_a_page_takes_the_place_of_nothing_else(items, class_, tmp_path):
    name = class_("BA")
    (tmp_path / "mine.html").write_text("<p>mine</p>")
    mine = items(name, "--html", "mine.html")
    read = items(name, "--html", name)

    assert mine.returncode == read.returncode != 0
    assert (
        "mine.html: this is no page of what answers say, and would be lost; choose another name"
        in mine.stderr
    )
    assert "this command reads this file, and it would be lost; choose another name" in read.stderr
    assert (tmp_path / "mine.html").read_text() == "<p>mine</p>"


def test_what_may_leave_is_written_and_nothing_of_ours_written_over(items, class_, tmp_path):
    name = class_("A" * 20 + "B" * 14)
    run = items(name, "--aggregate", "away.json")
    told = json.loads((tmp_path / "away.json").read_text("utf-8"))
    over = items(name, "--aggregate", name)

    assert (run.returncode, run.stderr) == (0, "note: wrote away.json\n")
    assert (told["quizmill"], told["least"], told["students"]) == ("aggregate", 10, 30)
    plant = next(item for item in told["items"] if item["id"] == "tea-plant")
    assert plant == {
        "namespace": plant["namespace"],
        "id": "tea-plant",
        "wording": plant["wording"],
        "place": "paper",
        "n": 30,  # 34
        "right": 20,
        "seconds": None,
        "options": [{"option": 0, "n": 20}, {"option": 1, "n": 10}],
    }
    assert over.returncode == 3
    assert "class.jsonl" in over.stderr
