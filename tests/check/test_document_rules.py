"""Facts held against their documents."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import samples
from quizmill.bank.document import document_of, stands_in
from quizmill.bank.load import load_bank
from quizmill.check.run import check
from quizmill.errors import FileUnusable

OK = "- {id: a, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf], explanation: E}"
TEA = "Leaves\n\nTea comes from ‘Camellia  sinensis’.\r\n \t\n  16,000 chests – in 2004 – for $75 million\n"
FINGERPRINT = hashlib.sha256(TEA.encode()).hexdigest()


def source(*facts: str, head: str = f"document: tea.txt\nsha256: {FINGERPRINT}\n") -> str:
    return f"id: tea-book\ntitle: The Tea Book\n{head}facts:\n" + "".join(
        f"  - {{id: {name}, {fact}}}\n" for name, fact in zip(("leaf", "b", "c", "d"), facts, strict=False)
    )


LEAF = "paragraph: 2, says: S, terms: [Camellia sinensis]"


class TestDocuments:
    def test_a_paragraph_is_the_nth_line_that_is_not_blank(self):
        assert document_of(TEA.encode()).paragraphs == (
            "Leaves",
            "Tea comes from ‘Camellia  sinensis’.",
            "16,000 chests – in 2004 – for $75 million",
        )

    def test_only_a_line_end_ends_a_paragraph(self):
        assert document_of("a\x0bb\u2028c\x85d\rE".encode()).paragraphs == ("a\x0bb\u2028c\x85d", "E")

    def test_a_byte_order_mark_is_no_part_of_the_first(self):
        assert document_of(b"\xef\xbb\xbfLeaves").paragraphs == ("Leaves",)

    def test_a_folder_that_is_not_there(self, tmp_path: Path):
        bank = load_bank(samples.write(tmp_path))

        with pytest.raises(FileUnusable, match=r"nowhere: there is no such folder$"):
            check(bank, tmp_path / "nowhere")

    def test_a_file_for_a_folder(self, tmp_path: Path):
        bank = load_bank(samples.write(tmp_path))

        with pytest.raises(FileUnusable, match=r"bank.yaml: this is a file, not a folder of documents$"):
            check(bank, tmp_path / "question_bank" / "bank.yaml")

    def test_all_is_well(self, lint):
        facts = source(LEAF, "paragraph: 3, says: S, terms: ['16,000', $75 million]")

        assert [
            line
            for line in lint(None, OK, source=facts + "states_nothing: [1]\n", documents={"tea.txt": TEA})
            if "fact-unasked" not in line
        ] == []


class TestDocumentMissing:
    def test_it_is_not_in_the_folder(self, lint, tmp_path: Path):
        assert lint("document-missing", OK, source=source(LEAF), documents={}) == [
            'seeds/tea-book.yaml:3:11: error[document-missing] the document "tea.txt" is not in documents\n'
            "  help: put it there under that name, as plain text in UTF-8"
        ]

    @pytest.mark.parametrize("name", ["../question_bank/bank.yaml", "/etc/hostname", "a\\b"])
    def test_a_name_from_a_bank_leads_to_no_other_folder(self, lint, name):
        found = lint(
            "document-missing",
            OK,
            source=source(LEAF, head=f"document: {name}\n"),
            documents={"tea.txt": TEA},
        )

        assert found == [
            f'seeds/tea-book.yaml:3:11: error[document-missing] the document "{name}" is no plain file name\n'
            "  help: put it there under that name, as plain text in UTF-8"
        ]

    def test_it_is_no_text(self, tmp_path: Path):
        bank = load_bank(samples.write(tmp_path, t=f"title: T\nquestions:\n  {OK}\n", source=source(LEAF)))
        (tmp_path / "tea.txt").write_bytes("Leaves é".encode("latin-1"))

        found = [str(d) for d in check(bank, tmp_path) if d.rule == "document-missing"]

        assert [line.partition("\n")[0].partition(" the ")[2] for line in found] == [
            'document "tea.txt" is not UTF-8 text (byte 8)'
        ]


class TestFingerprintDiffers:
    def test_another_file_of_the_same_name(self, lint):
        found = lint("fingerprint-differs", OK, source=source(LEAF), documents={"tea.txt": TEA + " "})

        assert found == [
            'seeds/tea-book.yaml:4:9: error[fingerprint-differs] "tea.txt" is not the file "tea-book" was '
            "read from\n  help: get that file; or follow its changes by `quizmill document update "
            "documents/tea.txt`"
        ]

    def test_then_numbers_are_moved_by_a_command(self, lint):
        text = source("paragraph: 2, says: S, terms: [coffee]", "paragraph: 9, says: S")
        found = lint(None, OK, source=text, documents={"tea.txt": "New.\n" + TEA})
        besides = "; if it has changed, `quizmill document update documents/tea.txt` moves all its numbers"

        assert [each.count(besides) for each in found if "term-missing" in each or "beyond" in each] == [1, 1]

    def test_without_a_fingerprint_many_facts_tell_that_it_has_changed(self, lint):
        facts = [f"paragraph: {n}, says: S, terms: [coffee]" for n in (1, 2, 3)]
        head = "document: my tea.txt\n"
        besides = (
            "; if it has changed, `quizmill document update 'documents/my tea.txt'` moves all its numbers"
        )

        found = lint("term-missing", OK, source=source(*facts, head=head), documents={"my tea.txt": TEA})
        assert [each.endswith(besides) for each in found] == [True, True, True]

    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_line_ends_that_git_changed_make_no_other_document(self, lint, end):
        unix = TEA.replace("\r\n", "\n")
        head = f"document: tea.txt\nsha256: {hashlib.sha256(unix.encode()).hexdigest()}\n"
        documents = {"tea.txt": unix.replace("\n", end)}

        assert lint("fingerprint-differs", OK, source=source(LEAF, head=head), documents=documents) == []

    def test_capitals_are_the_same_fingerprint(self, lint):
        head = f"document: tea.txt\nsha256: {FINGERPRINT.upper()}\n"

        assert (
            lint("fingerprint-differs", OK, source=source(LEAF, head=head), documents={"tea.txt": TEA}) == []
        )


class TestParagraphBeyondEnd:
    def test_facts_sections_and_empty_paragraphs(self, lint):
        text = source(LEAF, "paragraph: 4, says: S, terms: [x]") + (
            "sections: [{title: A, from: 1}, {title: B, from: 9}]\nstates_nothing: [3, 5]\n"
        )

        assert lint("paragraph-beyond-end", OK, source=text, documents={"tea.txt": TEA}) == [
            f"seeds/tea-book.yaml:{place}: error[paragraph-beyond-end] there is no paragraph {n}: "
            '"tea.txt" has 3\n'
            "  help: count the lines that are not blank, from 1"
            for place, n in (("7:24", 4), ("8:50", 9), ("9:21", 5))
        ]


class TestTermMissing:
    def test_it_stands_elsewhere(self, lint):
        facts = source(LEAF, "paragraph: 2, says: S, terms: [Tea, $75 million]")

        assert lint("term-missing", OK, source=facts, documents={"tea.txt": TEA}) == [
            'seeds/tea-book.yaml:7:49: error[term-missing] "$75 million" does not stand in paragraph 2\n'
            "  help: it stands in paragraph 3"
        ]

    def test_it_stands_nowhere(self, lint):
        facts = source("paragraph: 2, says: S, terms: [coffee]")

        assert lint("term-missing", OK, source=facts, documents={"tea.txt": TEA}) == [
            'seeds/tea-book.yaml:6:47: error[term-missing] "coffee" does not stand in paragraph 2\n'
            "  help: it stands nowhere in this document: copy it letter by letter; if the document says it "
            "no longer, delete the fact or give it another paragraph, and look at the questions that rest on "
            "it"
        ]

    def test_of_a_draft_it_is_advice(self, lint):
        facts = source(LEAF, 'paragraph: 3, says: "", terms: [$75 millions], state: draft')

        assert lint("term-missing", OK, source=facts, documents={"tea.txt": TEA}) == [
            'seeds/tea-book.yaml:7:45: advice[term-missing] "$75 millions" does not stand in paragraph 3\n'
            "  help: it stands nowhere in this document: copy it letter by letter; if the document "
            "says it no longer, delete the fact or give it another paragraph, and look at the questions that "
            "rest on it"
        ]

    @pytest.mark.parametrize("draft", ["terms: [coffee]", "paragraph: 99, terms: [coffee]"])
    def test_a_draft_without_a_paragraph_has_nothing_to_be_held_against(self, lint, draft):
        facts = source(LEAF, f"{draft}, state: draft")

        assert lint("term-missing", OK, source=facts, documents={"tea.txt": TEA}) == []

    @pytest.mark.parametrize(
        "term", ["TEA COMES", "'camellia sinensis'", "Ｔｅａ", "chests - in", "chests — in", "16,000", "2004"]
    )
    def test_case_width_spaces_quotes_and_dashes_do_not_matter(self, term):
        document = document_of(TEA.encode())

        assert document.where(term)

    @pytest.mark.parametrize("term", ["200", "004", "16", "000", "5 million", "sine", "ea"])
    def test_a_part_of_a_word_or_figure_proves_nothing(self, term):
        assert document_of(TEA.encode()).where(term) == ()

    def test_chinese_has_no_spaces_to_wait_for(self):
        assert stands_in("小米", "雷军2010年创办小米公司")
        assert stands_in("2010年", "雷军2010年创办小米公司")


class TestParagraphUnread:
    def test_all_of_a_document_in_one_finding(self, lint):
        text = "\n".join("abcdefghi")
        facts = source("paragraph: 2, says: S", head="document: tea.txt\n") + "states_nothing: [5]\n"

        assert lint("paragraph-unread", OK, source=facts, documents={"tea.txt": text}) == [
            "seeds/tea-book.yaml:6:1: warning[paragraph-unread] no fact rests on paragraphs 1, 3, 4, 6-9 "
            'of "tea.txt"\n  help: write down what they state, or add them to `states_nothing`'
        ]

    def test_one_with_the_draft_of_a_fact_is_begun(self, lint):
        facts = source("paragraph: 2, says: S", "paragraph: 3, state: draft", head="document: tea.txt\n")

        assert lint("paragraph-unread", OK, source=facts, documents={"tea.txt": "a\nb\nc\nd"}) == [
            'seeds/tea-book.yaml:1:1: warning[paragraph-unread] no fact rests on paragraphs 1, 4 of "tea.txt"'
            "\n  help: write down what they state, or add them to `states_nothing`"
        ]
