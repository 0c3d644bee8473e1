"""`quizmill new`: a question to fill in, in its topic's file, of which nothing else changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import samples
from quizmill.bank.model import KINDS

HEAD = "title: T\nnamespace: t\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A bank of one topic and no evidence."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "bank.yaml").write_text(HEAD)
    (tmp_path / "mine" / "tea.yaml").write_text("title: Tea\n")
    return tmp_path / "mine"


def test_without_a_kind_the_nine_are_listed(quizmill):
    run = quizmill("new")

    assert run.returncode == 0
    assert [line.split()[0] for line in run.stdout.splitlines()] == list(KINDS)
    assert run.stdout.splitlines()[5] == "cloze              A text with blanks."


def test_a_question_at_the_end_of_the_topic(quizmill, bank, tmp_path):
    path = tmp_path / bank / "tea.yaml"
    before = path.read_text()
    run = quizmill("new", "true-false", "--bank", bank, "--topic", "tea", "--fact", "tea-book/leaf")
    line = before.count("\n") + 2

    assert (run.returncode, run.stdout) == (0, f"{bank}/tea.yaml:{line}\n")
    assert run.stderr == (
        "Next: fill in what stands in quotes there, and delete the line `state: draft`.\n"
        f"  quizmill check --id tea-leaf --bank {bank}    tells what it still lacks\n"
    )
    assert path.read_text() == before + (
        "\n"
        "  - id: tea-leaf  # names the question for ever: choose it before others have it\n"
        "    type: true_false\n"
        "    state: draft  # delete this line when the question is whole; until then it is asked nowhere\n"
        "    # The statement.\n"
        '    prompt: ""\n'
        "    # Whether it is true or false.\n"
        '    answer: ""\n'
        "    # What is true instead; needed when the statement is false.\n"
        '    correction: ""\n'
        "    # Why the answer is right, and what tempts people to others. Shown with the answer.\n"
        '    explanation: ""\n'
        "    # tea-book/leaf: Every true tea is made from the leaves of one plant.\n"
        "    facts: [tea-book/leaf]\n"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_a_draft_in_which_nothing_is_wrong(quizmill, mine, kind):
    quizmill("new", kind, "--bank", mine, "--prompt", "What is {{tea}}?")
    run = quizmill("check", "--bank", mine, "--format", "json", "--id", "what-is-tea")
    found = json.loads(run.stdout)

    assert {each["severity"] for each in found} == {"advice"}
    assert "draft" in {each["rule"] for each in found}


@pytest.mark.parametrize("kind", KINDS)
def test_one_that_is_not_filled_in_cannot_be_asked(quizmill, mine, kind):
    quizmill("new", kind, "--bank", mine)
    path = mine / "tea.yaml"
    path.write_text("".join(line for line in path.read_text().splitlines(True) if "state: draft" not in line))
    run = quizmill("check", "--bank", mine, "--format", "json")

    assert "empty" in {each["rule"] for each in json.loads(run.stdout) if each["severity"] == "error"}


def test_pairs_that_are_not_filled_in_are_told_as_empty_texts(quizmill, mine):
    quizmill("new", "matching", "--bank", mine)
    lines = (mine / "tea.yaml").read_text().splitlines()
    found = json.loads(quizmill("check", "--bank", mine, "--format", "json").stdout)

    pairs = [n for n, line in enumerate(lines, 1) if line == '      - ["", ""]']
    prompt = lines.index('    prompt: ""') + 1
    assert [each["line"] for each in found if each["rule"] == "empty"] == [prompt, *sorted([*pairs, *pairs])]
    assert "wrong-type" not in {each["rule"] for each in found}


@pytest.mark.parametrize(
    ("given", "id"),
    [
        (("--prompt", "What is tea?"), "what-is-tea"),
        (("--fact", "tea-book/leaf"), "tea-leaf"),
        ((), "tea-essay-2"),  # tea-essay is there
        (("--id", "my-own"), "my-own"),
        (("--prompt", "Tea essay"), "tea-essay-2"),
        (("--prompt", "茶?"), "tea-essay-2"),
    ],
)
def test_the_id_is_made_of_what_is_given_and_never_taken_twice(quizmill, bank, tmp_path, given, id):
    assert quizmill("new", "essay", "--bank", bank, "--topic", "Tea", *given).returncode == 0

    assert f"\n  - id: {id}  #" in (tmp_path / bank / "tea.yaml").read_text()


def test_two_of_a_kind_get_two_ids(quizmill, mine):
    quizmill("new", "essay", "--bank", mine)
    quizmill("new", "essay", "--bank", mine)

    assert [line.split()[2] for line in (mine / "tea.yaml").read_text().splitlines() if " id:" in line] == [
        "tea-essay",
        "tea-essay-2",
    ]


def test_a_topic_that_is_new(quizmill, tmp_path):
    quizmill("init", "mine")
    run = quizmill("new", "cloze", "--bank", "mine", "--topic", "green-tea")

    assert run.stdout == "mine/green-tea.yaml:4\n"
    assert run.stderr.startswith("green-tea.yaml is a new topic\n")
    assert (tmp_path / "mine" / "green-tea.yaml").read_text().splitlines()[:4] == [
        "# yaml-language-server: $schema=.schemas/topic.json",
        "title: Green tea",
        "questions:",
        "  - id: green-tea-cloze  # names the question for ever: choose it before others have it",
    ]


def test_a_topic_that_is_new_by_its_title(quizmill, mine):
    run = quizmill("new", "cloze", "--bank", mine, "--topic", "Grüner Tee: der erste")

    assert run.stdout == f"{mine}/gruner-tee-der-erste.yaml:3\n"
    assert (mine / "gruner-tee-der-erste.yaml").read_text().startswith('title: "Grüner Tee: der erste"\n')


def test_a_topic_in_a_folder(quizmill, mine):
    (mine / "drinks").mkdir()
    (mine / "drinks" / "cold.yaml").write_text("title: Cold\n")

    assert quizmill("new", "cloze", "--bank", mine, "--topic", "drinks-cold").stdout == (
        f"{mine}/drinks/cold.yaml:3\n"
    )


def test_line_ends_and_the_mark_of_the_byte_order_stay(quizmill, mine):
    path = mine / "tea.yaml"
    path.write_bytes(b"\xef\xbb\xbftitle: Tea\r\nquestions: []\r\n")
    run = quizmill("new", "cloze", "--bank", mine)
    lines = path.read_bytes().split(b"\n")

    assert run.stdout == f"{mine}/tea.yaml:3\n"
    assert lines[0] == b"\xef\xbb\xbftitle: Tea\r"
    assert all(line.endswith(b"\r") for line in lines[:-1])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("multiple_choise",),
            'there is no kind of question "multiple_choise"; did you mean "multiple_choice"? The nine are '
            f"{', '.join(KINDS)}",
        ),
        (
            ("essay", "--id", "Tea Plant"),
            '--id: "Tea Plant" is no id, of small letters, digits and single hyphens: write tea-plant',
        ),
        (
            ("essay", "--id", "tea-plant"),
            '--id: "tea-plant" is taken by the question at question_bank/tea.yaml:3:5',
        ),
        (("essay", "--id", "old"), '--id: "old" is what another question was called before; choose another'),
        (
            ("essay", "--fact", "tea-book/leef"),
            '--fact: there is no fact "tea-book/leef"; did you mean "tea-book/leaf"?',
        ),
        (("essay", "--topic", "bank"), '--topic: "bank" makes no name of a file; write one such as tea'),
        (("essay", "--topic", "茶"), '--topic: "茶" makes no name of a file; write one such as tea'),
    ],
)
def test_what_cannot_be(quizmill, tmp_path, arguments, said):
    samples.write(tmp_path, tea=samples.TOPIC.replace("id: tea-true\n", "id: tea-true\n    formerly: old\n"))
    run = quizmill("new", *arguments, "--bank", "question_bank")

    assert (run.returncode, run.stderr) == (2, f"quizmill: {said}\n")


def test_which_topic_is_asked_for_where_there_are_several_or_none(quizmill, mine):
    (mine / "coffee.yaml").write_text("title: Coffee\n")
    several = quizmill("new", "essay", "--bank", mine)
    (mine / "coffee.yaml").unlink()
    (mine / "tea.yaml").unlink()
    none = quizmill("new", "essay", "--bank", mine)
    fact = quizmill("new", "essay", "--bank", mine, "--fact", "a/b")

    assert several.stderr == "quizmill: --topic NAME says which: coffee, tea, or one that is new\n"
    assert none.stderr == "quizmill: this bank has no topic yet: --topic NAME makes one, as in --topic tea\n"
    assert fact.stderr == 'quizmill: --fact: this bank has no fact "a/b", since it has no seeds\n'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "title: T\nquestions: [{id: a}]\n",
            '"questions" is no list on lines of its own; write each question on lines of its own, beginning '
            "with `- id: …`, or name another --topic",
        ),
        ("title: T\nquestions: [\n", "the file is no YAML"),
    ],
)
def test_a_file_that_cannot_be_added_to_stays_as_it_is(quizmill, mine, text, why):
    (mine / "tea.yaml").write_text(text)
    run = quizmill("new", "essay", "--bank", mine)

    assert run.returncode == 3
    assert run.stderr.startswith(f"quizmill: {mine}/tea.yaml: nothing can be added here: {why}")
    assert (mine / "tea.yaml").read_text() == text


def test_the_bank_that_comes_with_quizmill_is_not_written_into(quizmill):
    run = quizmill("new", "essay")

    assert (run.returncode, run.stderr) == (
        2,
        "bank: the one that comes with quizmill\n"
        "quizmill: the bank that comes with quizmill is not written into; `quizmill init` starts one of your "
        "own, and --bank DIR names another\n",
    )


@pytest.mark.parametrize(
    ("editor", "place"), [("vi -f", "-f +3 {}"), ("/x/code --wait", "--wait --goto {}:3"), ("hx", "{}:3")]
)
def test_an_editor_opens_there(quizmill, mine, tmp_path, editor, place):
    program, *rest = editor.split()
    stand_in = tmp_path / Path(program).name
    stand_in.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/told\n')
    stand_in.chmod(0o755)
    quizmill("new", "essay", "--bank", mine, "--edit", EDITOR=" ".join([str(stand_in), *rest]))

    assert (tmp_path / "told").read_text() == place.format(mine / "tea.yaml") + "\n"


def test_an_editor_that_is_not_named_or_not_there(quizmill, mine):
    unnamed = quizmill("new", "essay", "--bank", mine, "--edit")
    absent = quizmill("new", "essay", "--bank", mine, "--edit", EDITOR="/no/such")

    assert unnamed.stderr.endswith("quizmill: --edit: no editor is named; set EDITOR, as in EDITOR=nano\n")
    assert absent.stderr.endswith(
        "quizmill: --edit: /no/such does not run (No such file or directory); set EDITOR\n"
    )
    assert (mine / "tea.yaml").read_text().count("- id: ") == 2
