"""`quizmill new --from`: questions proposed from facts, as drafts at the end of a topic."""

from __future__ import annotations

from pathlib import Path

import pytest

SEED = """\
id: engine
title: The Engine
facts:
  - id: built
    paragraph: 2
    says: Babbage built his engine in 1822.
    kind: date
  - id: parts
    paragraph: 3
    says: The engine had 25,000 parts.
    kind: number
  - id: opinion
    paragraph: 4
    says: The engine was too large for its time.
"""
BUILT = """\
  - id: built-when
    type: numerical
    state: draft  # read it beside engine paragraph 2; then delete this line
    prompt: In which year did Babbage build his engine?
    answer: "1822"
    explanation: Babbage built his engine in 1822.
    facts: [engine/built]
"""
PARTS = """\
  - id: parts-number
    type: numerical
    state: draft  # read it beside engine paragraph 3; then delete this line
    prompt: According to *The Engine*, how many parts did the engine have?
    answer: "25,000"
    unit: parts
    explanation: The engine had 25,000 parts.
    facts: [engine/parts]
"""
MUTE = "3 facts: 1 says nothing that the rules can turn (opinion)\n"
NEXT = "Next: read each beside its facts, say it as you would, and delete its line `state: draft`.\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    (folder / "seeds").mkdir(parents=True)
    (folder / "bank.yaml").write_text("title: T\nnamespace: t\nseeds: seeds\n")
    (folder / "seeds" / "engine.yaml").write_text(SEED)
    (folder / "seeds" / "names.yaml").write_text("names:\n  - {name: Babbage, kind: person}\n")
    return folder


def test_drafts_of_a_document_in_a_topic_of_its_name(quizmill, mine):
    run = quizmill("new", "--from", "engine", "--bank", "mine")

    assert (run.returncode, run.stdout, run.stderr) == (0, "mine/engine.yaml\n", f"2 drafts\n{MUTE}{NEXT}")
    assert (mine / "engine.yaml").read_text() == f"title: The Engine\nquestions:\n{PARTS}\n{BUILT}"


def test_a_draft_is_a_question_once_its_line_is_gone(quizmill, mine):
    quizmill("new", "--from", "engine", "--bank", "mine")
    path = mine / "engine.yaml"
    path.write_text("".join(line for line in path.read_text().splitlines(True) if "state: draft" not in line))

    run = quizmill("list", "--bank", "mine")

    assert run.returncode == 0
    assert "built-when" in run.stdout
    assert "parts-number" in run.stdout


def test_a_second_run_adds_only_what_is_new(quizmill, mine):
    quizmill("new", "--from", "engine", "--bank", "mine", "-n", "1")
    before = (mine / "engine.yaml").read_text()

    quizmill("new", "--from", "engine", "--bank", "mine")
    after = (mine / "engine.yaml").read_text()
    run = quizmill("new", "--from", "engine", "--bank", "mine")

    assert after == f"{before}\n{BUILT}"
    assert run.stdout == ""
    assert run.stderr == (
        "0 drafts\n3 facts: 2 are asked already (--again asks them too), "
        "1 says nothing that the rules can turn (opinion)\n"
    )
    assert (mine / "engine.yaml").read_text() == after


def test_again_asks_a_fact_in_another_form(quizmill, mine):
    quizmill("new", "--from", "engine", "--bank", "mine")
    run = quizmill("new", "cloze", "--from", "engine", "--bank", "mine", "--again", "--dry-run")

    assert "Babbage built his engine in the year {{1822}}." in run.stdout


def test_a_dry_run_shows_and_writes_nothing(quizmill, mine):
    run = quizmill("new", "--from", "all", "--fact", "built", "--bank", "mine", "--dry-run")

    unindented = "".join(line[2:] for line in BUILT.splitlines(True))
    assert (run.stdout, run.stderr) == (f"{unindented}\n", "1 draft\n")
    assert not (mine / "engine.yaml").exists()


def test_of_one_kind_it_is_told_which_facts_have_none(quizmill, mine):
    run = quizmill("new", "essay", "--from", "engine", "--bank", "mine")

    assert run.stderr == (
        "0 drafts\n3 facts: 3 say nothing that the rules can turn into essay (built, opinion, parts)\n"
    )


def test_paragraphs_are_told_in_ranges(quizmill, mine):
    (mine / "seeds" / "engine.yaml").write_text(
        "id: engine\ntitle: The Engine\nfacts:\n"
        + "".join(
            f"  - {{id: f{at}, paragraph: {at}, kind: date, says: Babbage {verb} in 18{at}2.}}\n"
            for at, verb in ((3, "moved"), (4, "married"), (5, "sang"), (7, "died"))
        )
    )
    run = quizmill("new", "ordering", "--from", "engine", "--bank", "mine", "--dry-run")

    assert "state: draft  # read it beside engine paragraphs 3-5, 7; then delete this line" in run.stdout


def test_a_topic_that_is_named_or_rests_on_the_document(quizmill, mine):
    (mine / "tea.yaml").write_text("title: Tea\n")
    (mine / "sums.yaml").write_text(f"title: Sums\nquestions:\n{PARTS.replace('    state: draft', '    #')}")

    assert quizmill("new", "--from", "engine", "--bank", "mine").stdout == "mine/sums.yaml\n"
    assert quizmill("new", "--from", "engine", "--bank", "mine", "--topic", "tea", "--again").stdout == (
        "mine/tea.yaml\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--from", "engin"], '--from: there is no source "engin"; did you mean "engine"?'),
        (
            ["--from", "engine", "--fact", "buil"],
            '--fact: there is no fact "buil"; did you mean "engine/built"?',
        ),
        (["sonnet", "--from", "engine"], 'there is no kind of question "sonnet"'),
    ],
)
def test_what_cannot_be_is_told(quizmill, mine, arguments, message):
    run = quizmill("new", *arguments, "--bank", "mine")

    assert run.returncode == 2
    assert message in run.stderr


def test_without_facts_nothing_can_be_proposed(quizmill, mine):
    (mine / "bank.yaml").write_text("title: T\nnamespace: t\n")
    run = quizmill("new", "--from", "engine", "--bank", "mine")

    assert run.stderr.splitlines()[0].endswith(
        "--from: this bank has no facts; questions are proposed from what its seeds say"
    )


def test_what_copies_a_document_at_hand_is_left_out(quizmill, mine):
    says = "Babbage built his great engine of polished brass and old oak in 1822."
    seed = SEED.replace("Babbage built his engine in 1822.", says)
    (mine / "seeds" / "engine.yaml").write_text(seed.replace("facts:", "document: engine.txt\nfacts:", 1))
    (mine / "texts").mkdir()
    (mine / "texts" / "engine.txt").write_text(f"The Engine\n\n{says}\n\nIt had parts.\n\nIt was large.\n")
    arguments = ("new", "--from", "engine", "--fact", "built", "--bank", "mine", "--dry-run")
    assert quizmill(*arguments).stderr == "1 draft\n"

    (mine / "bank.yaml").write_text("title: T\nnamespace: t\nseeds: seeds\ndocuments: texts\n")
    assert quizmill(*arguments).stderr == (
        "0 drafts\n1 fact: 1 would be faulted by `check` (sentence-copied: built)\n"
    )
