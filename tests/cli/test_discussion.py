"""A guide for talking over the essays of a bank."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from PIL import Image

import samples
from printed import Printed

IMAGE = pdfium.raw.FPDF_PAGEOBJ_IMAGE
SITTINGS = """\
discussions:
  - title: Speed
    opening: When did you last hurry?
    questions: [tea-essay]
    closing: "What is *worth* a race?"
    minutes: 20
  - title: The sea
    questions: [sea-essay]
"""
SEA = """\
title: The sea
learn:
  - {text: The sea is salt., facts: [tea-book/leaf]}
questions:
  - id: sea-essay
    type: essay
    context: |
      Three ships raced home:

      | ship | days |
      | --- | ---: |
      | Ariel | 99 |
    prompt: Which would you have sailed in, and why?
    points: [A ship is as safe as its captain, Speed costs]
    image: {file: pictures/ship.png, alt: A clipper under sail, credit: "Ada, CC BY 4.0"}
    facts: [tea-book/clipper]
"""


@pytest.fixture
def discussed(bank, tmp_path):
    """The sample bank with two sittings."""
    (tmp_path / bank / "bank.yaml").write_text(samples.BANK + SITTINGS)
    (tmp_path / bank / "the-sea.yaml").write_text(SEA.replace("    image:", "    x-image:"))
    return bank


def guide(run, tmp_path):
    assert (run.returncode, run.stdout) == (0, "g/guide.pdf\n"), run.stderr
    return Printed((tmp_path / "g/guide.pdf").read_bytes())


def test_each_sitting_for_whoever_leads_then_the_questions_alone(quizmill, discussed, tmp_path):
    made = guide(quizmill("discussion", "--bank", discussed, "-o", "g/guide"), tmp_path)

    assert made.pages == [
        "Tea and the sea For whoever leads. Hand out the questions the day before. Begin with what everybody "
        "can answer, then let them talk, and ask for reasons. Tick what has been said, and ask about what "
        "has not. The points are what a full discussion comes to; nobody has to agree with all of them. "
        "1. Speed 20 minutes To begin: When did you last hurry? "
        "Why could a fast ship be worth more than a large one in the tea trade? "
        "The first tea of a season sold for more The Tea Book, paragraph 3 "
        "Tea loses flavour at sea The Tea Book, paragraph 2 "
        "What it comes to: 雷军 has been seen with a cup; Émile paid ¥5 for it. "
        "To close: What is worth a race? Discussion guide · CC-BY-4.0 Page 1 of 2",
        "Tea and the sea 2. The sea 45 minutes · Read before: The sea Three ships raced home: ship days "
        "Ariel 99 Which would you have sailed in, and why? A ship is as safe as its captain Speed costs "
        "Discussion guide · CC-BY-4.0 Page 2 of 2",
        "Tea and the sea Read what is named, and note for each question what you think and why. "
        "1. Speed 20 minutes Why could a fast ship be worth more than a large one in the tea trade? "
        "2. The sea 45 minutes · Read before: The sea Three ships raced home: ship days Ariel 99 "
        "Which would you have sailed in, and why? Questions to prepare · CC-BY-4.0 Page 1 of 1",
    ]


def test_only_the_sittings_about_a_topic_in_another_language_and_larger(quizmill, discussed, tmp_path):
    options = ("--topic", "the-sea", "--language", "es", "--large-print", "--paper", "letter")
    made = guide(quizmill("discussion", "--bank", discussed, "-o", "g/guide.pdf", *options), tmp_path)

    assert "1. The sea 45 minutos · Leer antes: The sea" in made.pages[0]
    assert "Speed 20" not in made.text


def test_a_picture_stands_before_its_question_with_whom_to_thank(quizmill, discussed, tmp_path):
    (tmp_path / discussed / "the-sea.yaml").write_text(SEA)
    (tmp_path / discussed / "pictures").mkdir()
    Image.new("RGB", (30, 20), "red").save(tmp_path / discussed / "pictures/ship.png")

    made = guide(quizmill("discussion", "--bank", discussed, "-o", "g/guide"), tmp_path)
    assert [sum(one.type == IMAGE for one in page.get_objects()) for page in made.document] == [0, 1, 1]
    assert "Ariel 99 Ada, CC BY 4.0 Which would you" in made.pages[1]


def test_what_a_point_rests_on_is_told_with_what_is_doubted_of_it(quizmill, discussed, tmp_path):
    doubted = samples.SOURCE.replace("    about: cutty", "    doubt: Others say 1870.\n    about: cutty")
    (tmp_path / "seeds/tea-book.yaml").write_text(doubted)

    made = guide(quizmill("discussion", "--bank", discussed, "-o", "g/guide"), tmp_path)
    assert "paid ¥5 for it. (Disputed: Others say 1870.) To close:" in made.pages[0]
    assert "Disputed" not in made.pages[2]


@pytest.mark.parametrize(
    ("topics", "said"),
    [
        ((), "this bank has no discussion; they stand below `discussions:` in bank.yaml"),
        (("--topic", "tea"), "these topics have no discussion; they stand below `discussions:` in bank.yaml"),
        (("--topic", "see"), '--topic: there is no topic "see"; it must be one of tea'),
    ],
)
def test_where_there_is_none_it_says_where_they_stand(quizmill, bank, topics, said):
    run = quizmill("discussion", "--bank", bank, *topics)

    assert (run.returncode, run.stderr) == (2, f"quizmill: {said}\n")
