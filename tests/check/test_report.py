"""The three reports of one list of diagnostics."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import samples
from quizmill.bank.load import load_bank
from quizmill.check.report import as_github, as_json, as_text, visible
from quizmill.check.run import check
from quizmill.errors import Diagnostic, Location, Severity

ERROR = Diagnostic(
    location=Location("bank/joyo.yaml", 2, 11),
    severity=Severity.ERROR,
    rule="key-among-distractors",
    message='"Oslo" is both the answer and a distractor',
    help="replace the distractor",
    question="capital",
)
ADVICE = Diagnostic(
    location=Location("bank/bank.yaml"), severity=Severity.ADVICE, rule="type-mix", message="no ordering"
)


class TestText:
    def test_places_helps_and_a_count(self):
        assert as_text([ADVICE, ERROR, ERROR]) == (
            "bank/bank.yaml:1:1: advice[type-mix] no ordering\n"
            'bank/joyo.yaml:2:11: error[key-among-distractors] "Oslo" is both the answer and a distractor\n'
            "  help: replace the distractor\n"
            'bank/joyo.yaml:2:11: error[key-among-distractors] "Oslo" is both the answer and a distractor\n'
            "  help: replace the distractor\n"
            "2 errors, 1 piece of advice\n"
        )

    def test_nothing_found(self):
        assert as_text([]) == "nothing found\n"

    def test_the_line_and_a_caret_where_the_source_is_given(self):
        assert as_text([ERROR], {"bank/joyo.yaml": "a:\n  - 雷军: [Oslo]\n"}) == (
            'bank/joyo.yaml:2:11: error[key-among-distractors] "Oslo" is both the answer and a distractor\n'
            "  2 |   - 雷军: [Oslo]\n"
            "    |             ^\n"
            "  help: replace the distractor\n"
            "1 error\n"
        )

    def test_a_place_beyond_the_source_or_on_a_blank_line_has_no_frame(self):
        assert " | " not in as_text([ERROR], {"bank/joyo.yaml": "a:\n \n"})
        assert " | " not in as_text([ERROR], {"bank/joyo.yaml": "a:"})

    def test_of_a_long_line_the_part_around_the_place_is_shown(self):
        place = Location("t.yaml", 1, 400)
        source = "x" * 399 + "Y" + "z" * 400
        report = as_text(
            [Diagnostic(location=place, severity=Severity.ERROR, rule="r", message="m")], {"t.yaml": source}
        )
        _, line, caret, _ = report.splitlines()

        assert len(line) == len("  1 | ") + 100
        assert line[caret.index("^")] == "Y"

    def test_a_bank_cannot_write_to_the_terminal(self, tmp_path: Path):
        topic = 'title: T\nquestions:\n  - {id: a, type: true_false, prompt: P, "\\e[2J\\u202Ex\\n": y}\n'
        loaded = load_bank(samples.write(tmp_path, t=topic))

        report = as_text(check(loaded), loaded.origins.texts)

        assert 'unknown field "\\x1b[2J\\u202ex\\n"' in report
        assert not set("\x1b\u202e") & set(report)

    @given(st.text())
    def test_whatever_is_shown_is_harmless_and_can_be_written(self, text):
        shown = visible(text)

        shown.encode("utf-8")
        assert not any(
            ord(char) < 32 or 127 <= ord(char) < 160 or char in "\u2028\u2029\u202e" for char in shown
        )


class TestJson:
    def test_every_field_of_every_diagnostic(self):
        assert json.loads(as_json([ADVICE, ERROR])) == [
            {
                "file": "bank/bank.yaml",
                "line": 1,
                "column": 1,
                "severity": "advice",
                "rule": "type-mix",
                "question": None,
                "message": "no ordering",
                "help": "",
            },
            {
                "file": "bank/joyo.yaml",
                "line": 2,
                "column": 11,
                "severity": "error",
                "rule": "key-among-distractors",
                "question": "capital",
                "message": '"Oslo" is both the answer and a distractor',
                "help": "replace the distractor",
            },
        ]

    def test_nothing_is_an_empty_list(self):
        assert json.loads(as_json([])) == []

    def test_a_file_whose_name_is_no_unicode(self):
        odd = Diagnostic(location=Location("caf\udce9.yaml"), severity=Severity.ERROR, rule="r", message="m")

        assert json.loads(as_json([odd]))[0]["file"] == "caf\\udce9.yaml"


class TestGitHub:
    def test_one_command_each(self):
        assert as_github([ERROR, ADVICE]) == (
            '::error file=bank/joyo.yaml,line=2,col=11,title=key-among-distractors::"Oslo" is both the '
            "answer and a distractor%0Ahelp: replace the distractor\n"
            "::notice file=bank/bank.yaml,line=1,col=1,title=type-mix::no ordering\n"
        )

    def test_nothing_in_a_text_or_path_begins_another_command_or_field(self):
        odd = Diagnostic(
            location=Location("a,line=9:b.yaml"),
            severity=Severity.WARNING,
            rule="r",
            message="100%, so:\r\n::error::x",
        )

        assert as_github([odd]) == (
            "::warning file=a%2Cline=9%3Ab.yaml,line=1,col=1,title=r::100%25, so:%0D%0A::error::x\n"
        )

    def test_a_terminal_that_shows_the_log_is_told_nothing(self):
        odd = Diagnostic(
            location=Location("a\nb\x1b[2J.yaml"),
            severity=Severity.ERROR,
            rule="r",
            message="red \x1b[31m, left \u202e, old \x9b1m",
            help="\x07",
        )

        assert as_github([odd]) == (
            r"::error file=a%0Ab\x1b[2J.yaml,line=1,col=1,title=r::red \x1b[31m, left \u202e, old \x9b1m"
            "%0Ahelp: \\x07\n"
        )
