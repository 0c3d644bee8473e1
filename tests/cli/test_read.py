"""Reading what there is to know before being asked."""

from __future__ import annotations

import pytest

from printed import Printed

LEARN = """\
title: Tea
learn:
  - Every *true* tea comes from one plant.
  - text: |
      Ships raced to bring it home:

      | ship | launched |
      | --- | ---: |
      | Cutty Sark | 1869 |
    facts: [tea-book/clipper, tea-book/cargo]
"""
SEA = "title: The sea\nlearn:\n  - {text: The sea is salt., facts: [tea-book/leaf]}\nquestions: []\n"


@pytest.fixture
def learned(bank, tmp_path):
    """The sample bank with lessons in two topics."""
    topic = tmp_path / bank / "tea.yaml"
    topic.write_text(topic.read_text().replace("title: Tea\n", LEARN, 1))
    (tmp_path / bank / "the-sea.yaml").write_text(SEA)
    return bank


def test_all_lessons_in_the_order_of_learning_with_where_they_stand(quizmill, learned):
    run = quizmill("read", "--bank", learned)

    assert (run.returncode, run.stdout) == (
        0,
        """\
Tea and the sea

Tea

Every true tea comes from one plant.

Ships raced to bring it home:

    ship        launched
    ----------  --------
    Cutty Sark      1869
Source: The Tea Book, paragraphs 3, 4

The sea

The sea is salt.
Source: The Tea Book, paragraph 2
""",
    )


def test_one_topic_alone_is_the_title(quizmill, learned):
    run = quizmill("read", "the-sea", "--bank", learned)

    assert quizmill("read", "--bank", learned, "--topic", "the-sea").stdout == run.stdout
    assert run.stdout == "The sea\n\nThe sea is salt.\nSource: The Tea Book, paragraph 2\n"


def test_a_study_sheet_has_the_same(quizmill, learned, tmp_path):
    run = quizmill("read", "--bank", learned, "-o", "w/study")
    sheet = Printed((tmp_path / "w/study.pdf").read_bytes())

    assert (run.returncode, run.stdout) == (0, "w/study.pdf\n")
    assert sheet.text == (
        "Tea and the sea Tea Every true tea comes from one plant. Ships raced to bring it home: "
        "ship launched Cutty Sark 1869 Source: The Tea Book, paragraphs 3, 4 The sea The sea is salt. "
        "Source: The Tea Book, paragraph 2 Study sheet · CC-BY-4.0 Page 1 of 1"
    )


def test_in_large_print_it_has_the_same_and_goes_on(quizmill, learned, tmp_path):
    quizmill("read", "--bank", learned, "-o", "w/study", "--large-print", "--language", "es")
    text = Printed((tmp_path / "w/study.pdf").read_bytes()).text

    assert "Fuente: The Tea Book, párrafos 3, 4" in text
    assert "Hoja de estudio" in text


def test_where_there_is_nothing_to_read_it_says_where_it_would_stand(quizmill, bank):
    run = quizmill("read", "--bank", bank)

    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        "quizmill: there is nothing to read in this bank; it stands below `learn:` in a topic's file\n"
    )


def test_an_unknown_topic_is_named(quizmill, learned):
    run = quizmill("read", "--bank", learned, "--topic", "the-see")

    assert run.returncode == 2
    assert run.stderr.startswith('quizmill: --topic: there is no topic "the-see"; did you mean')
