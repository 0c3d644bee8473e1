"""`quizmill document add`: a document becomes a source whose facts are to be written."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import samples
from quizmill.bank.load import load_bank

ARTICLE = (
    "The Long Voyage: how tea came west\n"
    "By Ann Smith, August 30, 2025\n"
    "First ships\n"
    "In 1610 the Dutch East India Company brought tea from Java to Amsterdam, where it cost 80 guilders.\n"
    "* * *\n"
    "It was a drug for the rich, which pharmacists sold, and few had ever seen how anybody prepared it.\n"
)
MADE = f"""\
id: the-long-voyage
title: "The Long Voyage: how tea came west"
published: 2025-08-30
document: voyage.txt
sha256: {hashlib.sha256(ARTICLE.encode()).hexdigest()}
sections:
  - title: "The Long Voyage: how tea came west"
    from: 1
  - title: First ships
    from: 3
states_nothing: [1, 3, 5]
facts:
  - id: ann-smith-2025
    paragraph: 2
    says: ""
    terms: [Ann Smith, "August 30, 2025"]
    kind: date
    state: draft

  - id: dutch-east-india-company
    paragraph: 4
    says: ""
    terms: ["1610", Dutch East India Company, Java, Amsterdam, 80 guilders]
    kind: date
    state: draft

  - id: pharmacists-prepared
    paragraph: 6
    says: ""
    terms: [pharmacists]
    kind: claim
    state: draft
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "voyage.txt").write_text(ARTICLE, encoding="utf-8")
    return Path("voyage.txt")


class TestOneFile:
    def test_what_is_written(self, quizmill, bank, article, tmp_path):
        run = quizmill("document", "add", article, "--bank", bank)

        assert run.returncode == 0, run.stderr
        assert run.stdout.splitlines() == [
            "question_bank/documents/voyage.txt",
            "seeds/the-long-voyage.yaml",
            "question_bank/bank.yaml",
        ]
        assert (tmp_path / "seeds/the-long-voyage.yaml").read_text(encoding="utf-8") == MADE
        assert (tmp_path / "question_bank/documents/voyage.txt").read_bytes() == ARTICLE.encode()
        assert (tmp_path / "question_bank/bank.yaml").read_text() == f"{samples.BANK}documents: documents\n"

    def test_what_is_told(self, quizmill, bank, article):
        run = quizmill("document", "add", article, "--bank", bank)

        assert run.stderr == (
            "seeds/the-long-voyage.yaml: The Long Voyage: how tea came west\n"
            "  id: the-long-voyage; published: 2025-08-30\n"
            "  6 paragraphs: each line that is not blank is one; 2 sections\n"
            "  3 drafts of facts, to be finished\n"
            "  states nothing: 1, 3, 5\n"
            "  published: 2025-08-30, since its first lines have this day alone\n"
            "bank.yaml: documents: documents\n"
            "Ann Smith and Dutch East India Company may be new names\n"
            "  --names puts them into names.yaml, where answers find their other spellings\n"
            "Next: write what each fact `says`, in your own words, and delete its `state: draft`.\n"
            "  quizmill check --bank question_bank    proves what is finished, and tells what is not\n"
            "The text in question_bank/documents may be another's: keep it out of what you publish.\n"
        )

    def test_check_then_has_one_line_of_it(self, quizmill, bank, article):
        quizmill("document", "add", article, "--bank", bank)
        run = quizmill("check", "--bank", bank, "--rule", "draft-facts", "--rule", "paragraph-unread")

        assert run.stdout.splitlines()[0] == (
            "seeds/the-long-voyage.yaml:18:12: advice[draft-facts] 3 facts are drafts, on which nothing can "
            "rest, of paragraphs 2, 4, 6"
        )
        assert run.stdout.endswith("\n1 piece of advice\n")

    def test_a_fact_that_is_finished_is_proved(self, quizmill, bank, article, tmp_path):
        quizmill("document", "add", article, "--bank", bank)
        path = tmp_path / "seeds/the-long-voyage.yaml"
        text = path.read_text(encoding="utf-8")
        text = text.replace(
            'says: ""\n    terms: ["1610", Dutch',
            'says: Tea came to Europe in 1611.\n    terms: ["1611", Dutch',
        )
        path.write_text(
            text.replace("kind: date\n    state: draft\n\n  - id: ph", "kind: date\n\n  - id: ph")
        )

        assert '"1611" does not stand in paragraph 4' in quizmill("check", "--bank", bank).stdout

    def test_nothing_is_written_by_a_dry_run(self, quizmill, bank, article, tmp_path):
        run = quizmill("document", "add", article, "--bank", bank, "--dry-run")

        assert run.stdout == MADE
        assert run.stderr.endswith("nothing is written\n")
        assert sorted(path.name for path in (tmp_path / "seeds").iterdir()) == ["names.yaml", "tea-book.yaml"]
        assert not (tmp_path / "question_bank/documents").exists()

    def test_what_the_curator_says_goes(self, quizmill, bank, article, tmp_path):
        run = quizmill(
            *("document", "add", article, "--bank", bank, "--id", "voyage", "--title", "Tea goes west"),
            *("--published", "2025-09-01", "--paragraphs", "blank-line", "--text", "texts"),
        )

        assert run.returncode == 0, run.stderr
        head = (tmp_path / "seeds/voyage.yaml").read_text(encoding="utf-8").partition("facts:")[0]
        assert "title: Tea goes west\npublished: 2025-09-01\n" in head
        assert "paragraphs: blank-line\n" in head
        assert (tmp_path / "texts/voyage.txt").is_file()
        assert 'documents: "../texts"\n' in (tmp_path / "question_bank/bank.yaml").read_text()

    def test_a_names_file_is_made_with_kinds_where_words_tell_them(self, quizmill, bank, article, tmp_path):
        (tmp_path / "seeds/names.yaml").unlink()
        quizmill("document", "add", article, "--bank", bank, "--names")

        assert (tmp_path / "seeds/names.yaml").read_text(encoding="utf-8") == (
            "names:\n  - name: Ann Smith\n    kind: other\n"
            "  - name: Dutch East India Company\n    kind: company\n"
        )

    def test_names_go_into_names_yaml_where_that_is_wished(self, quizmill, bank, tmp_path):
        text = "Here Amazon met Lei Jun in London.\nThere Amazon, near London, met the Cutty Sark again.\n"
        (tmp_path / "n.txt").write_text(text, encoding="utf-8")
        told = quizmill("document", "add", "n.txt", "--bank", bank, "--dry-run").stderr
        run = quizmill("document", "add", "n.txt", "--bank", bank, "--names")

        assert "Amazon and London may be new names\n  --names puts them into names.yaml" in told
        assert (
            "Amazon and London are in names.yaml now; say of what kind each is: "
            "person, company, place, product or other\n"
        ) in run.stderr
        assert (tmp_path / "seeds/names.yaml").read_text(encoding="utf-8").startswith(samples.NAMES)
        assert [name.name for name in load_bank(tmp_path / bank).bank.names][2:] == ["Amazon", "London"]

    def test_a_person_with_a_title_and_without_is_one_name(self, quizmill, bank, tmp_path):
        (tmp_path / "seeds/names.yaml").unlink()
        (tmp_path / "n.txt").write_text("Here was Dr. James Moore.\nThere was James Moore.\n")
        quizmill("document", "add", "n.txt", "--bank", bank, "--names")

        (name,) = load_bank(tmp_path / bank).bank.names
        assert (name.name, name.aliases, name.kind) == ("James Moore", ("Dr. James Moore",), "person")


class TestOtherFiles:
    def test_a_text_in_another_encoding_is_written_in_utf_8(self, quizmill, bank, tmp_path):
        (tmp_path / "v.txt").write_bytes(
            "Größe\nIm Jahr 1847 war sie 3,5 km lang, und niemand wusste warum.\n".encode("cp1252")
        )
        run = quizmill("document", "add", "v.txt", "--bank", bank)

        assert "  the text is written in UTF-8; the file is in cp1252\n" in run.stderr
        assert (tmp_path / "question_bank/documents/v.txt").read_text(encoding="utf-8").startswith("Größe\n")
        assert (tmp_path / "seeds/grosse.yaml").is_file()

    def test_of_markdown_the_text_is_written(self, quizmill, bank, tmp_path):
        pytest.importorskip("markdown_it")
        (tmp_path / "tea.md").write_text("# On tea\n\nAll *tea* comes from China.\n\n## Ships\n\nIn 1869.\n")
        run = quizmill("document", "add", "tea.md", "--bank", bank)

        assert run.returncode == 0, run.stderr
        assert (tmp_path / "question_bank/documents/on-tea.txt").read_text() == (
            "On tea\nAll tea comes from China.\nShips\nIn 1869.\n"
        )

    def test_several_at_once(self, quizmill, bank, article, tmp_path):
        (tmp_path / "b.txt").write_text(
            "Coffee\nIn 1652 a coffee house was opened in London by Pasqua Rosée.\n"
        )
        run = quizmill("document", "add", article, "b.txt", "--bank", bank)

        assert run.returncode == 0, run.stderr
        assert [source.id for source in load_bank(tmp_path / bank).bank.sources] == [
            "coffee",
            "tea-book",
            "the-long-voyage",
        ]

    def test_a_bank_without_seeds_gets_them(self, quizmill, article, tmp_path):
        samples.write(tmp_path)
        (tmp_path / "question_bank/bank.yaml").write_text(samples.BANK.replace("seeds: ../seeds\n", ""))
        run = quizmill("document", "add", article, "--bank", "question_bank")

        assert run.returncode == 0, run.stderr
        assert "bank.yaml: seeds: seeds, documents: documents\n" in run.stderr
        assert (tmp_path / "question_bank/seeds/the-long-voyage.yaml").is_file()


class TestRefusals:
    def refused(self, run) -> str:
        assert run.returncode != 0
        assert not run.stdout
        return run.stderr.removeprefix("quizmill: ").removesuffix("\n")

    def test_the_same_document_again(self, quizmill, bank, article):
        quizmill("document", "add", article, "--bank", bank)

        assert self.refused(quizmill("document", "add", article, "--bank", bank, "--id", "other")) == (
            'voyage.txt: this document is there already, as "the-long-voyage"; `quizmill document update` is '
            "for what changes in it later"
        )

    def test_another_version_of_it(self, quizmill, bank, article, tmp_path):
        quizmill("document", "add", article, "--bank", bank)
        (tmp_path / "voyage.txt").write_text(f"{ARTICLE}More.\n", encoding="utf-8")

        assert self.refused(quizmill("document", "add", article, "--bank", bank)) == (
            'the id "the-long-voyage" is taken by a document of this bank; `quizmill document update '
            "voyage.txt` if it is a newer version of that, else --id the-long-voyage-2"
        )
        assert self.refused(quizmill("document", "add", article, "--bank", bank, "--id", "v")) == (
            'voyage.txt: "the-long-voyage" is read from a file of that name; `quizmill document update` if '
            "this is a newer version of it, else give it another name"
        )

    def test_a_text_that_lies_there(self, quizmill, bank, article, tmp_path):
        (tmp_path / "texts").mkdir()
        (tmp_path / "texts/voyage.txt").write_text("Mine.\n")

        assert self.refused(quizmill("document", "add", article, "--bank", bank, "--text", "texts")) == (
            "texts/voyage.txt: another text is there already; choose another folder with --text"
        )
        assert (tmp_path / "texts/voyage.txt").read_text() == "Mine.\n"

    def test_seeds_that_lie_there(self, quizmill, bank, article, tmp_path):
        (tmp_path / "seeds/the-long-voyage.yaml").write_text("")

        assert self.refused(quizmill("document", "add", article, "--bank", bank)) == (
            "seeds/the-long-voyage.yaml is there already; choose another --id"
        )

    @pytest.mark.parametrize(
        ("options", "told"),
        [
            (
                ("--id", "My Voyage"),
                '--id: "My Voyage" is no id, of small letters, digits and single hyphens: write my-voyage',
            ),
            (("--id", "x", "voyage.txt"), "--id, --title and --published are of one document: name one FILE"),
        ],
    )
    def test_what_cannot_be(self, quizmill, bank, article, options, told):
        assert self.refused(quizmill("document", "add", article, "--bank", bank, *options)) == told

    def test_a_file_that_is_not_there(self, quizmill, bank):
        assert self.refused(quizmill("document", "add", "none.txt", "--bank", bank)) == (
            "none.txt: this document cannot be read (No such file or directory)"
        )

    def test_a_bank_yaml_that_cannot_be_added_to(self, quizmill, bank, article, tmp_path):
        (tmp_path / "question_bank/bank.yaml").write_text("{title: T, namespace: [}\n")
        run = quizmill("document", "add", article, "--bank", bank)

        assert run.returncode != 0
        assert "nothing can be added here" in run.stderr
        assert not (tmp_path / "question_bank/documents").exists()


def test_a_text_that_lies_in_the_folder_already_stays_there(quizmill, bank, tmp_path):
    folder = tmp_path / "question_bank/documents"
    folder.mkdir()
    (folder / "voyage.txt").write_text(ARTICLE, encoding="utf-8")
    run = quizmill("document", "add", "question_bank/documents/voyage.txt", "--bank", bank)

    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines() == ["seeds/the-long-voyage.yaml", "question_bank/bank.yaml"]
    assert "may be another's" not in run.stderr
