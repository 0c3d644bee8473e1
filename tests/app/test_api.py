"""What the Python API promises to programs that import quizmill."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import samples
from anki_decks import stored
from commands import environment, run_here
from quizmill import app
from quizmill.app.opening import SoundBank
from quizmill.compose.exercise import Exercise
from quizmill.errors import BadRequest, BankInvalid, BankUnreadable, ExportRefused, FileUnusable

PAGE = Path(__file__).parents[2] / "docs/reference/python-api.md"


def test_what_the_page_shows_works_in_a_fresh_folder(tmp_path):
    """A stranger copies it: after `quizmill init my-bank`, in a Python of its own."""
    program = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert program
    around = environment(tmp_path / "cache")
    assert run_here(["init", "my-bank"], "", tmp_path, around).returncode == 0
    run = subprocess.run(
        [sys.executable, "-c", program[1]],
        cwd=tmp_path,
        env=around,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (run.stdout, run.stderr) == (
        "moon-stayed-in-orbit right 1.0 of 1.0\n"
        "lost facts only the source can be told, at the end of the explanation\n",
        "",
    )
    files = {path.name for path in tmp_path.iterdir() if path.is_file()}
    assert files == {"moon.apkg", "monday.pdf", "monday-key.pdf", "monday.json", "moon.gift"}


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept of a bank is kept here."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def bank(tmp_path: Path) -> SoundBank:
    return app.open_bank(samples.write(tmp_path))


def exercise(bank: SoundBank, id: str) -> Exercise:
    return app.choose(bank, ids=[id], shuffled=False).exercises[0]


class TestOpening:
    def test_a_folder_without_a_bank(self, tmp_path):
        with pytest.raises(BankUnreadable) as refused:
            app.open_bank(tmp_path)

        assert refused.value.path == str(tmp_path)

    def test_a_bank_with_an_error_brings_its_diagnostics(self, tmp_path):
        folder = samples.write(tmp_path, tea=samples.TOPIC.replace("type: cloze", "type: clozed"))

        with pytest.raises(BankInvalid, match="the bank has 1 error") as refused:
            app.open_bank(folder)
        assert [each.rule for each in refused.value.diagnostics] == ["unknown-type"]

    def test_an_error_that_only_the_checks_see(self, tmp_path):
        unlike = samples.TOPIC.replace("answer: ¥9,000\n    unit: yuan", "answer: 9 t\n    unit: kg")
        folder = samples.write(tmp_path, tea=unlike)

        with pytest.raises(BankInvalid) as refused:
            app.open_bank(folder)
        assert "num-unit" in [each.rule for each in refused.value.diagnostics]


class TestChoosing:
    def test_everything_in_the_banks_order(self, bank):
        paper = app.choose(bank, shuffled=False)

        assert [each.id for each in paper.exercises] == [question.id for _, question in bank.bank.questions()]

    def test_what_fits_all_that_is_asked(self, bank):
        paper = app.choose(bank, topics=["tea"], types=["multiple_choice", "true_false"], tags=["plants"])

        assert [each.id for each in paper.exercises] == ["tea-plant"]

    def test_what_is_to_be_left_out(self, bank):
        paper = app.choose(
            bank, difficulties=["medium"], not_levels=["remember", "apply"], not_ids=["tea-essay"]
        )

        assert [each.id for each in paper.exercises] == ["tea-colours"]
        with pytest.raises(BadRequest, match='--not-topic: there is no topic "te"'):
            app.choose(bank, not_topics=["te"])

    def test_elective_topics_are_chosen_by_name_or_all_together(self, tmp_path):
        pots = "title: Pots\nelective: true\nquestions:\n"
        pots += (
            "  - {id: pot, type: true_false, prompt: A pot is hot., answer: true, facts: [tea-book/leaf]}\n"
        )
        bank = app.open_bank(samples.write(tmp_path, tea=samples.TOPIC, pots=pots))

        assert len(app.choose(bank).exercises) == 9
        assert [each.id for each in app.choose(bank, topics=["pots"]).exercises] == ["pot"]
        assert len(app.choose(bank, electives=True).exercises) == 10

    def test_a_deck_without_a_paper_has_elective_topics_too(self, tmp_path):
        elective = samples.TOPIC.replace("title: Tea\n", "title: Tea\nelective: true\n")
        bank = app.open_bank(samples.write(tmp_path, tea=elective))
        app.write_deck(bank, tmp_path / "tea.apkg")

        assert len(stored((tmp_path / "tea.apkg").read_bytes())) == 9

    def test_a_seed_gives_the_same_again(self, bank):
        one, same, other = (app.choose(bank, count=5, seed=seed) for seed in (1, 1, 2))

        assert one == same
        assert one.exercises != other.exercises

    @pytest.mark.parametrize(
        ("wanted", "said"),
        [({"topics": ["te"]}, 'did you mean "tea"'), ({"ids": ["tea-plant"], "tags": ["sea"]}, "sea")],
    )
    def test_what_is_unknown_is_told_with_the_nearest(self, bank, wanted, said):
        with pytest.raises(BadRequest, match=said):
            app.choose(bank, **wanted)


class TestMarking:
    @pytest.mark.parametrize(
        ("id", "answer", "verdict", "earned"),
        [
            ("tea-herbs", "f", "right", 1.0),
            ("tea-herbs", "t", "wrong", 0.0),
            ("ship-name", "the cutty sark", "right", 1.0),
            ("ship-year", "1869 | Titanic", "partial", 0.5),
            ("ship-year", "", "skipped", 0.0),
            ("tea-essay", "It is faster.", "unmarked", 0.0),
        ],
    )
    def test_an_answer_as_typed(self, bank, id, answer, verdict, earned):
        mark = app.mark_answer(exercise(bank, id), answer, bank)

        assert (mark.verdict, mark.earned) == (verdict, earned)

    def test_other_names_of_the_bank_are_right(self, bank):
        names = {name.name: name.aliases for name in bank.bank.names}

        assert app.mark_answer(exercise(bank, "ship-name"), names["Cutty Sark"][0], bank).verdict == "right"

    @pytest.mark.parametrize(
        ("answer", "verdict", "said", "slips"),
        [
            ("Thermopylae", "right", "", 0),
            ("Thermopilae", "right", 'it is spelt "Thermopylae"', 1),
            ("Taeping", "wrong", "", 0),
        ],
    )
    def test_why_in_the_words_of_the_bank(self, tmp_path, answer, verdict, said, slips):
        topic = samples.TOPIC.replace("answer: Cutty Sark", "answer: Thermopylae")
        bank = app.open_bank(samples.write(tmp_path, tea=topic))
        mark = app.mark_answer(exercise(bank, "ship-name"), answer, bank)

        assert (mark.verdict, app.feedback(mark, bank), len(mark.slips)) == (verdict, said, slips)

    @pytest.mark.parametrize(
        ("id", "answer", "said"),
        [
            ("tea-plant", "k", "There is no option k: answer with one letter, a to d."),
            (
                "tea-steps",
                "b",
                '"b" is no order: answer with the numbers 1 to 5 in the right order, like 5 4 3 2 1.',
            ),
        ],
    )
    def test_a_line_that_cannot_be_an_answer(self, bank, id, answer, said):
        with pytest.raises(BadRequest) as refused:
            app.mark_answer(exercise(bank, id), answer, bank)

        assert str(refused.value) == said


class TestDecks:
    def test_a_second_deck_goes_on_from_the_first(self, bank, tmp_path):
        deck = tmp_path / "tea.apkg"
        app.write_deck(bank, deck, app.choose(bank, ids=["tea-plant"]))
        first = deck.read_bytes()
        app.write_deck(bank, deck, app.choose(bank, ids=["tea-plant"]))

        assert deck.read_bytes() == first
        assert zipfile.is_zipfile(deck)

    def test_what_is_no_deck_stays(self, bank, tmp_path):
        letter = tmp_path / "letter.apkg"
        letter.write_text("Dear Ann")

        with pytest.raises(FileUnusable):
            app.write_deck(bank, letter)
        assert letter.read_text() == "Dear Ann"

    def test_the_deck_of_another_bank_stays(self, bank, tmp_path):
        deck = tmp_path / "tea.apkg"
        app.write_deck(bank, deck)
        first = deck.read_bytes()
        other = samples.write(tmp_path / "b", bank=samples.BANK.replace("tea-and-sea", "other"))

        with pytest.raises(FileUnusable, match="tea-and-sea"):
            app.write_deck(app.open_bank(other), deck)
        assert deck.read_bytes() == first

    def test_an_id_that_another_question_had_is_refused(self, bank, tmp_path):
        """The deck remembers who went by it, when `formerly` is long gone from the bank."""
        deck = tmp_path / "tea.apkg"
        app.write_deck(bank, deck)
        renamed = samples.TOPIC.replace("id: ship-name", "id: ship")
        told = renamed.replace("id: ship\n", "id: ship\n    formerly: ship-name\n")
        taken = renamed.replace("id: ship-year", "id: ship-name")
        app.write_deck(app.open_bank(samples.write(tmp_path / "told", tea=told)), deck)
        second = deck.read_bytes()

        with pytest.raises(ExportRefused, match="ship-name"):
            app.write_deck(app.open_bank(samples.write(tmp_path / "taken", tea=taken)), deck)
        assert deck.read_bytes() == second


class TestWorksheets:
    def test_it_says_what_it_wrote(self, bank, tmp_path):
        written = app.write_worksheet(bank, tmp_path / "monday", app.choose(bank, count=2))

        assert {path.name for path in written} == {"monday.pdf", "monday-key.pdf", "monday.json"}
        assert all(path.stat().st_size for path in written)

    def test_another_paper_stays_unless_it_is_to_be_overwritten(self, bank, tmp_path):
        one, other = (app.choose(bank, count=3, seed=seed) for seed in (1, 2))
        app.write_worksheet(bank, tmp_path / "monday", one)
        first = (tmp_path / "monday.json").read_bytes()

        with pytest.raises(FileUnusable, match="another paper lies here"):
            app.write_worksheet(bank, tmp_path / "monday", other)
        assert (tmp_path / "monday.json").read_bytes() == first

        app.write_worksheet(bank, tmp_path / "monday", other, overwrite=True)
        assert (tmp_path / "monday.json").read_bytes() != first

    def test_sheets_whose_paper_is_gone_stay_as_well(self, bank, tmp_path):
        paper = app.choose(bank, count=3)
        app.write_worksheet(bank, tmp_path / "monday", paper)
        (tmp_path / "monday.json").unlink()

        with pytest.raises(FileUnusable, match="sheets lie here without their paper"):
            app.write_worksheet(bank, tmp_path / "monday", paper)
        assert not (tmp_path / "monday.json").exists()

        app.write_worksheet(bank, tmp_path / "monday", paper, overwrite=True)
        assert (tmp_path / "monday.json").exists()

    def test_what_cannot_be_printed_is_named(self, tmp_path):
        topic = samples.TOPIC.replace(
            "She still stands in Greenwich.", "She stands in \N{LINEAR B SYLLABLE B008 A}."
        )
        bank = app.open_bank(samples.write(tmp_path, tea=topic))

        with pytest.raises(ExportRefused, match="ship-name"):
            app.write_worksheet(bank, tmp_path / "monday", app.choose(bank))
        assert not list(tmp_path.glob("monday*"))


class TestOtherPrograms:
    def test_a_bank_goes_out_and_comes_back(self, bank, tmp_path):
        losses = app.export_bank(bank, "csv", tmp_path / "tea.csv")
        taken = app.import_files([tmp_path / "tea.csv"], tmp_path / "again", language="de")
        again = app.open_bank(tmp_path / "again")

        assert [each.id for each in app.choose(again, shuffled=False).exercises] == [
            each.id for each in app.choose(bank, shuffled=False).exercises
        ]
        assert again.bank.language == "de"
        assert (losses, {each.field for each in taken}) == ((), {"facts"})

    def test_the_questions_of_a_paper(self, bank, tmp_path):
        losses = app.export_bank(bank, "aiken", tmp_path / "a.txt", app.choose(bank, ids=["tea-plant"]))

        assert (tmp_path / "a.txt").read_text("utf-8").startswith("From which plant is every true tea made?")
        assert ("tea-plant", "hint", "lost") in {(each.id, each.field, each.severity) for each in losses}

    def test_what_has_no_place_or_is_no_format(self, bank, tmp_path):
        with pytest.raises(BadRequest, match='there is no format "moodel"; did you mean "moodle"'):
            app.export_bank(bank, "moodel", tmp_path / "a.xml")
        with pytest.raises(BadRequest, match="has no place for any of these questions"):
            app.export_bank(bank, "aiken", tmp_path / "a.txt", app.choose(bank, types=["essay"]))

    def test_another_file_gives_way_only_when_that_is_asked_for(self, bank, tmp_path):
        app.export_bank(bank, "aiken", tmp_path / "a.txt", app.choose(bank, ids=["tea-plant"]))
        other = app.choose(bank, types=["true_false"])

        with pytest.raises(FileUnusable, match="another export lies here"):
            app.export_bank(bank, "aiken", tmp_path / "a.txt", other)
        app.export_bank(bank, "aiken", tmp_path / "a.txt", other, overwrite=True)

    def test_a_bank_that_is_there_is_updated(self, tmp_path):
        file = tmp_path / "a.gift"
        file.write_text("::sun::It rises.{T}", encoding="utf-8")
        app.import_files([file], tmp_path / "mine", unexplained=True)
        file.write_text("::sun::It rises in the east.{T}", encoding="utf-8")
        app.import_files([file], tmp_path / "mine", format="gift", unexplained=True)

        assert [each.prompt for each in app.choose(app.open_bank(tmp_path / "mine")).exercises] == [
            "It rises in the east."
        ]
