"""`quizmill document update`: a source follows its document."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

import pytest

import samples
from commands import Ended

TEXT = """\
A Short Book of Tea

Every true tea comes from Camellia sinensis, a shrub of the hills.

The Cutty Sark left the yard at Dumbarton in 1869, built for the tea of China.

Her first cargo was worth ¥9,000 by this book's own reckoning.
"""
NEW = TEXT.replace("\n\nThe Cutty", "\n\nLeaves are picked by hand.\n\nThe Cutty")


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


SEED = samples.SOURCE.replace("document: tea.txt\n", f"document: tea.txt\nsha256: {fingerprint(TEXT)}\n")
SEED += "states_nothing: [1]  # the title\n"
BANK = samples.BANK + "documents: ../documents\n"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    folder = samples.write(tmp_path, source=SEED, bank=BANK)
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "tea.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture
def update(quizmill, bank, tmp_path):
    """Runs the command on a file with that text; without drafts, unless they are wanted."""

    def run(text: str | bytes, *options: str, name: str = "new/tea.txt", drafts: bool = False) -> Ended:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        plain = () if drafts else ("--no-drafts",)
        return quizmill("document", "update", name, "--bank", "question_bank", *plain, *options)

    return run


def seed(folder: Path) -> str:
    return (folder / "seeds" / "tea-book.yaml").read_text(encoding="utf-8")


def kept(folder: Path) -> str:
    return (folder / "documents" / "tea.txt").read_bytes().decode()


def in_git(folder: Path) -> None:
    for command in ("init -q", "add .", "-c user.name=a -c user.email=a@b.c commit -q -m all"):
        subprocess.run(["git", *command.split()], cwd=folder, check=True, capture_output=True)


MOVED = (
    SEED.replace(fingerprint(TEXT), fingerprint(NEW))
    .replace("paragraph: 3", "paragraph: 4!")
    .replace("paragraph: 4\n", "paragraph: 5\n")
    .replace("4!", "4")
)


def test_numbers_follow_and_every_other_byte_stays(update, quizmill, tmp_path):
    run = update(NEW)

    assert (run.returncode, seed(tmp_path), kept(tmp_path)) == (0, MOVED, NEW)
    assert run.stdout == (
        "The Tea Book (tea-book)\n"
        "  the source is told by the file's name\n"
        "  compared with documents/tea.txt: 4 paragraphs there, 5 now\n"
        "  3 facts: 1 where they were, 2 with a new number, 0 without their words\n"
        "\n"
        "Paragraphs to read, on which no fact rests\n"
        "  3\n"
    )
    assert run.stderr == "note: wrote seeds/tea-book.yaml\nnote: wrote documents/tea.txt\n"
    checked = quizmill("check", "--bank", "question_bank", "--documents", "documents", "--format", "json")
    rules = {each["rule"] for each in json.loads(checked.stdout)}
    assert rules & {"term-missing", "fingerprint-differs", "paragraph-beyond-end"} == set()


def test_and_back_to_the_byte(update, tmp_path):
    update(NEW)
    update(TEXT)

    assert (seed(tmp_path), kept(tmp_path)) == (SEED, TEXT)


def test_facts_without_their_words_are_told_with_what_rests_on_them(update, tmp_path):
    run = update(
        TEXT.replace("Her first cargo was worth ¥9,000 by this book's own reckoning.\n", "")
        .replace("1869", "1870")
        .replace("the hills", "the high hills, worth ¥9,000")
    )

    assert run.returncode == 1
    assert run.stdout == (
        "The Tea Book (tea-book)\n"
        "  the source is told by the file's name\n"
        "  compared with documents/tea.txt: 4 paragraphs there, 3 now\n"
        "  3 facts: 1 where they were, 0 with a new number, 2 without their words\n"
        "\n"
        "Facts that have lost their words\n"
        "  tea-book/clipper: paragraph 3\n"
        '    "1869" stands nowhere now\n'
        "    asked by ship-name, ship-year, tea-essay\n"
        "  tea-book/cargo: paragraph 4 is gone; put beside 3\n"
        '    "¥9,000" stands in paragraph 2\n'
        "    asked by ship-cargo\n"
        "\n"
        "Facts in words that are new: read them again\n"
        "  tea-book/leaf: paragraph 2\n"
        "    asked by tea-plant, tea-true, tea-herbs, tea-colours, tea-steps, tea-essay\n"
    )


def test_a_rehearsal_writes_nothing(update, tmp_path):
    run = update(NEW, "--dry-run")

    assert (run.returncode, seed(tmp_path), kept(tmp_path)) == (0, SEED, TEXT)
    assert run.stderr == "note: would write seeds/tea-book.yaml\nnote: would write documents/tea.txt\n"


def test_the_same_text_is_nothing_to_do_whatever_its_line_ends(update, tmp_path):
    run = update(TEXT.replace("\n", "\r\n"))

    assert (run.returncode, seed(tmp_path)) == (0, SEED)
    assert run.stdout.endswith("\n  this is the text that its facts were read from: nothing to do\n")
    assert run.stderr == "note: wrote documents/tea.txt\n"


def test_a_document_changed_in_its_place_is_compared_with_what_git_has(update, tmp_path):
    in_git(tmp_path)
    run = update(NEW, name="documents/tea.txt")

    assert (run.returncode, seed(tmp_path)) == (0, MOVED)
    assert "  compared with git, as documents/tea.txt was: 4 paragraphs there, 5 now\n" in run.stdout
    assert run.stderr == "note: wrote seeds/tea-book.yaml\n"


def test_so_is_one_that_was_committed_already(update, tmp_path):
    in_git(tmp_path)
    (tmp_path / "documents" / "tea.txt").write_text(NEW, encoding="utf-8")
    in_git(tmp_path)

    assert update(NEW, name="documents/tea.txt").returncode == 0
    assert seed(tmp_path) == MOVED


def test_without_the_text_before_facts_go_where_their_terms_stand(update, tmp_path):
    run = update(NEW, name="documents/tea.txt")

    assert (run.returncode, seed(tmp_path)) == (0, MOVED.replace("[1]", "[]").replace("[]", "[1]"))
    assert (
        "  the text before is not known, so facts go where their terms stand; --before\n"
        "  names that text\n" in run.stdout
    )


@pytest.mark.parametrize("head", ["", f"sha256: {fingerprint(TEXT)}\n"], ids=["no fingerprint", "one"])
def test_a_kept_text_that_is_none_is_passed_over(update, tmp_path, head: str):
    (tmp_path / "documents" / "tea.txt").write_bytes(b"\xff\xfe\xff")
    path = tmp_path / "seeds" / "tea-book.yaml"
    path.write_text(SEED.replace(f"sha256: {fingerprint(TEXT)}\n", head), encoding="utf-8")
    run = update(NEW)

    assert (run.returncode, kept(tmp_path)) == (0, NEW)
    assert "paragraph: 5\n" in seed(tmp_path)


def test_without_a_fingerprint_it_is_the_text_in_which_the_terms_stand(update, tmp_path):
    path = tmp_path / "seeds" / "tea-book.yaml"
    bare = SEED.replace(f"sha256: {fingerprint(TEXT)}\n", "")
    path.write_text(bare, encoding="utf-8")
    in_git(tmp_path)
    (tmp_path / "documents" / "tea.txt").write_text(NEW, encoding="utf-8")
    in_git(tmp_path)
    moved = MOVED.replace(f"sha256: {fingerprint(NEW)}\n", "") + f"sha256: {fingerprint(NEW)}\n"

    assert (update(NEW, name="documents/tea.txt").returncode, seed(tmp_path)) == (0, moved)

    path.write_text(moved.partition("sha256")[0], encoding="utf-8")
    assert (update(NEW, name="documents/tea.txt").returncode, seed(tmp_path)) == (0, moved)


def test_the_text_before_may_be_named(update, tmp_path):
    (tmp_path / "old.txt").write_text(TEXT, encoding="utf-8")
    run = update(NEW, "--before", "old.txt", name="documents/tea.txt")

    assert (run.returncode, seed(tmp_path)) == (0, MOVED)
    assert "  compared with old.txt: 4 paragraphs there, 5 now\n" in run.stdout


def test_the_source_is_told_by_what_the_file_holds(update, tmp_path):
    run = update(NEW, name="download.txt")

    assert (run.returncode, seed(tmp_path), kept(tmp_path)) == (0, MOVED, NEW)
    assert "  the source is told by its content, 100% of which is there still\n" in run.stdout


def test_a_document_that_lies_under_another_name_is_called_so(update, tmp_path):
    (tmp_path / "documents" / "tea.txt").rename(tmp_path / "old.txt")
    run = update(NEW, "--source", "tea-book", "--before", "old.txt", name="documents/tea-2.txt")

    assert run.returncode == 0
    assert seed(tmp_path) == MOVED.replace("document: tea.txt", "document: tea-2.txt")


def test_lines_that_were_broken_are_paragraphs_between_blank_ones(update, tmp_path):
    run = update(TEXT.replace(", ", ",\n").replace(" by ", "\nby "))

    assert run.returncode == 0
    assert seed(tmp_path).endswith("states_nothing: [1]  # the title\nparagraphs: blank-line\n")
    assert "  3 facts: 3 where they were, 0 with a new number, 0 without their words\n" in run.stdout


def test_drafts_of_facts_move_and_fail_nothing(update, tmp_path):
    draft = "  - {id: d, paragraph: 4, terms: [reckoning], state: draft}\n"
    path = tmp_path / "seeds" / "tea-book.yaml"
    path.write_text(SEED.replace("states_nothing", f"{draft}states_nothing"), encoding="utf-8")
    run = update(NEW.replace("reckoning", "account"))

    assert run.returncode == 0
    assert draft.replace("4", "5") in seed(tmp_path)
    assert "Drafts of facts that have lost their words: delete them\n  tea-book/d: " in run.stdout


def test_programs_get_every_fact(update):
    told = json.loads(update(NEW, "--format", "json").stdout)

    assert {name: told[name] for name in ("source", "paragraphs", "unread", "states_nothing")} == {
        "source": "tea-book",
        "paragraphs": 5,
        "unread": [3],
        "states_nothing": [1],
    }
    assert told["facts"][1] == {
        "id": "tea-book/clipper",
        "paragraph": 4,
        "was": 3,
        "how": "same",
        "missing": [],
        "reworded": False,
        "lost": False,
        "draft": False,
        "questions": ["ship-name", "ship-year", "tea-essay"],
    }


class TestDrafts:
    """What is new is begun as `document add` begins it."""

    NEW = TEXT.replace(
        "\n\nThe Cutty",
        "\n\nPICKING AND ROLLING\n\nIn 1848 Robert Fortune took 20,000 plants from China to Darjeeling."
        "\n\nThe Cutty",
    )

    def test_a_new_paragraph_has_the_draft_of_a_fact(self, update, tmp_path):
        run = update(self.NEW, drafts=True)

        assert run.returncode == 0
        assert seed(tmp_path).endswith(
            "  - id: robert-fortune-plants\n"
            "    paragraph: 4\n"
            '    says: ""\n'
            '    terms: ["1848", Robert Fortune, "20,000", China, Darjeeling]\n'
            "    kind: date\n"
            "    state: draft\n"
            "states_nothing: [1, 3]  # the title\n"
        )
        assert run.stdout.endswith(
            "\n"
            "Sections\n"
            "  may begin here: {title: PICKING AND ROLLING, from: 3}\n"
            "\n"
            "New paragraphs, each begun as the draft of a fact\n"
            "  tea-book/robert-fortune-plants: paragraph 4\n"
        )

    def test_once_more_changes_nothing(self, update, tmp_path):
        update(self.NEW, drafts=True)
        before = seed(tmp_path)
        update(self.NEW, drafts=True)

        assert seed(tmp_path) == before

    def test_programs_get_them(self, update):
        told = json.loads(update(self.NEW, "--format", "json", drafts=True).stdout)

        assert (told["drafts"][0]["id"], told["headings"], told["unread"]) == (
            "tea-book/robert-fortune-plants",
            [{"title": "PICKING AND ROLLING", "from": 3}],
            [],
        )

    def test_what_nobody_had_read_before_is_not_begun(self, update, tmp_path):
        path = tmp_path / "seeds" / "tea-book.yaml"
        path.write_text(SEED.replace("states_nothing: [1]  # the title\n", ""), encoding="utf-8")
        run = update(self.NEW, drafts=True)

        assert seed(tmp_path).endswith("    state: draft\nstates_nothing: [3]\n")
        assert run.stdout.endswith("Paragraphs to read, on which no fact rests\n  1\n")

    def test_a_page_of_the_web_tells_its_headings(self, update, tmp_path):
        lines = [f"<p>{line}</p>" for line in NEW.strip().split("\n\n")]
        page = "".join([*lines[:2], "<h2>How it is picked</h2>", *lines[3:]])
        run = update(f"<html><body><main>{page}</main></body></html>", name="new/tea.html", drafts=True)

        assert "  may begin here: {title: How it is picked, from: 3}\n" in run.stdout

    def test_facts_in_brackets_are_given_none(self, update, tmp_path):
        facts = "facts: [{id: leaf, paragraph: 2, says: S., terms: [Camellia sinensis]}]\n"
        path = tmp_path / "seeds" / "tea-book.yaml"
        path.write_text(SEED.partition("facts:")[0] + facts + "states_nothing: [1]\n", encoding="utf-8")
        (tmp_path / "question_bank" / "tea.yaml").unlink()
        run = update(self.NEW, drafts=True)

        assert (run.returncode, facts in seed(tmp_path)) == (0, True)
        assert "state: draft" not in seed(tmp_path)

    def test_without_the_text_before_nobody_knows_what_is_new(self, update, tmp_path):
        update(self.NEW, name="documents/tea.txt", drafts=True)

        assert "state: draft" not in seed(tmp_path)


MOON = "The moon has no air.\n\nIts day lasts a month.\n\nA crater is a hollow.\n"


class TestRefused:
    """Nothing is written, and the message says what to do."""

    @pytest.fixture(autouse=True)
    def nothing_is_written(self, bank, tmp_path):
        before = seed(tmp_path), kept(tmp_path)
        yield
        assert (seed(tmp_path), kept(tmp_path)) == before

    def test_another_document(self, update):
        run = update(MOON)

        assert run.returncode == 2
        assert run.stderr == (
            "quizmill: new/tea.txt: 0% of the words of documents/tea.txt are in it: this is another "
            "document; "
            "`quizmill document add` brings it in, and --force takes it for a new edition of tea-book\n"
        )

    def test_one_in_which_few_terms_stand_when_the_text_before_is_not_known(self, update, tmp_path):
        (tmp_path / "documents" / "tea.txt").unlink()
        run = update(MOON)
        (tmp_path / "documents" / "tea.txt").write_text(TEXT, encoding="utf-8")

        assert run.returncode == 2
        assert run.stderr == (
            "quizmill: new/tea.txt: the terms of 0% of the paragraphs of tea-book stand in it, and the text "
            "they were read from is not known; add --before with that text, or --force if this is its new "
            "edition\n"
        )

    def test_one_of_no_source(self, update):
        run = update(MOON, name="moon.txt")

        assert run.returncode == 2
        assert run.stderr == (
            "quizmill: which source is moon.txt a new edition of? Add --source with one of tea-book\n"
        )

    def test_a_source_that_is_none(self, update):
        run = update(NEW, "--source", "tea-bok")

        assert run.stderr == ('quizmill: --source: there is no source "tea-bok"; did you mean "tea-book"?\n')

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            (b" \n\n", "this file is empty"),
            (b"\xef\xbb\xbf\xe2\x80\x83\n", "there is no text in it"),
            (
                f"<<<<<<< HEAD\n{TEXT}=======\n>>>>>>> other\n".encode(),
                "git has left both sides of a conflict in it; choose one, and try again",
            ),
        ],
    )
    def test_a_file_that_is_no_text(self, update, text: bytes, reason: str):
        run = update(text)

        assert (run.returncode, run.stderr) == (3, f"quizmill: new/tea.txt: {reason}\n")

    def test_a_text_before_that_is_none(self, update, tmp_path):
        (tmp_path / "old.bin").write_bytes(b"\x89PNG\r\n")

        assert update(NEW, "--before", "old.bin").stderr.startswith("quizmill: old.bin: ")


class TestOtherFiles:
    """What is no plain text in UTF-8 becomes it, among the documents."""

    def test_a_page_of_the_web(self, update, tmp_path):
        page = "".join(f"<p>{line}</p>" for line in NEW.split("\n\n"))
        run = update(f"<html><body>{page}</body></html>", name="new/tea.html")

        assert (run.returncode, seed(tmp_path)) == (
            0,
            MOVED.replace(fingerprint(NEW), fingerprint(kept(tmp_path))),
        )
        assert kept(tmp_path).split("\n") == [*NEW.replace("\n\n", "\n").split("\n")]

    def test_another_encoding(self, update, tmp_path):
        run = update(NEW.encode("utf-16"))

        assert (run.returncode, seed(tmp_path), kept(tmp_path)) == (0, MOVED, NEW)

    def test_a_file_among_the_documents_stays_and_its_text_lies_beside(self, update, tmp_path):
        run = update(NEW.encode("utf-16"), name="documents/tea-2.txt")

        assert (run.returncode, seed(tmp_path), kept(tmp_path)) == (0, MOVED, NEW)

    def test_the_document_itself_must_be_utf_8(self, update, tmp_path):
        run = update(NEW.encode("utf-16"), name="documents/tea.txt")

        assert (run.returncode, seed(tmp_path)) == (3, SEED)
        assert (
            run.stderr == "quizmill: documents/tea.txt: this is not UTF-8; save it as UTF-8, and try again\n"
        )

    def test_without_a_folder_of_documents_there_is_no_place_for_the_text(self, update, tmp_path):
        (tmp_path / "question_bank" / "bank.yaml").write_text(samples.BANK, encoding="utf-8")
        run = update(NEW.encode("utf-16"))

        assert (run.returncode, seed(tmp_path)) == (2, SEED)
        assert (
            run.stderr == "quizmill: new/tea.txt: its text needs a place; name the folder with --documents\n"
        )

    def test_a_document_that_is_kept_as_markdown_is_text_as_it_is(self, update, tmp_path):
        path = tmp_path / "seeds" / "tea-book.yaml"
        path.write_text(SEED.replace("tea.txt", "tea.md"), encoding="utf-8")
        (tmp_path / "documents" / "tea.txt").rename(tmp_path / "documents" / "tea.md")
        new = f"# {NEW}"

        assert update(new, name="new/tea.md").returncode == 0
        assert (tmp_path / "documents" / "tea.md").read_text(encoding="utf-8") == new
        assert update(b"a\0\0\0", name="new/tea.md").stderr == (
            "quizmill: new/tea.md: this is no text that can be read; save it as UTF-8\n"
        )


def test_seeds_with_errors_stay_as_they_are(update, tmp_path):
    path = tmp_path / "seeds" / "tea-book.yaml"
    path.write_text(SEED.replace("paragraph: 3", "paragraph: third"), encoding="utf-8")
    run = update(NEW)

    assert run.returncode == 1
    assert "seeds/tea-book.yaml:" in run.stderr
    assert kept(tmp_path) == TEXT


def test_a_bank_without_sources(update, tmp_path):
    (tmp_path / "seeds" / "tea-book.yaml").unlink()
    (tmp_path / "question_bank" / "bank.yaml").write_text(
        samples.BANK.replace("seeds: ../seeds\n", ""), encoding="utf-8"
    )
    run = update(NEW)

    assert run.returncode == 2
    assert "has no sources; `quizmill document add new/tea.txt` makes one" in run.stderr


def test_another_document_by_force(update, tmp_path):
    run = update(MOON, "--force")

    assert (run.returncode, kept(tmp_path)) == (1, MOON)


def test_a_source_without_a_document_is_given_it(update, tmp_path):
    path = tmp_path / "seeds" / "tea-book.yaml"
    bare = SEED.replace(f"document: tea.txt\nsha256: {fingerprint(TEXT)}\n", "")
    path.write_text(bare, encoding="utf-8")
    run = update(NEW, "--source", "tea-book", name="fresh.txt")

    assert run.returncode == 0
    assert seed(tmp_path).endswith(f"document: fresh.txt\nsha256: {fingerprint(NEW)}\n")
    assert (tmp_path / "documents" / "fresh.txt").read_text(encoding="utf-8") == NEW


def test_a_bank_that_names_no_folder_of_documents(quizmill, update, tmp_path):
    (tmp_path / "question_bank" / "bank.yaml").write_text(samples.BANK, encoding="utf-8")
    in_folder = update(NEW, "--documents", "documents")
    assert (in_folder.returncode, seed(tmp_path), kept(tmp_path)) == (0, MOVED, NEW)

    (tmp_path / "old.txt").write_text(NEW, encoding="utf-8")
    run = update(TEXT, "--source", "tea-book", "--before", "old.txt", name="new/other.txt")
    assert (run.returncode, seed(tmp_path)) == (0, SEED.replace("tea.txt", "other.txt"))
    assert run.stderr == "note: wrote seeds/tea-book.yaml\n"
