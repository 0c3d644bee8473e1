"""`quizmill rules` and `quizmill coverage`."""

from __future__ import annotations

import json


class TestRules:
    def test_all_of_them_one_line_each_by_severity(self, quizmill):
        run = quizmill("rules")
        lines = run.stdout.splitlines()

        assert run.returncode == 0
        assert [line for line in lines if line and not line.startswith(" ")] == [
            "Errors",
            "Warnings",
            "Advice",
        ]
        assert any(line.startswith("  cut-short ") for line in lines)
        assert any(line.startswith("  fact-unasked ") for line in lines[lines.index("Advice") :])

    def test_one_with_its_page(self, quizmill):
        run = quizmill("rules", "unused-allow")

        assert run.stdout.startswith("unused-allow (warning)\n\nAn `allow` names no rule")
        assert "\nBad:\n    allow: {key-longst: The name is long.}\n\nGood:\n" in run.stdout

    def test_one_that_needs_the_documents_says_so(self, quizmill):
        run = quizmill("rules", "term-missing")

        assert run.stdout.startswith("term-missing (error, found when documents are given (--documents))\n")

    def test_one_that_reads_english_says_so(self, quizmill):
        run = quizmill("rules", "cloze-article")

        assert run.stdout.startswith("cloze-article (advice, in banks in English)\n")

    def test_one_nobody_knows(self, quizmill):
        run = quizmill("rules", "unused-alow")

        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr == 'quizmill: there is no rule "unused-alow"; did you mean "unused-allow"?\n'


class TestCoverage:
    def test_a_table_by_document_and_section(self, quizmill, bank):
        run = quizmill("coverage", "--bank", bank)

        assert run.returncode == 0
        assert run.stdout == (
            "A Short Book of Tea (tea-book)\n"
            "facts  asked  taught  both  times  section, and the kinds of question\n"
            "    3      3       0     0     10  Leaves\n"
            "                                   1 multiple choice, 1 multiple response, 1\n"
            "                                   true false, 1 matching, 1 ordering, 1 essay,\n"
            "                                   1 short answer, 1 cloze, 1 numerical\n\n"
        )

    def test_what_is_taught_and_what_the_core_rests_on(self, quizmill, bank, tmp_path):
        topic = tmp_path / "question_bank" / "tea.yaml"
        lesson = "title: Tea\nlearn: [{text: Tea is a leaf., facts: [tea-book/leaf, tea-book/cargo]}]\n"
        text = topic.read_text(encoding="utf-8").replace("title: Tea\n", lesson)
        for id in ("tea-plant", "ship-name"):
            text = text.replace(f"- id: {id}\n", f"- id: {id}\n    importance: core\n")
        before, cargo = text.partition("  - id: ship-cargo")[::2]
        topic.write_text(before + cargo[cargo.index("  - id: ship-year") :], encoding="utf-8")
        run = quizmill("coverage", "--bank", bank)

        assert run.stdout == (
            "What the core rests on\n"
            "core facts: 2, taught and asked 1, asked only 1\n"
            "  asked only: tea-book/clipper, paragraph 3: The Cutty Sark was launched in 1869\n"
            "              to carry tea from China.\n"
            "  rests on nothing taught: ship-name\n"
            "\n"
            "A Short Book of Tea (tea-book)\n"
            "facts  asked  taught  both  times  section, and the kinds of question\n"
            "    3      2       2     1      9  Leaves\n"
            "                                   1 multiple choice, 1 multiple response, 1\n"
            "                                   true false, 1 matching, 1 ordering, 1 essay,\n"
            "                                   1 short answer, 1 cloze\n"
            "  taught only: tea-book/cargo, paragraph 4: Her first cargo was worth ¥9,000 by\n"
            "               the book's own reckoning.\n"
            "  asked only: clipper\n\n"
        )

    def test_where_nothing_is_taught_it_is_said_once(self, quizmill, bank, tmp_path):
        topic = tmp_path / "question_bank" / "tea.yaml"
        text = topic.read_text(encoding="utf-8")
        topic.write_text(text.replace("- id: tea-plant\n", "- id: tea-plant\n    importance: core\n"))
        run = quizmill("coverage", "--bank", bank)

        assert run.stdout.startswith(
            "What the core rests on\n"
            "core facts: 1, none is taught, since no lesson (`learn`) rests on facts\n\nA Short Book"
        )
        assert "asked only" not in run.stdout

    def test_what_is_neither_taught_nor_asked(self, quizmill, bank, tmp_path):
        topic = tmp_path / "question_bank" / "tea.yaml"
        lesson = "title: Tea\nlearn: [{text: Tea is a leaf., facts: [tea-book/leaf]}]\n"
        text = topic.read_text(encoding="utf-8").replace("title: Tea\n", lesson)
        topic.write_text(text.partition("  - id: ship-name")[0], encoding="utf-8")
        run = quizmill("coverage", "--bank", bank)

        assert "  neither: tea-book/clipper, paragraph 3: The Cutty Sark" in run.stdout
        assert "not asked" not in run.stdout

    def test_what_is_not_asked(self, quizmill, bank, tmp_path):
        topic = tmp_path / "question_bank" / "tea.yaml"
        topic.write_text(
            topic.read_text(encoding="utf-8").partition("  - id: ship-name")[0], encoding="utf-8"
        )
        run = quizmill("coverage", "--bank", bank)

        assert (
            "  not asked: tea-book/clipper, paragraph 3: The Cutty Sark was launched in 1869\n"
            "             to carry tea from China.\n" in run.stdout
        )

    def test_paragraphs_without_a_fact(self, quizmill, bank, tmp_path):
        (tmp_path / "documents").mkdir()
        (tmp_path / "documents" / "tea.txt").write_text("1\n2\n3\n4\n5\n")
        run = quizmill("coverage", "--bank", bank, "--documents", "documents")

        assert "  not accounted for: paragraphs 1, 5\n" in run.stdout

    def test_as_json(self, quizmill, bank):
        found = json.loads(quizmill("coverage", "--bank", bank, "--format", "json").stdout)

        assert found["questions"] == 9
        assert found["sources"][0]["counts"]["facts"] == 3

    def test_as_a_page(self, quizmill, bank, tmp_path):
        run = quizmill("coverage", "--bank", bank, "--html", "out/coverage.html")

        assert run.returncode == 0
        assert run.stderr == "note: wrote out/coverage.html\n"
        assert (tmp_path / "out" / "coverage.html").read_text(encoding="utf-8").startswith("<!doctype html>")

    def test_a_folder_of_documents_that_is_not_there(self, quizmill, bank):
        run = quizmill("coverage", "--bank", bank, "--documents", "nowhere")

        assert (run.returncode, run.stderr) == (3, "quizmill: nowhere: there is no such folder\n")

    def test_a_bank_without_seeds(self, quizmill, tmp_path):
        folder = tmp_path / "own"
        folder.mkdir()
        (folder / "bank.yaml").write_text("title: B\nnamespace: b\n")
        (folder / "t.yaml").write_text(
            "title: T\nquestions: [{id: a, type: true_false, prompt: P, answer: true}]\n"
        )
        run = quizmill("coverage", "--bank", folder)

        assert (run.returncode, run.stdout) == (
            0,
            "This bank has no seeds, so there are no facts to cover.\n",
        )
