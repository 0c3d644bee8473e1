"""Which questions stand on a worksheet, from the command line: blueprints, earlier papers, siblings."""

from __future__ import annotations

import json

import pytest

import samples


@pytest.fixture
def sheet(quizmill, bank, tmp_path):
    """Writes a worksheet: what it says, and the ids of its questions."""

    def write(*options: str, seed: int = 3, output: str = "x"):
        run = quizmill("worksheet", "--bank", bank, "--seed", str(seed), *options, "-o", output)
        path = tmp_path / f"{output}.json"
        return run, stood(path) if run.returncode == 0 else []

    return write


def stood(path) -> list[str]:
    return [each["question"]["id"] for each in json.loads(path.read_bytes())["first"]["exercises"]]


class TestBlueprint:
    def test_each_part_gets_its_number(self, sheet):
        run, ids = sheet("--blueprint", "type=multiple_choice:1, type=cloze|essay:2", "--order", "bank")

        assert run.returncode == 0
        assert ids == ["tea-plant", "ship-year", "tea-essay"]

    def test_a_file_will_do(self, sheet, tmp_path):
        (tmp_path / "plan.txt").write_text("type=cloze:1  # one to fill in\ntea tag=plants:1\n")

        assert sheet("--blueprint", "plan.txt", "--order", "bank")[1] == ["ship-year", "tea-plant"]

    def test_sections_gather_what_it_draws(self, sheet):
        _, ids = sheet(
            "--blueprint", "type=essay:1, type=cloze:1, type=essay|matching:1", "--sections", "kind"
        )

        assert ids == ["ship-year", "tea-colours", "tea-essay"]

    def test_forms_have_the_same_questions(self, sheet, tmp_path):
        sheet("--blueprint", "type=cloze:1, tea:3", "--forms", "2")
        first, second = json.loads((tmp_path / "x.json").read_bytes())["forms"]

        assert sorted(first["questions"]) == sorted(second["questions"]) == [0, 1, 2, 3]

    @pytest.mark.parametrize(
        ("typed", "code", "told"),
        [
            ("tee:3", 2, '--blueprint, column 1: "tee:3": there is no topic "tee"; did you mean "tea"?'),
            ("tea:40", 2, '--blueprint, column 1: "tea:40": 40 are asked for; 9 fit'),
            ("tea", 2, '--blueprint: "tea" is no file, and has no part such as joyo-sale:5'),
            ("p.txt", 3, 'p.txt:2:2: "tea:40": 40 are asked for; 9 fit'),
            ("b.txt", 3, "b.txt: this blueprint is no text in UTF-8"),
        ],
    )
    def test_one_that_cannot_be_met_says_where(self, sheet, tmp_path, typed, code, told):
        (tmp_path / "p.txt").write_text("tea:1\n tea:40\n")
        (tmp_path / "b.txt").write_bytes(b"tea:1 # \xff")
        run, _ = sheet("--blueprint", typed)

        assert (run.returncode, run.stderr) == (code, f"quizmill: {told}\n")
        assert not (tmp_path / "x.pdf").exists()

    def test_a_number_beside_it_is_one_too_many(self, sheet):
        run, _ = sheet("--blueprint", "tea:2", "-n", "3")

        assert run.stderr == "quizmill: -n: the blueprint says how many; leave one of the two out\n"


class TestEarlierPapers:
    def test_what_stood_there_does_not_come_again(self, sheet):
        _, first = sheet("-n", "4", output="may")
        _, second = sheet("-n", "3", "--not-in", "may.json", output="june")
        run, third = sheet("-n", "9", "--not-in", "may.json", "--not-in", "june.json", output="july")

        assert len({*first, *second, *third}) == 9
        assert run.stderr.splitlines()[:2] == [
            "note: 9 questions were asked for; 2 fit, and all of them are used",
            "note: 7 questions stood on earlier papers, and are left out",
        ]

    def test_a_question_is_known_by_the_ids_it_had(self, quizmill, sheet, tmp_path):
        sheet("--id", "tea-plant", output="may")
        renamed = samples.TOPIC.replace("id: tea-plant\n", "id: tea-bush\n    formerly: tea-plant\n")
        samples.write(tmp_path / "later", tea=renamed)
        run = quizmill("worksheet", "--bank", "later/question_bank", "--seed", "3", "--id", "tea-bush",
                       "--id", "ship-name", "--not-in", "may.json", "-o", "june")  # fmt: skip

        assert run.stderr == "note: 1 question stood on an earlier paper, and is left out\n"
        assert stood(tmp_path / "june.json") == ["ship-name"]

    def test_a_blueprint_leaves_them_out_too(self, sheet):
        sheet("--type", "essay", output="may")
        run, _ = sheet("--blueprint", "type=essay:1", "--not-in", "may.json", output="june")

        assert run.stderr == (
            'quizmill: --blueprint, column 1: "type=essay:1": 1 are asked for; nothing fits, since the '
            "only one that would stood on an earlier paper (--not-in)\n"
        )

    def test_when_nothing_is_left_it_is_said(self, sheet):
        sheet(output="may")
        run, _ = sheet("--not-in", "may.json", output="june")

        assert run.stderr == (
            "quizmill: no question fits the selection; all 9 that would stood on earlier papers\n"
        )

    def test_a_paper_of_another_bank_is_refused(self, quizmill, sheet, tmp_path):
        other = samples.BANK.replace("tea-and-sea", "another")
        samples.write(tmp_path / "other", bank=other, tea=samples.TOPIC)
        quizmill("worksheet", "--bank", "other/question_bank", "--seed", "3", "-o", "may")
        run, _ = sheet("--not-in", "may.json", output="june")

        assert run.stderr == (
            "quizmill: may.json: no question of this paper can come again; it is of another bank, whose "
            'namespace is "another"\n'
        )

    def test_the_paper_that_was_read_is_not_written_over(self, sheet):
        sheet("-n", "2", output="may")
        run, _ = sheet("-n", "2", "--not-in", "may.json", "--overwrite", output="may")

        assert run.returncode == 3
        assert "may.json" in run.stderr


def test_two_questions_of_one_fact_come_together_only_where_they_must(sheet):
    for seed in range(6):
        run, ids = sheet("-n", "3", seed=seed, output=f"s{seed}")
        assert run.stderr == ""
        assert len({"tea-plant", "tea-true", "tea-herbs"} & set(ids)) <= 1

    run, _ = sheet("--id", "tea-plant", "--id", "tea-herbs", output="both")
    assert run.stderr == "note: tea-plant and tea-herbs may answer each other; -n 1 leaves them out\n"
