"""What newcomers to YAML stumble over: one diagnostic at the slip, with the line to write."""

from __future__ import annotations

from pathlib import Path

import pytest

import samples
from quizmill.bank.load import load_bank

SOUND = "  - {id: sound, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]}\n"
WHOLE = """\
title: T
questions:
  - id: a
    type: multiple_choice
    prompt: Who bought it?
    answer: Amazon
    distractors:
      - eBay
      - Alibaba
    facts: [tea-book/leaf]
"""

LEFT = "this line stands further left than what it belongs to"
RIGHT = "this line stands further right than the field before it, so it goes on with its text"
DASH = '"-" needs a space after it'


def odd(code: str) -> str:
    return f"this is no space but the character U+{code}, which looks like one"


def read(folder: Path, text: str) -> tuple[list[str], list[str]]:
    """The ids of the sound questions, and what is told of t.yaml."""
    loaded = samples.load(folder, t=text + SOUND)
    told = [str(found).partition("t.yaml:")[2] for found in loaded.diagnostics]
    return [question.id for _, question in loaded.bank.questions()], told


@pytest.mark.parametrize(
    ("right", "written", "said", "line"),
    [
        ("prompt: ", "prompt ", '5:5: "prompt" has no colon after it', "prompt: Who bought it?"),
        ("prompt: ", "prompt:", '5:5: "prompt:" needs a space after it', "prompt: Who bought it?"),
        ("id: a", "id a", '3:5: "id" has no colon after it', "id: a"),
        ("distractors:", "distractors", '7:5: "distractors" has no colon after it', "distractors:"),
        ("facts: ", "facts ", '10:5: "facts" has no colon after it', "facts: [tea-book/leaf]"),
        ("    prompt", "  prompt", f"5:3: {LEFT}", "    prompt: Who bought it?"),
        ("    prompt", "   prompt", f"5:4: {LEFT}", "    prompt: Who bought it?"),
        ("    prompt", "prompt", f"5:1: {LEFT}", "    prompt: Who bought it?"),
        ("bought it?", "bought\nit?", f"6:1: {LEFT}", "      it?"),
        ("bought it?", "bought\n  it?", f"6:3: {LEFT}", "      it?"),
        ("    prompt", "      prompt", f"5:7: {RIGHT}", "    prompt: Who bought it?"),
        ("- Alibaba", "-Alibaba", f"9:7: {DASH}", "- Alibaba"),
        ("- id", "-id", f"3:3: {DASH}", "- id: a"),
        ("    prompt", "\u00a0" * 4 + "prompt", f"5:1: {odd('00A0')}", "    prompt: Who bought it?"),
        ("prompt: ", "prompt:\u3000", f"5:12: {odd('3000')}", "    prompt: Who bought it?"),
        ("  - id", "\u00a0\u00a0- id", f"3:1: {odd('00A0')}", "  - id: a"),
        ("- id", "-\u00a0id", f"3:4: {odd('00A0')}", "  - id: a"),
    ],
)
def test_a_slip_of_indentation_colon_dash_or_space(
    tmp_path: Path, right: str, written: str, said: str, line: str
):
    sound, told = read(tmp_path, WHOLE.replace(right, written, 1))
    place, _, message = said.partition(" ")

    assert sound == ["sound"]
    assert [each.replace(", with spaces", "") for each in told] == [
        f"{place} error[syntax] {message}\n  help: write `{line}`"
    ]


def test_dashes_that_all_touch_their_words(tmp_path: Path):
    text = WHOLE.replace("- eBay", "-eBay").replace("- Alibaba", "-Alibaba")

    assert read(tmp_path, text) == (
        ["sound"],
        [
            '8:7: error[wrong-type] expected a list, got "-eBay -Alibaba"\n'
            '  help: "-" needs a space after it: write `- eBay`'
        ],
    )


def test_a_no_break_space_inside_the_indentation(tmp_path: Path):
    assert read(tmp_path, WHOLE.replace("    prompt", "    \u00a0prompt")) == (
        ["sound"],
        [
            '5:5: error[unknown-field] unknown field "\u00a0prompt"\n'
            "  help: write `prompt`: what stands beside it is no space but the character U+00A0"
        ],
    )


@pytest.mark.parametrize(
    ("right", "written", "sound", "expected"),
    [
        (
            "title: ",
            "title ",
            ["a", "sound"],
            '1:1: error[syntax] "title" has no colon after it\n  help: write `title: T`',
        ),
        (
            "questions:",
            "questions",
            [],
            '2:1: error[syntax] "questions" has no colon after it\n  help: write `questions:`',
        ),
        (
            "title: T\n",
            "title: T\njust a note\n",
            ["a", "sound"],
            f"2:1: error[syntax] {LEFT}\n  help: write `  just a note`",
        ),
        (
            "questions:\n",
            "questions:\n  a note\n",
            ["a", "sound"],
            "3:1: error[syntax] this line is no field, nor does it belong to one\n"
            "  help: write it as `name: a note`, or put `# ` before it",
        ),
    ],
)
def test_a_slip_in_a_field_of_the_file(
    tmp_path: Path, right: str, written: str, sound: list[str], expected: str
):
    assert read(tmp_path, WHOLE.replace(right, written, 1)) == (sound, [expected])


class TestMergeConflicts:
    """The first version is read meanwhile, so that no other fault follows from the conflict."""

    SAID = (
        "error[merge-conflict] this is an unresolved merge conflict\n"
        "  help: keep what is right of both versions, and delete the lines with <<<<<<<, ======= and >>>>>>>"
    )

    def test_about_a_field(self, tmp_path: Path):
        ours = "    prompt: Who bought it?\n"
        text = WHOLE.replace(ours, f"<<<<<<< HEAD\n{ours}=======\n    prompt: Whose?\n>>>>>>> theirs\n")

        assert read(tmp_path, text) == (["a", "sound"], [f"5:1: {self.SAID}"])

    def test_about_whole_questions_with_what_was_there_before(self, tmp_path: Path):
        both = [SOUND.replace("sound", id) for id in ("x", "old", "y")]
        text = f"{WHOLE}<<<<<<< HEAD\n{both[0]}||||||| 1a2b\n{both[1]}=======\n{both[2]}>>>>>>> theirs\n"

        assert read(tmp_path, text) == (["a", "x", "sound"], [f"11:1: {self.SAID}"])

    def test_each_is_told_and_places_behind_it_are_right(self, tmp_path: Path):
        conflict = "<<<<<<< HEAD\n=======\n>>>>>>> theirs\n"
        _, told = read(tmp_path, f"{conflict}{WHOLE}{conflict}  - {{id: b}}\n")

        assert [line.partition("]")[0] for line in told] == [
            "1:1: error[merge-conflict",
            "14:1: error[merge-conflict",
            "17:5: error[missing-field",
        ]

    def test_one_that_has_no_end(self, tmp_path: Path):
        assert read(tmp_path, WHOLE + "<<<<<<< HEAD\n") == (["a", "sound"], [f"11:1: {self.SAID}"])

    def test_marks_inside_a_text_are_text(self, tmp_path: Path):
        text = WHOLE.replace("Who bought it?", "|\n      <<<<<<< HEAD\n      =======\n      >>>>>>> b")

        assert read(tmp_path, text) == (["a", "sound"], [])


class TestForgottenDash:
    """The next question is read as one of its own, so that its first fields do not fall to the one before."""

    SECOND = "  - id: b\n    type: true_false\n    prompt: P\n    answer: true\n    facts: [tea-book/leaf]\n"
    SAID = "error[syntax] another entry begins here, without its dash\n  help: write `  - id: b`"

    @pytest.mark.parametrize("before", ["", "  - id: x\n    prompt: a: b\n"], ids=["whole file", "in pieces"])
    def test_is_one_diagnostic_with_the_line_to_write(self, tmp_path: Path, before: str):
        text = WHOLE.replace("questions:\n", f"questions:\n{before}")
        sound, told = read(tmp_path, text + self.SECOND.replace("- id", "  id"))

        assert sound == ["a", "sound"]
        assert told[len(before) > 0 :] == [f"{11 + before.count(chr(10))}:5: {self.SAID}"]

    def test_when_the_name_stands_where_the_dash_should(self, tmp_path: Path):
        sound, told = read(tmp_path, WHOLE + self.SECOND.replace("- id", "id"))

        assert (sound, told) == (["sound"], [f"11:3: {self.SAID}"])

    def test_in_a_list_of_something_else(self, tmp_path: Path):
        text = WHOLE.replace(
            "      - eBay\n", "      - text: eBay\n        why: W\n        text: Etsy\n        why: V\n"
        )

        assert read(tmp_path, text.replace("      - Alibaba\n", "")) == (
            ["sound"],
            [
                "10:9: error[syntax] another entry begins here, without its dash\n"
                "  help: write `      - text: Etsy`"
            ],
        )

    def test_a_name_twice_with_nothing_behind_it_is_a_field_too_many(self, tmp_path: Path):
        sound, told = read(tmp_path, WHOLE + "    id: b\n")

        assert sound == ["sound"]
        assert [line.partition("\n")[0] for line in told] == [
            '11:5: error[duplicate-key] "id" stands here a second time'
        ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("namspace: x # a note", ['unknown-field] unknown field "namspace"']),
        ("x-note: x # a note", ['cut-short] " #" begins a comment here, so the text ends at "x"']),
        (
            "descripton: x # a note",
            [
                'unknown-field] unknown field "descripton"',
                'cut-short] " #" begins a comment here, so the text ends at "x"',
            ],
        ),
    ],
)
def test_whether_a_comment_cuts_a_text_is_known_by_the_field_that_was_meant(
    tmp_path: Path, line: str, told: list[str]
):
    bank = "title: B\nnamespace: b\nseeds: ../seeds\n"
    loaded = samples.load(tmp_path, bank=bank + line + "\n", t=WHOLE)

    assert [str(each).partition("\n")[0].partition("[")[2] for each in loaded.diagnostics] == told


class TestMovedFile:
    """What the first line tells an editor holds only as long as the file lies where it lay."""

    def told(self, folder: Path, line: str) -> list[str]:
        bank = samples.write(folder, ok="title: T\nquestions:\n" + SOUND)
        (bank / ".schemas").mkdir()
        (bank / ".schemas" / "topic.json").write_text("{}", encoding="utf-8")
        (bank / "a").mkdir()
        (bank / "a" / "t.yaml").write_text(f"{line}\n{WHOLE}", encoding="utf-8")
        found = load_bank(bank).diagnostics
        return [str(each).partition("question_bank/")[2] for each in found]

    @pytest.mark.parametrize("written", [".schemas/topic.json", "../../.schemas/topic.json"])
    def test_a_schema_that_lies_further_up(self, tmp_path: Path, written: str):
        assert self.told(tmp_path, f"# yaml-language-server: $schema={written}") == [
            f"a/t.yaml:1:33: advice[schema-moved] there is no {written}, so an editor neither checks nor "
            "completes this file\n  help: write `# yaml-language-server: $schema=../.schemas/topic.json`"
        ]

    @pytest.mark.parametrize(
        "written", ["../.schemas/topic.json", "https://example.org/topic.json", "nowhere.json", "x" * 300]
    )
    def test_one_that_is_there_or_elsewhere_or_nowhere_is_let_be(self, tmp_path: Path, written: str):
        assert self.told(tmp_path, f"# yaml-language-server: $schema={written}") == []
