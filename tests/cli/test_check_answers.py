"""`quizmill check --answers LOG`: what a class says of the questions, where these are written."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

import samples
from quizmill.analysis.answer import AnswerRow
from quizmill.analysis.flags import FlagCode
from quizmill.app.answer_log import AnswerLog, begin_log
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.bank.markup import plain
from sat_papers import by_ability, choices, sat, written

IDS = tuple(f"green-{number}" for number in range(1, 9))
GREENS = "title: Greens\nquestions:\n" + "".join(
    f"""\
  - id: {id}
    type: multiple_choice
    prompt: Which tea is number {id[-1]}?  # asked in class {id[-1]}
    answer: Right {id[-1]}
    distractors:
      - First {id[-1]}
      - {{text: Second {id[-1]}, why: It is close.}}
      - Third {id[-1]}
    explanation: >-  # short
      It is so.
    facts: [tea-book/leaf]
    difficulty: {difficulty}   # as we think

"""
    for id, difficulty in zip(IDS, ["medium", "easy", "hard", *["medium"] * 5], strict=True)
)
WRONG, EASY, HARD, DEAD = IDS[0], IDS[1], IDS[2], IDS[3]
FLAGS = [word for code in FlagCode for word in ("--rule", code.value)]


def class_of(bank, students: int, **changes) -> list[AnswerRow]:
    """A wrong key, one called easy that few know, one called hard that most do, a distractor for nobody."""
    faults = {
        "held_right": {WRONG: 2},
        "knows": {EASY: lambda theta: by_ability(theta - 2.6), HARD: lambda theta: by_ability(theta + 2.6)},
        "offered": {DEAD: (0, 1, 2)},
    }
    return sat(bank, IDS, students, **(faults | changes))


@pytest.fixture
def greens(tmp_path: Path):
    """The bank with the greens, as it is read."""
    samples.write(tmp_path, greens=GREENS)
    return load_bank(tmp_path / "question_bank").bank


@pytest.fixture
def check(quizmill, greens, tmp_path: Path):
    """Runs `check` on the bank with *rows* as answers."""

    def run(rows, *arguments: str, **env: str):
        written(tmp_path / "class.csv", rows)
        return quizmill("check", "--bank", "question_bank", "--answers", "class.csv", *arguments, **env)

    return run


def told(run) -> list[str]:
    """Of each finding in a report in JSON its rule, question and place."""
    found = json.loads(run.stdout)
    return [f"{each['rule']} {each['question']} {each['line']}:{each['column']}" for each in found]


class TestFindings:
    def test_a_class_of_30_is_told_what_it_can_show_where_it_is_written(self, check, greens):
        run = check(class_of(greens, 30), *FLAGS)

        assert run.stdout == (
            'question_bank/greens.yaml:9:9: warning[wrong-key] the best of 30 students took "Second 1" more '
            "often than the key: r 0.52 with the rest (95 %: from 0.15)\n"
            "  9 |       - {text: Second 1, why: It is close.}\n"
            "    |         ^\n"
            "  help: look whether it is right too, or the key wrong (on paper)\n"
            "question_bank/greens.yaml:27:17: advice[easy-contradicted] 30 students earned 30 % of the marks "
            "(95 %: 15 % to 49 %)\n"
            "  27 |     difficulty: easy   # as we think\n"
            "     |                 ^\n"
            "  help: it is called easy; look whether it is, or whether something in it misleads (on paper)\n"
            "question_bank/greens.yaml:40:17: advice[hard-contradicted] 30 students earned 97 % of the marks "
            "(95 %: 83 % to 100 %)\n"
            "  40 |     difficulty: hard   # as we think\n"
            "     |                 ^\n"
            "  help: it is called hard; look whether it is, or gives itself away (on paper)\n"
            "1 warning, 2 pieces of advice\n"
        )
        assert run.stderr == "note: 240 answers of 30 students, to 8 questions as worded now\n"
        assert run.returncode == 0

    def test_more_students_show_more_and_a_wrong_key_is_not_told_by_its_consequences(self, check, greens):
        assert told(check(class_of(greens, 100), "--format", "json", *FLAGS)) == [
            "wrong-key green-1 9:9",
            "misleading green-2 16:5",
            "easy-contradicted green-2 27:17",
            "dead-distractor green-3 34:9",
            "dead-distractor green-3 36:9",
            "hard-contradicted green-3 40:17",
            "dead-distractor green-4 49:9",
        ]

    def test_what_two_places_show_is_told_once_by_the_one_that_shows_more(self, check, greens):
        rows = [*class_of(greens, 30), *class_of(greens, 110, place="exam", seed=2)]
        (found,) = json.loads(check(rows, "--format", "json", "--rule", "wrong-key").stdout)

        assert found["message"].startswith('the best of 30 students took "Second 1"')
        assert found["help"].endswith("(on paper, and so too in exams at the terminal)")

    def test_they_stand_among_the_others_in_the_order_of_the_files(self, check, greens):
        found = told(check(class_of(greens, 30), "--format", "json"))

        assert found[0] == "wrong-key green-1 9:9"
        assert found.index("easy-contradicted green-2 27:17") < found.index("fingerprint-missing None 1:1")

    @pytest.mark.parametrize(
        ("arguments", "expected"),
        [
            (("--id", EASY, "--rule", "easy-contradicted"), ["easy-contradicted green-2 27:17"]),
            (("--topic", "greens", "--rule", "wrong-key"), ["wrong-key green-1 9:9"]),
            (("--rule", "too-hard"), []),
        ],
    )
    def test_they_are_chosen_as_others_are(self, check, greens, arguments, expected):
        assert told(check(class_of(greens, 30), "--format", "json", *arguments)) == expected

    def test_github_shows_them(self, check, greens):
        run = check(class_of(greens, 30), "--format", "github", "--rule", "wrong-key")

        assert run.stdout == (
            "::warning file=question_bank/greens.yaml,line=9,col=9,title=wrong-key::the best of 30 students "
            'took "Second 1" more often than the key: r 0.52 with the rest '
            "(95 %25: from 0.15)%0Ahelp: look whether it is right too, or the key wrong (on paper)\n"
        )

    def test_strict_fails_on_a_warning_of_theirs(self, check, greens):
        assert check(class_of(greens, 30), "--strict", "--rule", "wrong-key").returncode == 1

    def test_a_log_and_its_export_say_the_same(self, quizmill, check, greens, tmp_path):
        rows = class_of(greens, 30)
        begin_log(tmp_path / "log", tmp_path / "answers.key")
        AnswerLog(tmp_path / "log").add(rows)
        run = quizmill("check", "--bank", "question_bank", "--answers", "log")

        assert run.stdout == check(rows).stdout
        assert "wrong-key" in run.stdout

    def test_what_is_allowed_is_silent_and_never_called_unused(self, quizmill, check, greens, tmp_path):
        allowed = "    allow: {wrong-key: We looked., too-easy: To begin with.}\n"
        text = GREENS.replace("    explanation", f"{allowed}    explanation", 1)
        (tmp_path / "question_bank/greens.yaml").write_text(text, encoding="utf-8")

        assert told(check(class_of(greens, 30), "--format", "json", "--rule", "wrong-key")) == []
        assert "unused-allow" not in check(class_of(greens, 30)).stdout
        assert "unused-allow" not in quizmill("check", "--bank", "question_bank").stdout


class TestBaseline:
    def test_it_stands_when_more_have_answered_wherever_they_did(self, check, greens, tmp_path):
        first = check(class_of(greens, 100), "--format", "json").stdout
        (tmp_path / "known.json").write_text(first, encoding="utf-8")
        more = [*class_of(greens, 100), *class_of(greens, 6, seed=3), *class_of(greens, 110, place="exam")]
        run = check(more, "--format", "json", "--baseline", "known.json", *FLAGS)

        assert (told(run), run.stderr.splitlines()[1:]) == ([], ["note: 7 known from known.json"])

    def test_without_answers_none_is_called_gone(self, quizmill, check, greens, tmp_path):
        first = check(class_of(greens, 100), "--format", "json").stdout
        (tmp_path / "known.json").write_text(first, encoding="utf-8")
        without = quizmill("check", "--bank", "question_bank", "--baseline", "known.json")
        other = check(class_of(greens, 3), "--baseline", "known.json")

        assert "no longer found" not in without.stderr
        assert "known.json has 7 findings that are no longer found" in other.stderr

    def test_since_a_revision_only_what_changed_is_told(self, check, greens, tmp_path):
        def git(*arguments: str) -> None:
            own = ["-c", "user.name=A", "-c", "user.email=a@b.c"]
            subprocess.run(["git", *own, *arguments], cwd=tmp_path, check=True, capture_output=True)

        git("init", "-q")
        git("add", ".")
        git("commit", "-qm", "all")
        text = GREENS.replace("difficulty: easy", "difficulty: easy\n    hint: H")
        (tmp_path / "question_bank/greens.yaml").write_text(text, encoding="utf-8")
        run = check(class_of(greens, 30), "--format", "json", "--since", "HEAD", *FLAGS)

        assert [each["question"] for each in json.loads(run.stdout)] == [EASY]


class TestWhatWasAnswered:
    def test_an_older_wording_says_nothing_and_is_told_once(self, check, greens):
        old = [row for row in class_of(greens, 30, wording="0123456789abcdef") if row.question in IDS[:2]]
        new = [row for row in class_of(greens, 30) if row.question not in IDS[:2]]
        run = check(old + new, "--format", "json", *FLAGS)

        assert told(run) == ["hard-contradicted green-3 40:17"]
        assert run.stderr == (
            "note: 240 answers of 30 students, to 6 questions as worded now\n"
            "note: of 2 questions only older wordings were answered: green-1 and green-2\n"
        )

    def test_answers_to_another_bank_are_told(self, check, greens):
        run = check([replace(row, namespace="other") for row in class_of(greens, 30)], *FLAGS)

        assert run.stdout == "nothing found\n"
        assert run.stderr == ("note: 240 answers of 30 students, none of them to a question of tea-and-sea\n")

    @pytest.mark.parametrize("place", ["anki", "review", "cram"])
    def test_what_was_learnt_before_says_nothing(self, check, greens, place):
        assert told(check(class_of(greens, 100, place=place), "--format", "json", *FLAGS)) == []

    def test_without_the_extra_a_log_says_what_is_missing(self, quizmill, greens, tmp_path, monkeypatch):
        begin_log(tmp_path / "log", tmp_path / "answers.key")
        monkeypatch.setitem(sys.modules, "quizmill.app.answer_log", None)
        run = quizmill("check", "--bank", "question_bank", "--answers", "log")

        assert run.stderr == ("quizmill: to read answers, pyarrow is needed: pip install 'quizmill[scale]'\n")

    def test_what_is_no_log_is_named(self, quizmill, greens, tmp_path):
        (tmp_path / "notes.txt").write_text("x\n", encoding="utf-8")
        run = quizmill("check", "--bank", "question_bank", "--answers", "notes.txt")

        assert run.stderr == (
            "quizmill: notes.txt: this is no log of answers, and no table or lines with its columns\n"
        )
        assert (run.stdout, run.returncode) == ("", 3)


@pytest.mark.proof
def test_wrong_keys_planted_in_the_shipped_bank_are_found_and_no_others(quizmill, tmp_path):
    bank = load_bank(shipped_bank()).bank
    asked = [each for _, each in choices(bank) if len(each.distractors) == 3][:30]
    planted = {asked[3].id: 1, asked[11].id: 2, asked[20].id: 3}
    written(tmp_path / "class.csv", sat(bank, [each.id for each in asked], 100, held_right=planted))
    run = quizmill("check", "--answers", "class.csv", "--rule", "wrong-key", "--format", "json")

    wanted = [each.distractors[planted[each.id] - 1].text for each in asked if each.id in planted]
    found = json.loads(run.stdout)
    assert sorted(each["question"] for each in found) == sorted(planted)
    assert all(any(f'"{plain(text)}"' in each["message"] for text in wanted) for each in found)
