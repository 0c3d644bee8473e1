"""What is wrong with a bank's files: every fault told, once, where it stands, with what to do."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

import samples
from quizmill.bank.load import LoadedBank, load_bank
from quizmill.errors import BankUnreadable

Read = Callable[..., tuple[list[str], list[str]]]
SOUND = "  - {id: sound, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]}\n"


def told(loaded: LoadedBank, folder: Path) -> list[str]:
    return [str(diagnostic).replace(f"{folder}/", "") for diagnostic in loaded.diagnostics]


def ids(loaded: LoadedBank) -> list[str]:
    return [question.id for _, question in loaded.bank.questions()]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """`read(questions)`: the ids of the sound questions, and what is told of t.yaml as `line:column: …`.

    The entries begin on line 3; after them stands one more question, `sound`.
    """

    def run(questions: str, **files: str) -> tuple[list[str], list[str]]:
        topic = "title: T\nquestions:\n" + textwrap.indent(textwrap.dedent(questions).lstrip("\n"), "  ")
        loaded = samples.load(tmp_path, t=topic + SOUND, **files)
        return ids(loaded), [line.removeprefix("question_bank/t.yaml:") for line in told(loaded, tmp_path)]

    return run


def fault(read: Read, questions: str) -> str:
    """The one thing that is told; the question it stands in is lost, and no other."""
    sound, found = read(questions)
    assert sound == ["sound"]
    assert len(found) == 1, found
    return found[0]


def test_ten_faults_in_two_files_are_ten_diagnostics(tmp_path: Path):
    first = """\
title: First
questions:
  - id: a
    type: multiple_choice
    prompt: P
    answer: A
    distractors: [a, B]
    facts: [tea-book/leef]
  - id: b
    type: short_answer
    prompt: *P* is?
  - id: c
    type: essay
    prompt: P
    points: [{point: x}]
    colour: red
    marks: none
    facts: [tea-book/leaf]
"""
    second = """\
title: Second
questions:
  - id: a
    type: true_false
    prompt: Is C # D?
    answer: False
    facts: [tea-book/leaf]
  - id: d
    type: numerical
    prompt: P
    answer: many
    facts: []
"""

    loaded = samples.load(tmp_path, first=first, second=second)

    assert ids(loaded) == []
    assert [
        (d.location.file.rpartition("/")[2], d.location.line, d.location.column, d.rule, d.question)
        for d in loaded.diagnostics
    ] == [
        ("first.yaml", 7, 19, "key-among-distractors", "a"),
        ("first.yaml", 8, 13, "dangling-fact", "a"),
        ("first.yaml", 11, 13, "syntax", None),
        ("first.yaml", 16, 5, "unknown-field", "c"),
        ("first.yaml", 17, 12, "wrong-type", "c"),
        ("second.yaml", 3, 9, "duplicate-id", "a"),
        ("second.yaml", 5, 13, "cut-short", "a"),
        ("second.yaml", 6, 13, "wrong-type", "a"),
        ("second.yaml", 8, 5, "missing-field", "d"),
        ("second.yaml", 11, 13, "bad-number", "d"),
    ]


class TestFields:
    """A question whose fields are not what they must be."""

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            (
                "dificulty: easy",
                '9:3: error[unknown-field] unknown field "dificulty"\n  help: did you mean "difficulty"?',
            ),
            (
                "difficulty: esy",
                '9:15: error[unknown-value] "esy" is none of the known values\n'
                '  help: did you mean "easy"? It is one of easy, medium, hard',
            ),
            (
                "marks: 0",
                '9:10: error[bad-form] "0": the number must be at least 1\n'
                "  help: write a whole number from 1 to 100",
            ),
            (
                "marks: 0.5",
                '9:10: error[wrong-type] expected a whole number, got "0.5"\n'
                "  help: write a whole number from 1 to 100",
            ),
            (
                "marks: 101",
                '9:10: error[bad-form] "101": the number must be at most 100\n'
                "  help: write a whole number from 1 to 100",
            ),
            (
                "tags: red",
                '9:9: error[wrong-type] expected a list, got "red"\n  help: write it in brackets: [red]',
            ),
            (
                "tags: [a b]",
                '9:10: error[bad-form] "a b" will not do\n  help: a tag is one word, without spaces',
            ),
            (
                "hint: [a]",
                "9:9: error[wrong-type] expected text, got a list of 1\n"
                "  help: write one text; one that begins with a bracket or a brace stands in quotes",
            ),
            (
                "image: x.png",
                '9:10: error[wrong-type] expected a mapping of fields, got "x.png"\n'
                "  help: write `image: {file: x.png, alt: …}`",
            ),
            (
                "image:",
                "9:9: error[wrong-type] expected a mapping of fields, got nothing\n"
                "  help: write `image: {file: …, alt: …}`",
            ),
            (
                "audio: x.mp3",
                '9:10: error[wrong-type] expected a mapping of fields, got "x.mp3"\n'
                "  help: write `audio: {file: x.mp3, transcript: …}`",
            ),
            (
                "audio: {file: x.mp3}",
                '9:10: error[missing-field] "transcript" is missing\n  help: add `transcript: …`',
            ),
            (
                "audio: {file: x.mp3, transcript: ' '}",
                "9:36: error[empty] the text is empty\n  help: write it, or leave the field out",
            ),
            (
                "sound: {file: x.mp3, transcript: T}",
                '9:3: error[unknown-field] unknown field "sound"\n  help: did you mean "audio"?',
            ),
            (
                "recording: x.mp3",
                '9:3: error[unknown-field] unknown field "recording"\n  help: did you mean "audio"?',
            ),
            (
                "level: [apply]",
                "9:10: error[wrong-type] expected one word, got a list of 1\n"
                "  help: write one of remember, understand, apply, analyse, evaluate",
            ),
            ("image: {file: x}", '9:10: error[missing-field] "alt" is missing\n  help: add `alt: …`'),
            (
                "allow: [x]",
                "9:10: error[wrong-type] expected a mapping, got a list of 1\n"
                "  help: write `allow: {x: …}`, with the reason",
            ),
            (
                "accept: [a, '']",
                "9:15: error[empty] the text is empty\n  help: write it, or leave the field out",
            ),
            (
                "answer: B",
                '9:3: error[duplicate-key] "answer" stands here a second time\n'
                "  help: keep one of them; if two values belong together, write a list",
            ),
        ],
    )
    def test_a_field_that_will_not_do(self, tmp_path: Path, line, expected):
        question = "- id: a\n  type: short_answer\n  prompt: P\n  answer: A\n  facts: [tea-book/leaf]\n"
        topic = f"title: T\nquestions:\n{question}  explanation: E\n  {line}\n"

        loaded = samples.load(tmp_path, t=topic)

        assert [text.removeprefix("question_bank/t.yaml:") for text in told(loaded, tmp_path)] == [expected]
        assert ids(loaded) == []

    def test_a_missing_field(self, read):
        assert fault(read, "- {id: a, type: short_answer, prompt: P, facts: [tea-book/leaf]}\n") == (
            '3:5: error[missing-field] "answer" is missing\n  help: add `answer: …`'
        )

    def test_a_misspelt_field_is_not_missing_as_well(self, read):
        assert fault(
            read, "- {id: a, type: true_false, promt: P, answer: true, facts: [tea-book/leaf]}\n"
        ) == ('3:31: error[unknown-field] unknown field "promt"\n  help: did you mean "prompt"?')

    def test_no_type(self, read):
        assert fault(read, "- {id: a, prompt: P}\n").startswith(
            '3:5: error[missing-field] a question needs "type"\n  help: write one of multiple_choice, '
        )

    def test_a_type_nobody_knows(self, read):
        assert fault(read, "- {id: a, type: multiple_choise, prompt: P}\n") == (
            '3:19: error[unknown-type] there is no type "multiple_choise"\n'
            '  help: did you mean "multiple_choice"?'
        )

    def test_a_bad_id(self, read):
        assert fault(
            read, "- {id: Tea_1, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]}\n"
        ) == (
            '3:10: error[bad-form] "Tea_1" will not do\n'
            "  help: an id is lower-case letters and digits, parted by single hyphens: tea-1"
        )

    def test_an_id_twice(self, tmp_path: Path):
        loaded = samples.load(
            tmp_path, a="title: A\nquestions:\n" + SOUND, b="title: B\nquestions:\n\n" + SOUND
        )

        assert ids(loaded) == ["sound"]
        assert told(loaded, tmp_path) == [
            'question_bank/b.yaml:4:10: error[duplicate-id] the id "sound" is taken\n'
            "  help: its first place is question_bank/a.yaml:3:10; an id names one thing for ever, so give "
            "this one another"
        ]

    @pytest.mark.parametrize("entry", ["foo", "[a]", "''"])
    def test_an_entry_that_is_no_question(self, read, entry):
        assert fault(read, f"- {entry}\n") == (
            "3:5: error[wrong-type] a question is a mapping of fields\n  help: begin it with `- id: …`"
        )


class TestSense:
    """A question that is spelt well and cannot be asked."""

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            (
                "type: multiple_choice, prompt: P, answer: Oslo, distractors: [Bergen, '*oslo*']",
                '3:83: error[key-among-distractors] "oslo" is both the answer and a distractor\n'
                "  help: replace the distractor"
                '; if "oslo" and "Oslo" are two answers, add `compare: case`',
            ),
            (
                "type: multiple_choice, prompt: P, answer: Oslo, distractors: [Bergen, BERGEN]",
                '3:83: error[duplicate-option] "BERGEN" is a distractor twice\n  help: replace one of them'
                '; if "BERGEN" and "Bergen" are two answers, add `compare: case`',
            ),
            (
                "type: multiple_choice, prompt: P, answer: a, distractors: [b], place: 3",
                "3:83: error[bad-place] there are 2 options, so no place 3\n"
                "  help: write a place from 1 to 2",
            ),
            (
                "type: multiple_choice, prompt: P, answer: a, distractors: []",
                "3:71: error[wrong-count] at least 1 needed, 0 given\n  help: write `distractors: […]`",
            ),
            (
                "type: multiple_choice, prompt: P, answer: a, distractors: [b, c, d, e, f, g, h, i, j, k, l]",
                "3:71: error[wrong-count] at most 9 needed, 11 given\n  help: leave 2 of them out",
            ),
            (
                "type: matching, prompt: P, pairs: [[Paris, France]]",
                "3:47: error[wrong-count] at least 2 needed, 1 given\n"
                "  help: write `pairs: [[Paris, France], […, …]]`",
            ),
            (
                "type: matching, prompt: P, pairs: [[a, b], [c, d, e]]",
                "3:56: error[wrong-type] expected a list of 2, got a list of 3\n"
                '  help: put a text with a comma in quotes: [c, "d, e"]',
            ),
            (
                "type: essay, prompt: P, points: ",
                "3:45: error[wrong-type] expected a list, got nothing\n  help: write `points: […]`",
            ),
            (
                "type: matching, prompt: P",
                '3:5: error[missing-field] "pairs" is missing\n  help: add `pairs: [[…, …], […, …]]`',
            ),
            (
                "type: multiple_response, prompt: P, answers: [a, A], distractors: [b]",
                '3:62: error[duplicate-option] "A" stands here a second time\n'
                "  help: every right option stands once"
                '; if "A" and "a" are two answers, add `compare: case`',
            ),
            (
                "type: multiple_response, prompt: P, answers: [a, b], distractors: [b]",
                '3:80: error[key-among-distractors] "b" is both an answer and a distractor\n'
                "  help: replace the distractor",
            ),
            (
                "type: true_false, prompt: P, answer: false",
                "3:50: error[missing-field] a false statement needs its correction\n"
                "  help: add `correction: …`, which says what is true instead",
            ),
            (
                "type: true_false, prompt: P, answer: true, correction: x",
                "3:68: error[correction-of-truth] a true statement has no correction\n  help: delete it",
            ),
            (
                "type: true_false, prompt: P, answer: True",
                '3:50: error[wrong-type] expected true or false, got "True"\n  help: write `true`',
            ),
            (
                "type: numerical, prompt: P, answer: several",
                '3:49: error[bad-number] "several" is not a number, sum, percentage, year or date\n'
                "  help: write 16,000, $75 million, 60%, 2004, August 2004 or 2004-08-19; else make it a "
                "short_answer",
            ),
            (
                "type: numerical, prompt: P, answer: '5', tolerance: some",
                '3:65: error[bad-number] "some" is not a tolerance\n'
                "  help: write a number like 0.5, a share like 2%, or +0.5 if nothing less is right",
            ),
            (
                "type: cloze, text: In 2004",
                "3:32: error[cloze-without-blank] the text has no blank\n"
                "  help: put what is to be recalled in double braces: {{Amazon}}",
            ),
            (
                "type: cloze, text: 'In {{2004|}}'",
                "3:32: error[empty-blank] a blank, or one of its other forms, is empty\n"
                "  help: write the answer into it",
            ),
            (
                "type: matching, prompt: P, pairs: [[a, b], [A, c]]",
                '3:57: error[duplicate-left] "A" stands here a second time\n'
                "  help: every left stands once; a right may serve several"
                '; if "A" and "a" are two answers, add `compare: case`',
            ),
            (
                "type: matching, prompt: P, pairs: [[a, b], [c, d]], extra: [B]",
                '3:73: error[extra-is-right] "B" is spare, yet it is somebody\'s right\n'
                "  help: replace the spare"
                '; if "B" and "b" are two answers, add `compare: case`',
            ),
            (
                "type: matching, prompt: P, pairs: [[a, b], [c]]",
                "3:56: error[wrong-type] expected a list of 2, got a list of 1\n  help: write `[c, …]`",
            ),
            (
                "type: matching, prompt: P, pairs: [{Paris: France}, [c, d]]",
                "3:48: error[wrong-type] expected a list of 2, got a mapping\n  help: write [Paris, France]",
            ),
            (
                "type: matching, prompt: P, pairs: {Paris: France, Lima: Peru}",
                "3:47: error[wrong-type] expected a list, got a mapping\n"
                "  help: write [[Paris, France], [Lima, Peru]]",
            ),
            (
                'type: numerical, prompt: P, answer: "3,16"',
                '3:49: error[bad-number] "3,16" is not a number, sum, percentage, year or date\n'
                "  help: write 3.16: decimals stand after a point",
            ),
            (
                "type: ordering, prompt: P, sequence: [a, b, A]",
                '3:57: error[duplicate-step] "A" stands here a second time\n  help: every step stands once'
                '; if "A" and "a" are two answers, add `compare: case`',
            ),
            (
                "type: ordering, prompt: P, sequence: ['`}`', '`}`']",
                "3:50: error[duplicate-step] all steps are equal, so in any order\n"
                "  help: write at least two that differ",
            ),
            (
                "type: ordering, prompt: P, sequence: ['`a`', '}', '`a`', '}']",
                '3:70: error[duplicate-step] "}" stands here a second time\n  help: every step stands once; '
                "a line of code may stand twice, when each is written in `backticks` or as a listing",
            ),
            (
                "type: ordering, prompt: P, sequence: [a]",
                "3:50: error[wrong-count] at least 2 needed, 1 given\n  help: write `sequence: [a, …]`",
            ),
            (
                "type: essay, prompt: P, points: [{point: x, fact: []}]",
                '3:57: error[unknown-field] unknown field "fact"\n  help: did you mean "facts"?',
            ),
        ],
    )
    def test_a_question_that_cannot_be_asked(self, read, fields, expected):
        assert fault(read, f"- {{id: a, {fields}, facts: [tea-book/leaf]}}\n") == expected

    def test_a_truth_of_a_topic_has_one_spelling(self, tmp_path):
        topic = f"title: T\nelective: yes\nquestions:\n{SOUND}"
        (found,) = (str(each) for each in samples.load(tmp_path, t=topic).diagnostics)

        assert found.partition("t.yaml:")[2] == (
            '2:11: error[wrong-type] expected true or false, got "yes"\n  help: write `true`'
        )

    def test_all_faults_of_a_question_are_told_at_once(self, read):
        _, found = read(
            """
            - id: a
              type: multiple_choice
              prompt: ""
              answer: A
              distractors: [a, {txt: b}]
              shuffle: yes
              level: know
              facts: [tea-book/leef, bad]
            """
        )

        assert [line.partition("]")[0] for line in found] == [
            "5:13: error[empty",
            "7:23: error[unknown-field",
            "8:14: error[wrong-type",
            "9:12: error[unknown-value",
            "10:13: error[dangling-fact",
            "10:28: error[bad-form",
        ]


class TestEvidence:
    def test_a_fact_that_is_not_there(self, read):
        assert fault(
            read, "- {id: a, type: true_false, prompt: P, answer: true, facts: [tea-book/cliper]}\n"
        ) == (
            '3:64: error[dangling-fact] there is no fact "tea-book/cliper"\n'
            '  help: did you mean "tea-book/clipper"?'
        )

    def test_a_fact_of_a_point(self, read):
        entry = "{id: a, type: essay, prompt: P, points: [{point: x, facts: [tea-book/none-such]}]}"

        assert fault(read, f"- {entry}\n").startswith("3:65: error[dangling-fact] there is no fact")

    def test_a_fact_of_a_point_of_a_question_that_is_broken_otherwise(self, read):
        points = "points: [{point: x, facts: [tea-book/none-such]}]"
        _, found = read(f"- {{id: a, type: essay, prompt: P, marks: 0, {points}}}\n")

        assert [line.partition("]")[0] for line in found] == [
            "3:44: error[bad-form",
            "3:75: error[dangling-fact",
        ]

    def test_no_facts_in_a_bank_with_seeds(self, read):
        assert fault(read, "- {id: a, type: true_false, prompt: P, answer: true}\n") == (
            '3:5: error[missing-field] "facts" is missing\n'
            "  help: add `facts: [source/fact]`, what the answer rests on; a bank without evidence has no "
            "`seeds` in bank.yaml"
        )

    def test_facts_in_a_bank_without_seeds_are_told_once(self, tmp_path: Path):
        topic = "title: T\nquestions:\n" + SOUND + SOUND.replace("sound", "second")
        loaded = samples.load(tmp_path, t=topic, bank="title: B\nnamespace: b\n")

        assert told(loaded, tmp_path) == [
            "question_bank/t.yaml:3:68: error[no-seeds] facts are named here, but this bank has no seeds\n"
            "  help: say in bank.yaml where they are: `seeds: ../seeds`; or leave `facts` out"
        ]

    def test_a_broken_fact_is_one_diagnostic_and_not_one_for_each_question(self, read):
        source = "id: tea-book\ntitle: T\nfacts:\n  - {id: leaf, paragraph: zero, says: S}\n"
        sound, found = read("", source=source)

        assert sound == ["sound"]
        assert found == [
            'seeds/tea-book.yaml:4:27: error[wrong-type] expected a whole number, got "zero"\n'
            "  help: write a whole number from 1 on"
        ]

    def test_a_fact_lost_to_a_syntax_error_too(self, read):
        source = "id: tea-book\ntitle: T\nfacts:\n  - id: leaf\n    paragraph: 1\n    says: A: B\n"
        sound, found = read("", source=source)

        assert sound == ["sound"]
        assert found == [
            'seeds/tea-book.yaml:6:11: error[syntax] ": " inside a text begins a mapping\n'
            '  help: put the text in quotes: "A: B"'
        ]

    def test_a_fact_twice_and_a_source_twice(self, tmp_path: Path):
        bank = samples.write(tmp_path, t="title: T\nquestions:\n" + SOUND)
        twice = "id: tea-book\ntitle: T\nfacts: [{id: x, paragraph: 1, says: S}]\n"
        (tmp_path / "seeds" / "later.yaml").write_text(twice)
        (tmp_path / "seeds" / "tea-book.yaml").write_text(
            "id: tea-book-2\ntitle: T\nfacts:\n  - {id: leaf, paragraph: 1, says: S}\n"
            "  - {id: leaf, paragraph: 2, says: S}\n"
        )
        (tmp_path / "seeds" / "third.yaml").write_text("\n" + twice)

        assert [line.partition("\n")[0] for line in told(load_bank(bank), tmp_path)] == [
            'question_bank/t.yaml:3:68: error[dangling-fact] there is no fact "tea-book/leaf"',
            'seeds/tea-book.yaml:5:10: error[duplicate-id] the id "leaf" is taken',
            'seeds/third.yaml:2:5: error[duplicate-id] the id "tea-book" is taken',
        ]

    def test_a_name_that_two_things_claim(self, read):
        names = "names:\n  - {name: Amazon, aliases: [the shop]}\n  - {name: eBay, aliases: [The Shop]}\n"
        _, found = read("", names=names)

        assert found == [
            'seeds/names.yaml:3:28: error[shared-name] "The Shop" already names Amazon\n'
            "  help: keep it where it is unmistakable"
        ]


class TestSyntax:
    """One slip, one diagnostic at the slip; the other questions are read."""

    def test_a_dash_that_touches_its_word(self, tmp_path: Path):
        topic = "title: T\nquestions:\n" + SOUND + "  -id: b\n    type: essay\n"

        assert told(samples.load(tmp_path, t=topic), tmp_path)[-1] == (
            f"question_bank/t.yaml:{len(SOUND.splitlines()) + 3}:3: error[syntax] "
            '"-" needs a space after it\n  help: write `- id: b`'
        )

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            (
                "prompt: *Which* tea?",
                '5:13: error[syntax] "*" at the start of a text begins an alias\n'
                '  help: put the text in quotes: "*Which* tea?"',
            ),
            (
                "prompt: `code` runs",
                '5:13: error[syntax] "`" at the start of a text is reserved in YAML\n'
                '  help: put the text in quotes: "`code` runs"',
            ),
            (
                "prompt: {{Tea}} is what?",
                '5:13: error[syntax] "{{" at the start of a text begins a mapping\n'
                '  help: put the text in quotes: "{{Tea}} is what?"',
            ),
            (
                "prompt: [sic] tea?",
                '5:13: error[syntax] "[" at the start of a text begins a list\n'
                '  help: put the text in quotes: "[sic] tea?"',
            ),
            (
                "prompt: Tea: which?",
                '5:13: error[syntax] ": " inside a text begins a mapping\n'
                '  help: put the text in quotes: "Tea: which?"',
            ),
            (
                'prompt: "Tea" is what?',
                "5:13: error[syntax] the text goes on after its closing quote\n"
                '  help: put all of it in quotes: "\\"Tea\\" is what?"',
            ),
            (
                'prompt: "Tea" or "milk"',
                "5:13: error[syntax] the text goes on after its closing quote\n"
                '  help: put all of it in quotes: "\\"Tea\\" or \\"milk\\""',
            ),
            (
                'prompt: "What is "tea"?"',
                "5:13: error[syntax] the text goes on after its closing quote\n"
                '  help: put all of it in quotes: "What is \\"tea\\"?"',
            ),
            (
                "prompt: 'What's tea?'",
                "5:13: error[syntax] the text goes on after its closing quote\n"
                '  help: put all of it in quotes: "What\'s tea?"',
            ),
            (
                "accept: [tea, `cha` or so, *chai*]",
                '5:19: error[syntax] "`" at the start of a text is reserved in YAML\n'
                '  help: put the text in quotes: "`cha` or so"',
            ),
            (
                'prompt: "Which tea?',
                '5:13: error[syntax] the text begins with " but the quote is never closed\n'
                '  help: end the text with "',
            ),
            (
                "tags: [a, b",
                '5:11: error[syntax] "[" at the start of a text begins a list\n'
                '  help: put the text in quotes: "[a, b"',
            ),
            (
                "image: {file: a, alt: b",
                '5:12: error[syntax] "{" begins a mapping that is not closed\n'
                "  help: close it, and put texts with commas, colons, brackets or braces in quotes",
            ),
            (
                "\tprompt: P",
                "5:5: error[syntax] a tab cannot indent YAML\n  help: indent with spaces",
            ),
        ],
    )
    def test_a_slip_loses_only_its_own_question(self, tmp_path: Path, line, expected):
        topic = f"title: T\nquestions:\n  - id: a\n    type: short_answer\n    {line}\n    answer: A\n"
        topic += "    facts: [tea-book/leaf]\n" + SOUND

        loaded = samples.load(tmp_path, t=topic)

        assert ids(loaded) == ["sound"]
        assert [text.removeprefix("question_bank/t.yaml:") for text in told(loaded, tmp_path)] == [expected]

    def test_several_slips_are_told_at_once(self, read):
        sound, found = read(
            """
            - id: a
              prompt: *x*
            - id: b
              prompt: x: y
            - id: c
              type: true_false
              prompt: P
              answer: true
              facts: [tea-book/leaf]
            - id: d
               prompt: P
              type: essay
            """
        )

        assert sound == ["c", "sound"]
        assert [line.partition("]")[0] for line in found] == [
            "4:13: error[syntax",
            "6:13: error[syntax",
            "13:6: error[syntax",
        ]

    def test_a_slip_in_a_field_of_the_file_is_not_a_missing_field_as_well(self, tmp_path: Path):
        loaded = samples.load(tmp_path, t='title: "T\nquestions:\n' + SOUND)

        assert ids(loaded) == ["sound"]
        assert told(loaded, tmp_path) == [
            'question_bank/t.yaml:1:8: error[syntax] the text begins with " but the quote is never closed\n'
            '  help: end the text with "'
        ]

    def test_a_second_document(self, tmp_path: Path):
        loaded = samples.load(tmp_path, t="title: T\nquestions:\n" + SOUND + "---\ntitle: U\n")

        assert ids(loaded) == ["sound"]
        assert told(loaded, tmp_path) == [
            "question_bank/t.yaml:4:1: error[syntax] a second document begins here\n"
            "  help: one file is one document: delete `---`"
        ]


class TestRefused:
    """Features of YAML that a bank does not use; a billion laughs cannot begin."""

    HELP = "\n  help: write the value out; to begin a text with this character put it in double quotes"

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ("&x P", "3:48: error[yaml-feature] `&x` is an anchor, which is refused" + HELP),
            ("!!str P", "3:48: error[yaml-feature] `!!str` is a tag, which is refused" + HELP),
            ("*x", "3:48: error[yaml-feature] `*x` is an alias, which is refused" + HELP),
        ],
    )
    def test_anchors_tags_and_aliases(self, tmp_path: Path, value, expected):
        entry = f"{{id: a, type: short_answer, answer: A, hint: {value}, prompt: P, facts: [tea-book/leaf]}}"
        loaded = samples.load(tmp_path, t=f"title: T\nquestions:\n- {entry}\n")

        assert ids(loaded) == []
        assert [text.removeprefix("question_bank/t.yaml:") for text in told(loaded, tmp_path)] == [expected]

    def test_a_whole_question_by_alias(self, read):
        assert read("- *x\n") == (
            ["sound"],
            ["3:5: error[yaml-feature] `*x` is an alias, which is refused" + self.HELP],
        )

    def test_what_is_nested_too_deep(self, read):
        entry = f"{{id: a, type: true_false, prompt: P, answer: true, allow: {'[' * 40}{']' * 40}}}"

        assert fault(read, f"- {entry}\n") == (
            "3:73: error[syntax] this is nested more than 12 levels deep\n  help: bank files are flat"
        )

    @pytest.mark.parametrize("opener", ["[", "{a: ", "- "])
    def test_what_is_nested_without_end_takes_no_time(self, read, opener):
        sound, found = read("- id: a\n  tags:\n    " + opener * 100_000 + "\n")

        assert sound == ["sound"]
        assert len(found) == 1


class TestTraps:
    """Where YAML reads something else than was meant, and says nothing."""

    def test_a_hash_cuts_a_text_short(self, read):
        entry = "- id: a\n  type: short_answer\n  prompt: Which is C # or so?\n  answer: C\n"

        assert fault(read, entry + "  facts: [tea-book/leaf]\n") == (
            '5:13: error[cut-short] " #" begins a comment here, so the text ends at "Which is C"\n'
            '  help: write prompt: "Which is C # or so?"; a comment stands two spaces off:  # note'
        )

    @pytest.mark.parametrize(
        "line",
        ["prompt: P  # a note", "prompt: P # a note", 'prompt: "P #1"', "prompt: P#1", "marks: 1 # a note"],
    )
    def test_a_comment_is_one_when_it_stands_two_spaces_off(self, tmp_path: Path, line):
        rest = "" if line.startswith("prompt") else "    prompt: P\n"
        topic = f"title: T\nquestions:\n  - id: a\n    type: true_false\n    answer: true\n{rest}    {line}\n"
        loaded = samples.load(tmp_path, t=topic + "    facts: [tea-book/leaf]\n")

        assert [d.rule for d in loaded.diagnostics] == (["cut-short"] if line == "prompt: P # a note" else [])

    def test_a_comma_parts_a_number_in_a_list(self, read):
        entry = "{id: a, type: multiple_choice, prompt: P, answer: x, distractors: [16,000, 20,000], "

        assert read(f"- {entry}facts: [tea-book/leaf]}}\n") == (
            ["sound"],
            [
                '3:72: error[split-number] "16,000" has become two items of the list\n  help: write "16,000"',
                '3:80: error[split-number] "20,000" has become two items of the list\n  help: write "20,000"',
            ],
        )

    def test_a_list_without_spaces_may_be_one_of_numbers(self, read):
        entry = "{id: a, type: multiple_choice, prompt: P, answer: x, distractors: [100,200], "

        assert read(f"- {entry}facts: [tea-book/leaf]}}\n") == (
            ["a", "sound"],
            [
                '3:72: warning[split-number] "100,200" has become two items of the list\n'
                '  help: write "100,200", '
                "or 100, 200 with a space if they are two"
            ],
        )

    @pytest.mark.parametrize("listed", ["[1, 200]", "['16,000', b]", "[2004, 2005]", "[a,100]"])
    def test_a_list_of_numbers_is_one(self, read, listed):
        entry = f"{{id: a, type: multiple_choice, prompt: P, answer: x, distractors: {listed}, "

        assert read(f"- {entry}facts: [tea-book/leaf]}}\n") == (["a", "sound"], [])

    def test_words_that_yaml_takes_for_something_else_stay_words(self, read):
        entry = (
            "{id: a, type: multiple_choice, prompt: No?, answer: no, distractors: [yes, null, ~, 1.10, 0x1F]"
        )

        assert read(f"- {entry}, facts: [tea-book/leaf]}}\n") == (["a", "sound"], [])

    @pytest.mark.parametrize(
        ("truth", "written"),
        [
            *[(truth, "`true`") for truth in ("True", "yes", "on", "1", "T")],
            *[(falsehood, "`false`") for falsehood in ("FALSE", "no", "off", "0", "F")],
            ("maybe", "`true` or `false`"),
        ],
    )
    def test_truth_has_one_spelling(self, read, truth, written):
        entry = f"{{id: a, type: true_false, prompt: P, answer: {truth}, facts: [tea-book/leaf]}}"

        assert fault(read, f"- {entry}\n") == (
            f'3:50: error[wrong-type] expected true or false, got "{truth}"\n  help: write {written}'
        )


class TestFiles:
    """Files that are no text, or no YAML, or no bank."""

    def told_of(self, tmp_path: Path, data: bytes) -> list[str]:
        bank = samples.write(tmp_path, ok="title: T\nquestions:\n" + SOUND)
        (bank / "t.yaml").write_bytes(data)
        loaded = load_bank(bank)

        assert ids(loaded) == ["sound"]
        return [line.removeprefix("question_bank/t.yaml:") for line in told(loaded, tmp_path)]

    def test_not_utf_8(self, tmp_path: Path):
        assert self.told_of(tmp_path, "title: T\n# né\n".encode("latin-1")) == [
            "2:4: error[not-utf-8] the byte 0xe9 is not UTF-8\n  help: save the file as UTF-8"
        ]

    @pytest.mark.parametrize("coding", ["utf-16-le", "utf-16-be"])
    def test_utf_16(self, tmp_path: Path, coding):
        assert self.told_of(tmp_path, "\ufefftitle: T".encode(coding)) == [
            "1:1: error[not-utf-8] the file is UTF-16, not UTF-8\n  help: save the file as UTF-8"
        ]

    def test_a_nul(self, tmp_path: Path):
        assert self.told_of(tmp_path, "title: 小米\x00\n".encode()) == [
            "1:10: error[syntax] the character U+0000 cannot stand in a text file\n  help: delete it"
        ]

    def test_an_escape_sequence(self, tmp_path: Path):
        assert self.told_of(tmp_path, b"title: T\nquestions: \x1b[2J\n") == [
            "2:12: error[syntax] the character U+001B cannot stand in a text file\n  help: delete it"
        ]

    @pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
    def test_a_line_end_that_only_yaml_takes_for_one(self, tmp_path: Path, separator):
        assert self.told_of(tmp_path, f"title: T\n# a{separator}b\n".encode()) == [
            f"2:4: error[syntax] the character U+{ord(separator):04X} cannot stand in a text file\n"
            "  help: delete it"
        ]

    @pytest.mark.parametrize(
        "end", ["questions: [\t", "? ", "questions:\n  - {id: a, tags: [\t", "a: 16,000\n?"]
    )
    def test_a_file_that_breaks_off(self, tmp_path: Path, end):
        for line in self.told_of(tmp_path, f"title: T\n{end}".encode()):
            assert int(line.partition(":")[0]) <= 3

    def test_too_large(self, tmp_path: Path):
        bank = samples.write(tmp_path, t="title: T\nquestions:\n" + SOUND)
        with (bank / "u.yaml").open("wb") as file:
            file.truncate(32 * 2**20 + 1)

        assert told(load_bank(bank), tmp_path) == [
            "question_bank/u.yaml:1:1: error[too-large] the file has more than 32 MB\n"
            "  help: split it into topics, one file each"
        ]

    @pytest.mark.parametrize("data", [b"", b"\n", b"# nothing yet\n"])
    def test_a_file_that_is_empty(self, tmp_path: Path, data):
        assert self.told_of(tmp_path, data) == [
            "1:1: error[wrong-type] this file is empty\n  help: begin it with `title: …`, or delete the file"
        ]

    @pytest.mark.parametrize(
        ("data", "help"),
        [
            (b"just a word", "a topic file is a mapping of fields"),
            (
                b"- a\n- b\n",
                "begin it with `title: …` and a line `questions:`, below which the list stands",
            ),
        ],
    )
    def test_a_file_that_is_no_topic(self, tmp_path: Path, data, help):
        assert self.told_of(tmp_path, data) == [
            f"1:1: error[wrong-type] this is no topic file\n  help: {help}"
        ]

    def test_a_file_that_is_not_yaml(self, tmp_path: Path):
        found = self.told_of(tmp_path, b"}}} {{{ : what\n%\n")

        assert len(found) == 1
        assert found[0].startswith("1:1: error[syntax] ")

    def test_questions_that_are_no_list(self, tmp_path: Path):
        assert self.told_of(tmp_path, b"title: T\nquestions:\n  a: b\n") == [
            '3:3: error[wrong-type] "questions" is a list\n  help: begin each entry with `- id: \u2026`'
        ]

    def test_windows_line_ends_and_a_byte_order_mark_are_welcome(self, tmp_path: Path):
        bank = samples.write(tmp_path, ok="title: T\nquestions:\n" + SOUND.replace("sound", "other"))
        topic = "\ufefftitle: 小米\nquestions:\n" + SOUND + "  - {id: 雷}\n"
        (bank / "t.yaml").write_bytes(topic.replace("\n", "\r\n").encode())
        loaded = load_bank(bank)

        assert ids(loaded) == ["other", "sound"]
        assert [(d.location.line, d.location.column) for d in loaded.diagnostics] == [(4, 5), (4, 10)]

    def test_another_ending(self, tmp_path: Path):
        bank = samples.write(tmp_path, ok="title: T\nquestions:\n" + SOUND)
        (bank / "more.yml").write_text("title: U\n")

        assert told(load_bank(bank), tmp_path) == [
            "question_bank/more.yml:1:1: error[bad-file-name] this file is not read\n"
            "  help: rename it to end in .yaml, the one ending that is read"
        ]


class TestBankFile:
    def test_its_fields(self, tmp_path: Path):
        loaded = samples.load(
            tmp_path,
            t="title: T\nquestions:\n" + SOUND,
            bank="title: B\nname_space: b\nreleased: soon\nseeds: ../seeds\ntopics: [t]\n",
        )

        assert ids(loaded) == ["sound"]
        assert told(loaded, tmp_path) == [
            'question_bank/bank.yaml:2:1: error[unknown-field] unknown field "name_space"\n'
            '  help: did you mean "namespace"?',
            'question_bank/bank.yaml:3:11: error[wrong-type] expected a date like 2026-11-22, got "soon"\n'
            "  help: write year, month and day: 2026-11-22",
            'question_bank/bank.yaml:5:1: error[unknown-field] unknown field "topics"\n'
            "  help: delete it: topics are the other .yaml files, sources and names are in the seeds",
        ]

    def test_an_unsound_bank_file_blames_no_question(self, tmp_path: Path):
        loaded = samples.load(tmp_path, t="title: T\nquestions:\n" + SOUND, bank="")

        assert [line.partition("\n")[0] for line in told(loaded, tmp_path)] == [
            "question_bank/bank.yaml:1:1: error[wrong-type] this file is empty"
        ]

    def test_seeds_that_are_not_there(self, tmp_path: Path):
        loaded = samples.load(
            tmp_path, t="title: T\nquestions:\n" + SOUND, bank="title: B\nnamespace: b\nseeds: none\n"
        )

        assert told(loaded, tmp_path) == [
            "question_bank/bank.yaml:3:8: error[no-seeds] there is no folder question_bank/none\n"
            "  help: `seeds:` is read from the folder of bank.yaml"
        ]

    def test_no_questions_at_all(self, tmp_path: Path):
        loaded = samples.load(tmp_path, t="title: T\n")

        assert told(loaded, tmp_path) == [
            "question_bank/bank.yaml:1:1: error[empty-bank] this bank has no questions yet\n"
            "  help: `quizmill new --from all` proposes some from its facts, `quizmill new KIND` begins one "
            "in t.yaml"
        ]

    def test_no_folder_no_bank_file_and_a_file_for_a_folder(self, tmp_path: Path):
        (tmp_path / "file").write_text("")

        for name, reason in (
            ("none", "there is no such folder"),
            ("file", "this is a file, not a folder with bank.yaml"),
            ("", "there is no bank.yaml in it"),
        ):
            with pytest.raises(BankUnreadable, match=f"{reason}; `quizmill init` starts a bank$"):
                load_bank(tmp_path / name)

    def test_quizmill_is_no_namespace(self, tmp_path: Path):
        bank = "title: B\nnamespace: quizmill\nseeds: ../seeds\n"
        loaded = samples.load(tmp_path, t="title: T\nquestions:\n" + SOUND, bank=bank)

        assert ids(loaded) == ["sound"]
        assert told(loaded, tmp_path) == [
            'question_bank/bank.yaml:2:12: error[reserved-namespace] "quizmill" is taken: '
            "learners delete what has the tag quizmill::withdrawn, of any bank\n"
            "  help: choose another, such as your bank's title"
        ]

    def test_the_namespace_of_every_bank_that_0_1_began(self, tmp_path: Path):
        bank = "title: B\nnamespace: my-first-bank\nseeds: ../seeds\n"
        loaded = samples.load(tmp_path, t="title: T\nquestions:\n" + SOUND, bank=bank)

        assert ids(loaded) == ["sound"]
        assert told(loaded, tmp_path) == [
            'question_bank/bank.yaml:2:12: warning[shared-namespace] "my-first-bank" is what every bank '
            "begun with quizmill 0.1 is called: cards and history get mixed\n"
            "  help: choose a name of its own, and write `formerly: my-first-bank` below it: "
            "the history follows"
        ]

    def test_one_that_has_followed_that_help(self, tmp_path: Path):
        bank = "title: B\nnamespace: tea-7k2m\nformerly: my-first-bank\nseeds: ../seeds\n"
        loaded = samples.load(tmp_path, t="title: T\nquestions:\n" + SOUND, bank=bank)

        assert (told(loaded, tmp_path), loaded.bank.formerly) == ([], ("my-first-bank",))


class TestOrder:
    """`order:` in bank.yaml, of a bank with the topics milk, sea, tea and water."""

    def load(self, tmp_path: Path, *lines: str) -> LoadedBank:
        topics = {
            name: "title: T\nquestions:\n" + SOUND.replace("sound", f"{name}-1")
            for name in ("milk", "sea", "tea", "water")
        }
        return samples.load(tmp_path, bank="\n".join([*samples.BANK.splitlines(), *lines, ""]), **topics)

    def told(self, tmp_path: Path, *lines: str) -> list[str]:
        """What is told of bank.yaml, whose first of *lines* is line 7; every question is sound."""
        loaded = self.load(tmp_path, *lines)
        assert sorted(ids(loaded)) == ["milk-1", "sea-1", "tea-1", "water-1"]
        return [line.removeprefix("question_bank/bank.yaml:") for line in told(loaded, tmp_path)]

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("", ["milk", "sea", "tea", "water"]),
            ("order: []", ["milk", "sea", "tea", "water"]),
            ("order: [tea, milk, water, sea]", ["tea", "milk", "water", "sea"]),
            ("order:\n  - water\n  - tea", ["water", "tea", "milk", "sea"]),
        ],
    )
    def test_topics_come_as_it_names_them_and_the_others_after_these_by_id(self, tmp_path, line, expected):
        loaded = self.load(tmp_path, line)

        assert told(loaded, tmp_path) == []
        assert [topic.id for topic in loaded.bank.topics] == expected
        assert ids(loaded) == [f"{topic}-1" for topic in expected]

    def test_a_topic_that_is_not_there(self, tmp_path: Path):
        assert self.told(tmp_path, "order: [tae, tea, Milk, sea.yaml, coffee]") == [
            '7:9: error[unknown-topic] there is no topic "tae"\n  help: did you mean "tea"?',
            '7:19: error[unknown-topic] there is no topic "Milk"\n  help: did you mean "milk"?',
            '7:25: error[unknown-topic] there is no topic "sea.yaml"\n  help: did you mean "sea"?',
            '7:35: error[unknown-topic] there is no topic "coffee"\n'
            "  help: it must be one of tea, milk, sea, water",
        ]

    def test_a_topic_twice_comes_where_it_stands_first(self, tmp_path: Path):
        assert self.told(tmp_path, "order:", "  - water", "  - sea", "  - water") == [
            '10:5: error[duplicate-topic] "water" stands here a second time\n'
            "  help: keep it where its topic is to come"
        ]
        assert ids(self.load(tmp_path, "order: [water, sea, water]")) == [
            "water-1",
            "sea-1",
            "milk-1",
            "tea-1",
        ]

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            (
                "order: tea",
                '7:8: error[wrong-type] expected a list, got "tea"\n  help: write it in brackets: [tea]',
            ),
            (
                "order: {tea: 1}",
                "7:8: error[wrong-type] expected a list, got a mapping\n  help: write `order: […]`",
            ),
            (
                "order: [[tea]]",
                "7:9: error[wrong-type] expected text, got a list of 1\n"
                "  help: write one text; one that begins with a bracket or a brace stands in quotes",
            ),
            (
                'order: [tea, ""]',
                "7:14: error[empty] the text is empty\n  help: write it, or leave the field out",
            ),
            ("oder: [tea]", '7:1: error[unknown-field] unknown field "oder"\n  help: did you mean "order"?'),
        ],
    )
    def test_an_order_that_is_no_list_of_ids(self, tmp_path: Path, line, expected):
        assert self.told(tmp_path, line) == [expected]

    def test_an_unsound_bank_file_is_read_for_its_order_all_the_same(self, tmp_path: Path):
        lines = "order: [tea, [x], see]", "colour: red"

        assert [line.partition("\n")[0] for line in self.told(tmp_path, *lines)] == [
            "7:14: error[wrong-type] expected text, got a list of 1",
            '7:19: error[unknown-topic] there is no topic "see"',
            '8:1: error[unknown-field] unknown field "colour"',
        ]
        assert [topic.id for topic in self.load(tmp_path, *lines).bank.topics][:2] == ["tea", "milk"]

    def test_a_topic_that_cannot_be_read_has_its_place(self, tmp_path: Path):
        bank = samples.write(tmp_path, tea="title: T\nquestions:\n" + SOUND, milk="", bank=samples.BANK)
        (bank / "bank.yaml").write_text(samples.BANK + "order: [tea, milk]\n")
        loaded = load_bank(bank)

        assert [line.partition("\n")[0] for line in told(loaded, tmp_path)] == [
            "question_bank/milk.yaml:1:1: error[wrong-type] this file is empty"
        ]
        assert [topic.title for topic in loaded.bank.topics] == ["T", "milk"]

    def test_a_bank_without_topics(self, tmp_path: Path):
        loaded = samples.load(tmp_path, t="title: T\n", bank=samples.BANK + "order: [u]\n")
        (tmp_path / "question_bank" / "t.yaml").unlink()

        assert told(loaded, tmp_path)[1:] == [
            'question_bank/bank.yaml:7:9: error[unknown-topic] there is no topic "u"\n'
            "  help: it must be one of t"
        ]
        assert told(load_bank(tmp_path / "question_bank"), tmp_path)[1:] == [
            'question_bank/bank.yaml:7:9: error[unknown-topic] there is no topic "u"\n'
            "  help: add its file first: every other .yaml file is a topic"
        ]


@pytest.mark.no_cover  # it takes most of the time
class TestLongTexts:
    """What grows faster than its text would not end here."""

    @pytest.mark.parametrize(
        ("fields", "rules"),
        [
            ("type: cloze\n  text: '" + "{{" * 500_000 + "'", ["stray-braces"]),
            ("type: cloze\n  text: '" + "{{a" * 300_000 + "}}'", ["stray-braces"]),
            ("type: cloze\n  text: '" + "{{\\\\(" * 300_000 + "'", ["stray-braces"]),
            ("type: cloze\n  text: '" + "`{{`" * 300_000 + "{{a}}'", []),
            ("type: cloze\n  text: '" + "{{c1::" * 200_000 + "a}}'", ["anki-cloze"]),
            ("type: cloze\n  text: '{{" + "{a" * 300_000 + "}" * 400_000 + "'", ["stray-braces"]),
            (
                'type: short_answer\n  prompt: P\n  answer: "' + "\\\\t" * 400_000 + '\\f"',
                ["control-character"],
            ),
            ("type: short_answer\n  prompt: P\n  accept: [" + "“a, " * 200_000 + "b]\n  answer: A", []),
            ("type: short_answer\n  prompt: P\n  answer: '**" + "\\*" * 400_000 + "'", []),
            ("type: short_answer\n  prompt: P\n  answer: '*" + "\\`" * 400_000 + "'", []),
            ("type: short_answer\n  prompt: P\n  answer: '" + "**a " * 250_000 + "'", []),
            ("type: numerical\n  prompt: P\n  answer: '" + "1 " * 400_000 + "'", ["bad-number"]),
            ("type: short_answer\n  prompt: a: b" + " " * 1_000_000 + "c", ["syntax"]),
            ("type: " + "x" * 1_000_000, ["unknown-type"]),
        ],
        ids=lambda value: value[:40] if isinstance(value, str) else "",
    )
    def test_a_question_of_a_megabyte(self, tmp_path: Path, fields: str, rules: list[str]):
        entry = f"- id: a\n  {fields}\n  facts: [tea-book/leaf]\n"
        loaded = samples.load(tmp_path, t=f"title: T\nquestions:\n{entry}")

        assert [found.rule for found in loaded.diagnostics] == rules

    def test_a_slip_before_many_questions(self, tmp_path: Path):
        entries = "".join(SOUND.replace("sound", f"q{i}") for i in range(20_000))
        loaded = samples.load(tmp_path, t=f"title: T\nquestions:\n  - id: a: b\n{entries}")

        assert [found.rule for found in loaded.diagnostics] == ["syntax"]
        assert len(ids(loaded)) == 20_000

    def test_many_names_that_stand_twice(self, tmp_path: Path):
        names = "names:\n" + "  - {name: A}\n" * 20_000
        loaded = samples.load(tmp_path, t="title: T\nquestions:\n" + SOUND, names=names)

        assert len(loaded.diagnostics) == 20_000 - 1
