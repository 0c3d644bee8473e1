"""The options that say how a sheet looks."""

from __future__ import annotations

import json

import pytest
from PIL import Image

import samples
from printed import Printed


def sheet(path):
    return Printed(path.read_bytes())


def test_every_option_of_looks_reaches_the_sheet_and_its_reprint_without_being_given_again(
    quizmill, bank, tmp_path
):
    Image.new("RGB", (60, 40)).save(tmp_path / "crest.png")
    looks = ["--columns", "2", "--paper", "letter", "--sections", "kind", "--language", "es"]
    looks += ["--header", "IES Cervantes", "--logo", "crest.png", "--large-print"]
    run = quizmill("worksheet", "--bank", bank, "--seed", "3", *looks, "-o", "x")
    (tmp_path / "crest.png").unlink()
    again = quizmill("reprint", "x.json", "-o", "y")

    assert (run.returncode, again.returncode) == (0, 0)
    found = sheet(tmp_path / "x.pdf")
    assert found.sizes[0] == (612, 792)
    assert found.text.startswith("IES Cervantes Tea and the sea Nombre")
    assert found.text.index("Opción única") < found.text.index("Verdadero o falso 1 punto 3.")
    assert (tmp_path / "x.pdf").read_bytes() == (tmp_path / "y.pdf").read_bytes()
    assert sheet(tmp_path / "x-key.pdf").text.startswith("Solucionario: Tea and the sea")


def test_a_reprint_looks_as_it_did_but_for_what_is_typed(quizmill, bank, tmp_path):
    looks = ["--columns", "2", "--paper", "letter", "--language", "es", "--header", "IES", "--large-print"]
    quizmill("worksheet", "--bank", bank, "--seed", "3", "--order", "bank", *looks, "-o", "x")
    typed = ["--columns", "1", "--paper", "a4", "--header", "", "--ordinary-print"]
    quizmill("reprint", "x.json", *typed, "-o", "y")
    quizmill("worksheet", "--bank", bank, "--seed", "3", "--order", "bank", "--language", "es", "-o", "z")

    assert (tmp_path / "y.pdf").read_bytes() == (tmp_path / "z.pdf").read_bytes()


def test_a_paper_kept_without_its_looks_is_printed_as_usual(quizmill, bank, tmp_path):
    quizmill("worksheet", "--bank", bank, "--seed", "3", "-o", "x")
    kept = json.loads((tmp_path / "x.json").read_bytes())
    del kept["looks"]
    (tmp_path / "old.json").write_text(json.dumps(kept))
    kept["looks"] = {"columns": 7}
    (tmp_path / "odd.json").write_text(json.dumps(kept))
    old, odd = quizmill("reprint", "old.json"), quizmill("reprint", "odd.json")

    assert (old.returncode, odd.returncode) == (0, 3)
    assert (tmp_path / "old.pdf").read_bytes() == (tmp_path / "x.pdf").read_bytes()
    assert odd.stderr == (
        "quizmill: odd.json: how it was printed cannot be read (Invalid enum value 7 - at `$.columns`)\n"
    )


def test_a_logo_that_is_none_and_sections_that_a_kept_paper_lacks_are_refused(quizmill, bank, tmp_path):
    (tmp_path / "crest.png").write_text("no picture")
    run = quizmill("worksheet", "--bank", bank, "--seed", "3", "--logo", "crest.png", "-o", "x")
    missing = quizmill("worksheet", "--bank", bank, "--seed", "3", "--logo", "none.png", "-o", "x")
    quizmill("worksheet", "--bank", bank, "--seed", "3", "-o", "x")
    sections = quizmill("reprint", "x.json", "--sections", "kind")

    assert (run.returncode, missing.returncode, sections.returncode) == (3, 3, 2)
    assert "the logo cannot be printed; it is none of PNG, JPEG, GIF, WEBP" in run.stderr
    assert "none.png: this logo cannot be read (No such file or directory)" in missing.stderr
    assert "--sections: the questions of this paper do not stand by kind" in sections.stderr


def test_own_instructions_and_word_boxes_are_kept_with_the_paper(quizmill, bank, tmp_path):
    topic = next(
        each for each in (tmp_path / bank).rglob("*.yaml") if "was launched." in each.read_text("utf-8")
    )
    topic.write_text(topic.read_text("utf-8").replace("}} was launched.", "}} was {{launched}}."), "utf-8")
    (tmp_path / "told.md").write_bytes("\ufeffRead *all*.\r\n\r\n- No phones.\r\n- No notes.\r\n".encode())
    looks = ["--instructions", "@told.md", "--word-bank", "--score-boxes", "--break-before", "essays"]
    run = quizmill("worksheet", "--bank", bank, "--seed", "3", *looks, "-o", "x")
    (tmp_path / "told.md").unlink()
    again = quizmill("reprint", "x.json", "-o", "y")
    quizmill("reprint", "x.json", "--instructions", "", "--no-word-bank", "-o", "z")

    assert (run.returncode, again.returncode) == (0, 0)
    found = sheet(tmp_path / "x.pdf").text
    assert "/ 10 Read all. • No phones. • No notes. 1. " in found
    assert "Choose the words for the next question from the box." in found
    assert "This page: / " in found
    assert (tmp_path / "x.pdf").read_bytes() == (tmp_path / "y.pdf").read_bytes()
    plain = sheet(tmp_path / "z.pdf").text
    assert "Answer all 9 questions." in plain
    assert "Choose the words" not in plain


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        (
            ["--instructions", "@none.md"],
            3,
            "quizmill: none.md: this file of instructions cannot be read (No such file or directory)\n",
        ),
        (["--instructions", "@odd.md"], 3, "quizmill: odd.md: it is no text in UTF-8; save it as such\n"),
        (
            ["--break-before", "sections"],
            2,
            "quizmill: --break-before sections: there are no sections; add --sections topic or kind\n",
        ),
        (
            ["--word-bank", "--type", "essay"],
            0,
            "note: --word-bank: no box is printed; it takes blanks with three different answers\n",
        ),
    ],
)
def test_what_cannot_be_done_for_a_sheet_is_told(quizmill, bank, tmp_path, typed, code, told):
    (tmp_path / "odd.md").write_bytes(b"\xff\xfe")
    run = quizmill("worksheet", "--bank", bank, "--seed", "3", *typed, "-o", "x")

    assert (run.returncode, run.stderr) == (code, told)
    assert (tmp_path / "x.pdf").exists() == (code == 0)


def test_cards_come_nine_to_a_page_in_another_language(quizmill, bank, tmp_path):
    quizmill("flashcards", "--bank", bank, "--layout", "3x3", "--language", "zh", "-o", "c.pdf")

    assert len(sheet(tmp_path / "c.pdf").pages) == 2
    assert "对还是错？" in sheet(tmp_path / "c.pdf").pages[0]


def test_a_timeline_of_fewer_events_than_asked_for_says_so(quizmill, bank):
    run = quizmill("timeline", "--bank", bank, "--seed", "1", "-n", "12", "-o", "t.pdf")

    assert run.stderr == "note: 12 events were asked for; 1 is dated, and is used\n"


def test_a_timeline_comes_with_its_solution(quizmill, bank, tmp_path):
    run = quizmill("timeline", "--bank", bank, "--seed", "1", "-o", "t.pdf")

    assert run.stdout == "t.pdf\nt-key.pdf\n"
    assert sheet(tmp_path / "t.pdf").text.startswith("Timeline: Tea and the sea Name")
    assert "1869 The Cutty Sark was launched in 1869" in sheet(tmp_path / "t-key.pdf").text


ODD = """\
title: Plants
questions:
  - {id: sound, type: true_false, prompt: Trees have leaves., answer: true, explanation: They do.}
  - id: sign
    type: short_answer
    prompt: Which gas do plants take up 🌱?
    answer: Carbon dioxide
    explanation: They say שלום to it.
  - {id: key, type: short_answer, prompt: What is green?, answer: A leaf, explanation: 잎 is the word.}
  - {id: drawn, type: true_false, prompt: This is an oak., answer: true, image: {file: o.bmp, alt: An oak}}
"""


class TestWhatCannotBePrinted:
    """Sheets show the sign, keys the words of two languages, neither the drawing: all is told at once."""

    ADVICE = (
        "nothing is written; `quizmill check --bank odd` shows in its place what is known before printing\n"
    )
    TOLD = (
        "quizmill: odd/plants.yaml:4:5: sign: U+1F331 SEEDLING is in none of the fonts; write it another way "
        "(and 4 more)\n"
        "odd/plants.yaml:9:5: key: U+C78E HANGUL SYLLABLE IP is in none of the fonts; write it another way\n"
        "odd/plants.yaml:10:5: drawn: the picture o.bmp cannot be printed; "
        "it is none of PNG, JPEG, GIF, WEBP, SVG\n"
    )

    @pytest.fixture(autouse=True)
    def odd(self, tmp_path):
        folder = tmp_path / "odd"
        folder.mkdir()
        (folder / "bank.yaml").write_text("title: Plants\nnamespace: plants\n")
        (folder / "plants.yaml").write_text(ODD, encoding="utf-8")
        (folder / "o.bmp").write_bytes(b"BM" + bytes(12) + b"(" + bytes(15))

    @pytest.mark.parametrize(
        "more", [("worksheet",), ("worksheet", "--split"), ("worksheet", "--forms", "3"), ("flashcards",)]
    )
    def test_every_question_is_told_once_in_its_place(self, quizmill, tmp_path, more):
        run = quizmill(*more, "--bank", "odd", "--seed", "1", "-o", "out")

        assert (run.returncode, run.stderr) == (3, self.TOLD + self.ADVICE)
        assert [path.name for path in tmp_path.iterdir()] == ["odd"]

    def test_so_it_is_when_all_is_built_and_nothing_is_left_half_made(self, quizmill, tmp_path):
        run = quizmill("build", "--bank", "odd", "-o", "out")

        assert run.returncode == 3
        assert run.stderr.endswith(self.TOLD + self.ADVICE)
        assert not (tmp_path / "out").exists()

    def test_a_title_has_no_place(self, quizmill, tmp_path):
        run = quizmill("worksheet", "--bank", "odd", "--seed", "1", "--id", "sound", "--title", "Plants 🌱")

        assert run.stderr == (
            "quizmill: the title: U+1F331 SEEDLING is in none of the fonts; write it another way\n"
            + self.ADVICE
        )

    def test_the_checker_says_it_before(self, quizmill):
        run = quizmill("check", "--bank", "odd", "--format", "json")
        found = {(each["question"], each["rule"]) for each in json.loads(run.stdout)}

        assert found >= {
            ("sign", "text-unprintable"),
            ("key", "text-unprintable"),
            ("drawn", "image-not-everywhere"),
        }
        assert not {question for question, _ in found} & {"sound"}


def test_a_table_on_the_page_of_a_rule_keeps_its_rows(quizmill):
    run = quizmill("rules", "image-not-everywhere")

    assert "\n| BMP | no | yes |\n| AVIF | no | yes, but" in run.stdout


def test_a_shuffled_sheet_is_packed_once_and_one_in_the_banks_order_never(quizmill, bank, tmp_path):
    """In large print the essay has most of a page: the kept order is the printed one, at each reprint too."""
    asked = ("worksheet", "--bank", bank, "--seed", "3", "--large-print")
    quizmill(*asked, "-o", "x")
    quizmill(*asked, "--order", "bank", "-o", "y")
    quizmill("reprint", "x.json", "-o", "z")
    kept, as_bank = (
        [each["question"]["id"] for each in json.loads((tmp_path / name).read_bytes())["first"]["exercises"]]
        for name in ("x.json", "y.json")
    )

    assert (tmp_path / "x.pdf").read_bytes() == (tmp_path / "z.pdf").read_bytes()
    assert sorted(kept) == sorted(as_bank)
    assert as_bank == [
        "tea-plant", "tea-true", "tea-herbs", "ship-name", "ship-cargo", "ship-year", "tea-colours",
        "tea-steps", "tea-essay",
    ]  # fmt: skip
    assert len(sheet(tmp_path / "x.pdf").pages) <= len(sheet(tmp_path / "y.pdf").pages)


def test_the_only_topic_is_named_once(quizmill, tmp_path):
    """At the top, or by its section."""
    ships = "title: Ships\nquestions:\n  - {id: s, type: true_false, prompt: They sail., answer: true}\n"
    tea = ships.replace("Ships", "Tea").replace("id: s", "id: t")
    samples.write(tmp_path / "b", bank="title: Sea\nnamespace: sea\n", tea=tea, ships=ships)
    asked = ("worksheet", "--bank", "b/question_bank", "--seed", "3", "--topic", "ships", "--overwrite")
    texts = []
    for sections in ((), ("--sections", "topic"), ("--sections", "kind")):
        assert quizmill(*asked, *sections, "-o", "x").returncode == 0
        texts.append(sheet(tmp_path / "x.pdf").text)

    assert [text.count("Ships") for text in texts] == [1, 1, 1]
    assert [text.startswith("Sea Name") for text in texts] == [False, True, False]
