"""`quizmill review` and `quizmill stats`, as a learner sees them over days."""

from __future__ import annotations

import datetime
import json
import os
import re
import sqlite3
from pathlib import Path

import pytest

from commands import environment, run_on_a_terminal


@pytest.fixture
def learner(quizmill, bank, tmp_path):
    """Runs a command on the sample bank with one history."""

    def run(command: str, *arguments: str, typed: str = "", **env: str):
        return quizmill(
            command, "--bank", bank, "--history", tmp_path / "h.db", *arguments, typed=typed, **env
        )

    return run


def days_go_by(tmp_path: Path, days: int) -> None:
    """Everything was answered so many days earlier."""
    with sqlite3.connect(tmp_path / "h.db") as db:
        db.execute("UPDATE event SET day = day - ?1, due = due - ?1, last = last - ?1", (days,))
    db.close()


def asked(text: str) -> list[str]:
    return re.findall(r"Question \d+ of \d+.*\n(.*)", text)


def test_the_first_review_meets_new_questions_in_the_banks_order_siblings_apart(learner):
    run = learner("review", "--new", "3", typed=":skip\n" * 3)

    assert run.stderr == ""
    assert run.stdout.startswith("Tea and the sea: review, 0 due and 3 new\n3 questions, seed ")
    assert asked(run.stdout) == [
        "From which plant is every true tea made?",
        "Which clipper was launched in 1869 to carry tea from China?",
        "How many yuan was the first cargo worth, by the reckoning of “The Tea Book”, in",
    ]


def test_when_nothing_is_due_it_says_when_something_is(learner, tmp_path):
    learner("review", "--new", "2", typed="Camellia sinensis\nCutty Sark\n")
    run = learner("review", "--new", "2")

    assert (run.returncode, run.stderr) == (0, "")
    assert re.fullmatch(
        r"Nothing is due today\. "
        r"Next: 2 questions on \w+day, \d{1,2} \w+ \d{4}\. "
        r"New ones: 2 met today, of 2 a day; 7 are left\. "
        r"`quizmill review --bank question_bank --history \S+ --cram` asks all the same, and leaves the "
        r"schedule as it is\.",
        " ".join(run.stdout.split()),
    )


def test_what_is_due_comes_back_and_a_wrong_answer_comes_back_sooner(learner, tmp_path):
    learner("review", "--new", "2", typed="Camellia sinensis\nHMS Victory\n")
    days_go_by(tmp_path, 1)
    run = learner("review", "--new", "0", typed="Cutty Sark\n")
    assert asked(run.stdout) == ["Which clipper was launched in 1869 to carry tea from China?"]

    days_go_by(tmp_path, 1)
    run = learner("review", "--new", "0")
    assert asked(run.stdout) == ["From which plant is every true tea made?"]


def test_a_miss_comes_back_in_the_same_sitting_and_leaves_the_schedule_alone(learner, tmp_path):
    typed = "Camellia japonica\nCutty Sark\nIlex paraguariensis\nCamellia sinensis\n"
    run = learner("review", "--new", "2", typed=typed)
    headings = re.findall(r"(Question \d of \d), Tea, 1 mark(?:, (.*))?", run.stdout)

    assert headings == [
        ("Question 1 of 2", ""),
        ("Question 2 of 2", ""),
        ("Question 1 of 2", "once more"),
        ("Question 1 of 2", "once more"),
    ]
    assert "Score: 1 of 2 marks (50 %)" in run.stdout
    with sqlite3.connect(tmp_path / "h.db") as db:
        rows = db.execute("SELECT question, verdict, rating, due - day FROM answer ORDER BY id")
        assert rows.fetchall() == [
            ("tea-plant", "wrong", 1, 1),
            ("ship-name", "right", 3, 2),
            ("tea-plant", "wrong", None, 1),
            ("tea-plant", "right", None, 1),
        ]
    db.close()


def test_cramming_asks_everything_and_changes_no_schedule(learner, tmp_path):
    learner("review", "--new", "1", typed="Camellia japonica\n")
    before = learner("stats", "--json").stdout
    run = learner("review", "--cram", typed="Camellia sinensis\n")

    assert run.stdout.startswith("Tea and the sea: cramming, 1 met before and 8 new\n9 questions")
    assert asked(run.stdout)[0] == "From which plant is every true tea made?"
    after = learner("stats", "--json").stdout
    assert json.loads(before)["due"] == json.loads(after)["due"]
    assert json.loads(after)["total"]["answers"] == 2


def test_a_review_that_was_left_goes_on_and_a_quiz_does_not_take_it(learner):
    learner("review", "--new", "3", typed="Camellia sinensis\n")

    assert learner("quiz", "--resume").returncode == 2
    run = learner("review", "--resume")
    assert "Going on at question 2; begun " in run.stdout
    assert asked(run.stdout) == ["Which clipper was launched in 1869 to carry tea from China?"]
    assert (
        "--cram: --resume goes on with the same questions" in learner("review", "--resume", "--cram").stderr
    )


def test_a_review_that_is_left_says_how_to_go_on_with_it(learner, tmp_path):
    command = f"quizmill review --bank question_bank --history {tmp_path / 'h.db'}"
    left = learner("review", "--new", "3", typed="Camellia sinensis\n").stdout
    finished = learner("review", "--resume", typed="Cutty Sark\n9000 yuan\n").stdout

    assert left.splitlines()[-1] == f"Go on here: {command} --resume"
    assert "Go on here" not in finished


def test_another_round_of_a_review_is_a_review(learner, tmp_path):
    command = f"quizmill review --bank question_bank --history {tmp_path / 'h.db'}"

    assert learner("review").stdout.splitlines()[-1] == f"Another round: {command}"
    assert learner("review", "--cram").stdout.splitlines()[-1] == f"Another round: {command} --cram"


def test_a_review_chooses_among_what_is_selected(learner):
    run = learner("review", "--type", "essay", "-n", "1")

    assert asked(run.stdout) == ["Why could a fast ship be worth more than a large one in the tea trade?"]
    assert learner("review", "-n", "0").stderr == (
        "quizmill: --count: 0 questions cannot be asked; it must be at least 1\n"
    )


def test_what_is_elective_is_met_by_those_who_choose_it_and_then_comes_back(learner, tmp_path):
    asks = "type: true_false, prompt: A pot is hot., answer: true, facts: [tea-book/leaf]"
    pots = f"title: Pots\nelective: true\nquestions:\n  - {{id: pot, {asks}}}\n"
    (tmp_path / "question_bank" / "pots.yaml").write_text(pots + f"  - {{id: pot-2, {asks}}}\n")

    assert "0 due and 9 new" in learner("review").stdout
    assert "9 questions" in learner("quiz", "--history", "none").stdout
    assert "0 due and 1 new" in learner("review", "--topic", "pots", "--new", "1", typed="t\n").stdout
    days_go_by(tmp_path, 30)
    assert "1 due and 9 new" in learner("review").stdout
    assert "1 due and 1 new" in learner("review", "--topic", "pots").stdout
    assert "1 met before and 9 new" in learner("review", "--cram").stdout


def test_of_a_day_on_which_nothing_was_answered_nothing_is_said(learner):
    run = learner("review", typed=":quit\n")

    assert "No question was answered." in run.stdout
    assert "Today:" not in run.stdout


def test_no_more_than_so_many_are_asked_a_day_and_the_rest_waits(learner, tmp_path):
    right = "Camellia sinensis\nCutty Sark\n9000\n9000 yuan\n"
    learner("review", "--new", "3", typed=right)
    days_go_by(tmp_path, 30)
    run = learner("review", "--most", "2", typed="Camellia sinensis\nCutty Sark\n")

    assert run.stdout.startswith("Tea and the sea: review, 2 due and 0 new\n2 questions")
    assert "\n1 more is due and waits for another day.\n" in run.stdout
    assert "Today: 2 questions, 2 right at once. Tomorrow: 1 due. In a row: 1 day." in run.stdout
    assert "Another round" not in run.stdout
    command = f"quizmill review --bank question_bank --history {tmp_path / 'h.db'} --most 4"
    assert " ".join(learner("review", "--most", "2").stdout.split()) == (
        f"Enough for today: 2 of at most 2 a day are done. 1 more is due: `{command}` asks it too."
    )
    assert "1 due and 1 new" in learner("review", "--most", "4", "--new", "2").stdout


def test_the_end_of_a_day_tells_how_it_went_and_what_comes(learner, tmp_path):
    learner("review", "--new", "1", typed="Camellia sinensis\n")
    days_go_by(tmp_path, 1)
    run = learner(
        "review",
        "--new",
        "2",
        "--type",
        "short_answer",
        "--type",
        "numerical",
        typed="Sark\n8000 yuan\nCutty Sark\n9000 yuan\n",
    )

    assert "\nToday: 2 questions, 0 right at once. Tomorrow: 3 due. In a row: 2 days.\n" in run.stdout


def test_what_was_missed_this_week_or_has_a_flag_is_asked_and_the_schedule_stays(learner, tmp_path):
    learner("review", "--new", "2", typed="Camellia japonica\n:flag\nCutty Sark\n")
    before = json.loads(learner("stats", "--json").stdout)["due"]

    plant, ship = (
        "From which plant is every true tea made?",
        "Which clipper was launched in 1869 to carry tea from China?",
    )
    assert asked(learner("review", "--flagged", typed="Cutty Sark\n").stdout) == [ship]
    assert asked(learner("review", "--missed", typed="Camellia sinensis\n").stdout) == [plant]
    assert json.loads(learner("stats", "--json").stdout)["due"] == before
    neither = (
        "There is no such question: nothing that was chosen was missed in the last seven days, or has a flag."
    )
    assert " ".join(learner("review", "--missed", "--flagged").stdout.split()) == neither
    days_go_by(tmp_path, 7)
    assert " ".join(learner("review", "--missed").stdout.split()) == neither
    assert asked(learner("review", "--flagged").stdout) == [ship]


class TestAQuestionThatIsSetAside:
    def test_is_asked_no_more_until_it_is_taken_up_again(self, learner, tmp_path):
        run = learner("review", "--suspend", "tea-plant", "--suspend", "ship-name")
        command = f"quizmill review --bank question_bank --history {tmp_path / 'h.db'} --unsuspend tea-plant"

        assert " ".join(run.stdout.split()).startswith(
            f"tea-plant: set aside. No review asks it; `{command}` takes it up again. ship-name: set aside."
        )
        run = learner("review", "--new", "1", typed="Oolong, Pu-erh\n")
        assert asked(run.stdout)[0] == "Select the two drinks that are true teas."
        assert "2 questions are set aside: tea-plant, ship-name" in learner("stats").stdout
        assert learner("review", "--unsuspend", "tea-plant").stdout == "tea-plant: taken up again.\n"
        assert asked(learner("review", "--id", "tea-plant", "--new", "2").stdout) == [
            "From which plant is every true tea made?"
        ]

    def test_is_one_there_is(self, learner):
        run = learner("review", "--suspend", "tea-plan")

        help = 'to set aside or take up again; did you mean "tea-plant"?'
        assert (run.returncode, run.stderr) == (2, f'quizmill: there is no question "tea-plan" {help}\n')

    def test_can_be_so_by_a_command_at_the_question(self, learner):
        run = learner("review", "--new", "1", typed=":aside\n:aside\n:aside\n")

        assert run.stdout.count("Set aside: no review asks this question any more.") == 2
        assert run.stdout.count("Taken up again.") == 1
        assert json.loads(learner("stats", "--json").stdout)["suspended"] == ["tea-plant"]

    def test_needs_a_history(self, quizmill, bank):
        run = quizmill("review", "--bank", bank, "--suspend", "tea-plant")

        assert run.stderr == "quizmill: without a history no question can be set aside\n"


def test_a_question_missed_too_often_is_set_aside_and_that_is_said(learner, tmp_path):
    for _ in range(9):
        run = learner("review", "--new", "1", typed="Camellia japonica\n")
        days_go_by(tmp_path, 1)

    assert "Set aside: missed 8 times, this question is not asked again for now." in run.stdout
    assert json.loads(learner("stats", "--json").stdout)["suspended"] == ["tea-plant"]


class TestAheadOfAnExam:
    def test_what_would_be_forgotten_by_then_is_asked_and_what_is_new_is_met(self, learner, tmp_path):
        learner("review", "--new", "2", typed="Camellia sinensis\nCutty Sark\n")
        days_go_by(tmp_path, 1)
        today = (datetime.datetime.now() - datetime.timedelta(hours=4)).date()  # a day turns at 4 am
        day = today + datetime.timedelta(days=1)
        run = learner("review", "--exam", f"{day}", "--new", "0")
        later = learner("review", "--exam", f"{day + datetime.timedelta(days=1)}", "--new", "0")

        assert re.match(
            r"Tea and the sea: review, 0 due or forgotten by \w+, .*, and 7 new ",
            " ".join(run.stdout.split()),
        )
        assert re.match(
            r"Tea and the sea: review, 1 due or forgotten by \w+, .*, and 4 new ",
            " ".join(later.stdout.split()),
        )

    def test_that_is_over_it_is_told(self, learner):
        assert learner("review", "--exam", "2020-02-29").stderr == (
            "quizmill: --exam: 2020-02-29 is over; name a day to come\n"
        )


def test_a_review_needs_a_history(quizmill, bank):
    run = quizmill("review", "--bank", bank)

    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        "quizmill: a review needs a history; `quizmill quiz` and `quizmill review --cram` ask without one\n"
    )


def test_progress_without_an_answer_says_how_to_begin(learner, tmp_path):
    assert learner("stats").stdout == (
        "Tea and the sea\nNo answers are kept yet. `quizmill review` or `quizmill quiz` makes a start.\n"
    )
    assert not (tmp_path / "h.db").exists()


def test_progress_in_a_pipe_is_in_words(learner):
    typed = "Camellia sinensis\nRooibos\nf\nSark\n"
    learner("quiz", "--order", "bank", typed=typed)
    run = learner("stats")

    assert run.stderr == ""
    assert (
        re.sub(r"Week of \d+ \w+ \d{4}|\d+ [A-Z]\w+ to \d+ [A-Z]\w+ \d{4}", "DATES", run.stdout)
        == """\
Tea and the sea
4 answers to 4 of 9 questions, 40 % of the marks

Day by day
  DATES: 4 answers on 1 day, 50 % right
  In a row: 1 day; the longest so far: 1 day.

By topic: share of the marks, questions asked
  Tea: 40 % of the marks, 4 answers to 4 of 9

By kind of question
  Multiple choice: 100 % of the marks, 1 answer to 1 of 1
  Several right answers: 0 % of the marks, 1 answer to 1 of 1
  True or false: 100 % of the marks, 1 answer to 1 of 1
  Short answers: 0 % of the marks, 1 answer to 1 of 1

By difficulty
  easy: 100 % of the marks, 1 answer to 1 of 1
  medium: 25 % of the marks, 3 answers to 3 of 7

What stays
  No question has come back on a later day yet.
  Tomorrow the chance will be 86 %, on average, that you know one of the 4
  questions on the schedule.

What is due
  DATES: 4 questions
  New, and waiting to be met: 5 questions.
"""
    )


def test_a_reworded_question_keeps_its_history_and_a_removed_one_is_kept_aside(learner, tmp_path):
    for _ in range(3):
        learner("quiz", "--order", "bank", "-n", "9", typed="Camellia japonica\nRooibos\n")
    topic = tmp_path / "question_bank" / "tea.yaml"
    text = topic.read_text(encoding="utf-8").replace(
        "From which plant is *every* true tea made?", "Which plant gives tea?"
    )
    removed = text[text.index("  - id: tea-true") : text.index("  - id: tea-herbs")]
    topic.write_text(text.replace(removed, ""), encoding="utf-8")
    run = learner("stats")

    assert "3 answers to 1 of 8 questions, 0 % of the marks\n" in run.stdout
    assert "Kept aside: 3 answers to 1 question no longer in the bank.\n" in run.stdout
    assert "  - Which plant gives tea? [0 % of the marks in 3 answers; tea-plant]\n" in run.stdout


class TestANewName:
    """Of the bank, as the warning `shared-namespace` advises, and of a question in it."""

    @pytest.fixture
    def renamed(self, learner, tmp_path):
        """Two questions of the bank as it was are answered, then it and its first question are renamed."""
        bank_file, topic = (tmp_path / "question_bank" / name for name in ("bank.yaml", "tea.yaml"))
        now = bank_file.read_text(encoding="utf-8")
        old = now.replace("namespace: tea-and-sea", "namespace: my-first-bank")
        bank_file.write_text(old, encoding="utf-8")
        learner("quiz", "--order", "bank", "-n", "9", typed="Camellia japonica\nRooibos\n")
        new = now.replace("namespace: tea-and-sea", "namespace: tea-and-sea\nformerly: my-first-bank")
        bank_file.write_text(new, encoding="utf-8")
        text = topic.read_text(encoding="utf-8")
        text = text.replace("id: tea-plant\n", "id: tea-bush\n    formerly: tea-plant\n")
        topic.write_text(text, encoding="utf-8")
        return learner

    def test_takes_progress_along(self, renamed):
        told = json.loads(renamed("stats", "--json").stdout)

        assert (told["namespace"], told["total"]["asked"], told["total"]["answers"]) == ("tea-and-sea", 2, 2)
        assert (told["scheduled"], told["gone"]) == (2, {"questions": 0, "answers": 0})

    def test_does_not_make_a_question_a_new_one(self, renamed, tmp_path):
        assert "tea made?" not in renamed("review").stdout
        days_go_by(tmp_path, 1)

        assert asked(renamed("review", "--new", "0").stdout) == ["From which plant is every true tea made?"]

    def test_lets_what_was_left_go_on_and_what_is_offered_then_be_typed(self, renamed):
        left = renamed("quiz", "--resume", typed="\n")

        assert asked(left.stdout)[0] == "Peppermint tea is a true tea."
        assert "--id tea-plant" in left.stdout
        again = renamed("quiz", "--id", "tea-plant", typed="Camellia sinensis\n").stdout
        assert asked(again) == ["From which plant is every true tea made?"]
        assert "One of these you had answered before: 0 of 1 mark (0 %) then" in again


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_progress_is_drawn_to_the_width_of_the_terminal(bank, learner, cache, tmp_path, columns, encoding):
    for _ in range(3):
        learner("quiz", "--order", "bank", typed="Camellia japonica\nRooibos\nf\n")
    typed = ["stats", "--bank", str(bank), "--history", "h.db"]
    changes = {"NO_COLOR": "1", "PYTHONIOENCODING": encoding, "TERM": "xterm"}
    code, text = run_on_a_terminal(typed, "", tmp_path, environment(cache, **changes), columns)
    assert code == 0
    lines = text.splitlines()

    assert max(len(line) for line in lines) <= columns
    full, empty = ("█", "·") if encoding == "utf-8" else ("#", ".")
    assert re.search(rf"True or false\s+{re.escape(full)}+ +100 %  1/1", text)
    assert re.search(rf"Multiple choice\s+{re.escape(empty)}+ +0 %  1/1", text)
    assert [line[2:5] for line in lines if re.match("  (Mon|Tue|Wed|Thu|Fri|Sat|Sun) ", line)] == [
        *("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    ]
    assert encoding == "utf-8" or text.isascii()
    assert "\x1b" not in text


def test_the_stats_of_a_single_answer_speak_of_one_question(learner):
    learner("quiz", "--id", "tea-plant", typed="Camellia sinensis\n")
    run = learner("stats")

    said = " ".join(run.stdout.split())
    told = r"Tomorrow the chance will be 9\d\.?\d? % that you know the one question on the schedule\."
    assert re.search(told, said)
