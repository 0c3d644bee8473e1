"""The three reports of one list of diagnostics."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import samples
from quizmill.bank.load import load_bank
from quizmill.check.report import as_github, as_json, as_text, visible, worst_first
from quizmill.check.run import check
from quizmill.errors import Diagnostic, Location, Severity, inert

ERROR = Diagnostic(
    location=Location("bank/joyo.yaml", 2, 11),
    severity=Severity.ERROR,
    rule="key-among-distractors",
    message='"Oslo" is both the answer and a distractor',
    help="replace the distractor",
    question="capital",
)
ADVICE = Diagnostic(
    location=Location("bank/bank.yaml"),
    severity=Severity.ADVICE,
    rule="type-mix",
    message="no ordering",
    within="file bank.yaml",
)


def unexplained(number: int, severity: Severity = Severity.WARNING) -> Diagnostic:
    """What is found in the question on that line."""
    return Diagnostic(
        location=Location("tea.yaml", number, 5),
        severity=severity,
        rule="explanation-missing",
        message="the question has no explanation",
        help="add `explanation: …`",
        question=f"tea-{number}",
    )


def from_source(message: str) -> Diagnostic:
    return Diagnostic(
        location=Location("tea.yaml", 3), severity=Severity.ADVICE, rule="section-order", message=message
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


class TestWhatIsFoundOverAndOver:
    def test_ten_of_a_rule_are_listed(self):
        ten = [unexplained(number) for number in range(1, 11)]

        assert as_text(ten) == as_text(ten, verbose=True)

    def test_of_more_the_first_stands_for_all(self):
        many = [unexplained(number) for number in range(12, 2343)]

        assert as_text([ERROR, *many, ADVICE], {"tea.yaml": "\n" * 11 + "  - id: tea-12"}) == (
            'bank/joyo.yaml:2:11: error[key-among-distractors] "Oslo" is both the answer and a distractor\n'
            "  help: replace the distractor\n"
            "explanation-missing (warning): 2,331 questions; the first tea.yaml:12:5 (tea-12): "
            "the question has no explanation\n"
            "  12 |   - id: tea-12\n"
            "     |     ^\n"
            "  help: add `explanation: …`\n"
            "  `--rule explanation-missing -v` lists each\n"
            "bank/bank.yaml:1:1: advice[type-mix] no ordering\n"
            "1 error, 2,331 warnings, 1 piece of advice\n"
        )

    def test_or_each_when_that_is_asked_for(self):
        many = [unexplained(number) for number in range(1, 12)]

        assert as_text(many, verbose=True) == "".join(
            [
                *(
                    f"tea.yaml:{number}:5: warning[explanation-missing] the question has no explanation\n"
                    "  help: add `explanation: …`\n"
                    for number in range(1, 12)
                ),
                "11 warnings\n",
            ]
        )

    def test_errors_are_listed_up_to_fifty(self):
        errors = [unexplained(number, Severity.ERROR) for number in range(1, 52)]

        assert as_text(errors[:50]).count("explanation-missing") == 50
        assert as_text(errors).startswith(
            "explanation-missing (error): 51 questions; the first tea.yaml:1:5 (tea-1): the question"
        )

    def test_what_is_an_error_here_and_a_warning_there_is_not_thrown_together(self):
        both = [*map(unexplained, range(1, 11)), unexplained(1, Severity.ERROR)]

        assert as_text(both) == as_text(both, verbose=True)

    def test_it_is_told_how_many_questions_there_are_and_of_what_is_in_none_how_many_findings(self):
        twice = [unexplained(number) for number in range(1, 12)] * 2
        one = [unexplained(1)] * 11
        none = [from_source(f'section "{letter}" comes too late') for letter in "ABCDEFGHIJK"]

        assert as_text(twice) == (
            "explanation-missing (warning): 22 findings in 11 questions; the first tea.yaml:1:5 (tea-1): "
            "the question has no explanation\n"
            "  help: add `explanation: …`\n"
            "  `--rule explanation-missing -v` lists each\n"
            "22 warnings\n"
        )
        assert "(warning): 11 findings in 1 question; " in as_text(one)
        assert as_text(none) == (
            'section-order (advice): 11 findings; the first tea.yaml:3:1: section "A" comes too late\n'
            "  `--rule section-order -v` lists each\n"
            "11 pieces of advice\n"
        )

    def test_the_last_line_says_what_is_besides(self):
        assert as_text([], besides="12 known from a\x1b.json") == (
            "nothing found; 12 known from a\\x1b.json\n"
        )


def test_the_worst_comes_first_and_else_the_order_stays():
    first, second = unexplained(1), unexplained(2)

    assert worst_first([ADVICE, second, ERROR, first]) == (ERROR, second, first, ADVICE)


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
                "record": "file bank.yaml",
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
                "record": "question capital",
            },
        ]

    def test_nothing_is_an_empty_list(self):
        assert json.loads(as_json([])) == []

    def test_a_file_whose_name_is_no_unicode(self):
        odd = Diagnostic(location=Location("caf\udce9.yaml"), severity=Severity.ERROR, rule="r", message="m")

        assert json.loads(as_json([odd]))[0]["file"] == "caf\\udce9.yaml"

    def test_what_a_terminal_or_github_would_obey_is_escaped_and_reads_the_same(self):
        said = "old \x9b1m, left \u202e, ##[error]x, ###[, \x1b\x7f, é 雷"
        odd = Diagnostic(location=Location("t.yaml"), severity=Severity.ERROR, rule="r", message=said)
        report = as_json([odd])

        assert r"old \u009b1m, left \u202e, #\u0023[error]x, ##\u0023[, \u001b\u007f, é 雷" in report
        assert json.loads(report)[0]["message"] == said

    def test_all_are_listed_in_the_order_they_come_in(self):
        many = [ADVICE, *map(unexplained, range(1, 100)), ERROR]

        assert [row["line"] for row in json.loads(as_json(many))] == [1, *range(1, 100), 2]


class TestGitHub:
    def test_the_worst_first_since_only_ten_of_a_level_are_shown(self):
        lines = as_github([ADVICE, unexplained(2), ERROR, unexplained(1)]).splitlines()

        assert [line.partition(",col")[0] for line in lines] == [
            "::error file=bank/joyo.yaml,line=2",
            "::warning file=tea.yaml,line=2",
            "::warning file=tea.yaml,line=1",
            "::notice file=bank/bank.yaml,line=1",
        ]

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

    @given(st.text(), st.text(), st.text())
    def test_each_is_one_line_whatever_is_said(self, file, message, help):
        odd = Diagnostic(
            location=Location(file), severity=Severity.ERROR, rule="r", message=message, help=help
        )
        line, *others = as_github([odd]).split("\n")

        assert others == [""]
        assert line.isprintable() or not set("\x1b\r\x9b\u202e\x07\u2028") & set(line)
        assert line.startswith("::error file=")
        assert "," not in line.partition("file=")[2].partition(",line=")[0]


class TestTheLogOfAJob:
    """GitHub's runner obeys `::command::` where a line begins so, and the older `##[command]` anywhere."""

    def test_no_line_of_a_report_for_people_is_a_command(self):
        odd = Diagnostic(
            location=Location("::error::a.yaml", 1, 4),
            severity=Severity.ERROR,
            rule="r",
            message="::stop-commands::x",
            help="##[add-mask]tea",
        )

        assert as_text([odd], {"::error::a.yaml": "##[group]x"}) == (
            r"\x3a:error::a.yaml:1:4: error[r] ::stop-commands::x" + "\n"
            r"  1 | #\x23[group]x" + "\n"
            "    |       ^\n"
            r"  help: #\x23[add-mask]tea" + "\n"
            "1 error\n"
        )

    @given(st.lists(st.sampled_from(["::", "##[", "#", " ", "\t", "\n", "error", "[", ":", "]"])))
    def test_nothing_of_an_inert_text_is(self, parts):
        text = inert("".join(parts))

        assert "##[" not in text
        assert not any(line.lstrip().startswith("::") for line in text.split("\n"))

    def test_what_is_no_command_stays_as_it_is(self):
        text = "std::vector, a::b\n# [link]\n## [0.1.0]\n: :\n#[test]"

        assert inert(text) == text
