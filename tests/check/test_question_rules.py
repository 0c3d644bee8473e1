"""Rules that look at one question."""

from __future__ import annotations

from pathlib import Path

import pytest

NAMES = """\
names:
  - {name: Amazon, kind: company, aliases: [Amazon.com, 亚马逊]}
  - {name: Alibaba, kind: company}
"""

CONFLICT = """\
id: tea-book
title: "A Short Book of Tea"
short_title: The Tea Book
facts:
  - {id: y98, paragraph: 1, says: S, about: joyo/year, value: "1998"}
  - {id: y99, paragraph: 1, says: S, about: joyo/year, value: "1999"}
  - {id: ranked-14, paragraph: 1, says: S, about: xiaomi/rank, value: 1st, as_of: "2014"}
  - {id: ranked-15, paragraph: 1, says: S, about: xiaomi/rank, value: 3rd, as_of: "2015"}
  - {id: price, paragraph: 1, says: S, about: joyo/price, value: $75 million}
  - {id: price-again, paragraph: 1, says: S, about: joyo/price, value: 75m USD}
  - {id: doubtful, paragraph: 1, says: S, doubt: Nobody else says so.}
"""


class TestDuplicateOption:
    def test_the_same_sum_in_another_notation(self, lint):
        found = lint(
            "duplicate-option",
            """
            - id: price
              type: multiple_choice
              prompt: How much?
              answer: $75 million
              distractors:
                - $25 million
                - {text: 75m USD, why: w}
              facts: [tea-book/leaf]
            """,
        )

        assert found == [
            'question_bank/t.yaml:9:9: warning[duplicate-option] "75m USD" is the same as "$75 million"\n'
            "  help: replace one of them by another value"
        ]

    def test_two_distractors_of_one_date(self, lint):
        found = lint(
            "duplicate-option",
            """
            - {id: a, type: multiple_response, prompt: When?, answers: ["2004"], facts: [tea-book/leaf],
               distractors: [19 August 2004, 2004-08-19]}
            """,
        )

        assert found == [
            'question_bank/t.yaml:4:36: warning[duplicate-option] "2004-08-19" is the same as "19 August '
            '2004"\n'
            "  help: replace one of them by another value"
        ]

    @pytest.mark.parametrize(
        ("prompt", "options"),
        [
            ("Which time signature has six quavers in two groups?", ["6/8", "3/4", "2/4"]),
            ("Which length was read to a tenth of a millimetre?", ["2.50 cm", "2.5 cm", "2.500 cm"]),
            ("Which length was read to a micrometre?", ["1.2500 mm", "1.25 mm", "1.0 mm", "1 mm"]),
            ("Which of these is written in lowest terms?", ["50%", "50 percent", "half"]),
        ],
    )
    def test_what_is_more_than_a_notation_is_another_option(self, lint, prompt, options):
        answer, *wrong = map(repr, options)
        question = f"- {{id: a, type: multiple_choice, prompt: {prompt!r}, answer: {answer}, "

        assert (
            lint("duplicate-option", f"{question}facts: [tea-book/leaf], distractors: [{', '.join(wrong)}]}}")
            == []
        )

    def test_a_sum_that_is_written_off_has_no_notation(self, lint):
        question = (
            "- {id: a, type: multiple_choice, prompt: Which sum did it write off?, answer: $1.2 billion, "
            'distractors: ["$1,200 million", $3 billion], facts: [tea-book/leaf]}'
        )

        (found,) = lint("duplicate-option", question)
        assert '"$1,200 million" is the same as "$1.2 billion"' in found

    def test_spare_rights_and_steps_count_too(self, lint):
        found = lint(
            "duplicate-option",
            """
            - {id: m, type: matching, prompt: P, pairs: [[a, 50%], [b, 60%]], extra: [50 percent],
               facts: [tea-book/leaf]}
            - {id: o, type: ordering, prompt: P, sequence: ["1,000", one thousand], facts: [tea-book/leaf]}
            """,
        )

        assert [line.partition("\n")[0] for line in found] == [
            'question_bank/t.yaml:3:77: warning[duplicate-option] "50 percent" is the same as "50%"',
            'question_bank/t.yaml:5:60: warning[duplicate-option] "one thousand" is the same as "1,000"',
        ]

    def test_a_right_that_serves_two_lefts_is_none(self, lint):
        pairs = "{id: m, type: matching, prompt: P, pairs: [[a, 50%], [b, 50%]], facts: [tea-book/leaf]}"

        assert lint("duplicate-option", f"- {pairs}") == []

    @pytest.mark.parametrize("other", ["$7.5 million", "¥75 million", "75 million", "75%"])
    def test_another_value_is_none(self, lint, other):
        question = "{id: a, type: multiple_choice, prompt: P, answer: $75 million, facts: [tea-book/leaf],"

        assert lint("duplicate-option", f'- {question} distractors: ["{other}"]}}') == []


class TestAliasAmongDistractors:
    def test_a_distractor_that_is_the_key_by_another_name(self, lint):
        found = lint(
            "alias-among-distractors",
            """
            - id: buyer
              type: multiple_choice
              prompt: Who bought it?
              answer: Amazon
              distractors: [Alibaba, "*Amazon.com*", 亚马逊]
              facts: [tea-book/leaf]
            """,
            names=NAMES,
        )

        assert found == [
            'question_bank/t.yaml:7:28: warning[alias-among-distractors] "Amazon.com" is another name of '
            '"Amazon", which is right\n  help: replace it by something else',
            'question_bank/t.yaml:7:44: warning[alias-among-distractors] "亚马逊" is another name of '
            '"Amazon", which is right\n  help: replace it by something else',
        ]

    def test_multiple_response_and_spare_rights(self, lint):
        found = lint(
            "alias-among-distractors",
            """
            - {id: r, type: multiple_response, prompt: P, answers: [Amazon, Alibaba],
               distractors: [Amazon.com], facts: [tea-book/leaf]}
            - {id: m, type: matching, prompt: P, pairs: [[a, Amazon], [b, c]], extra: [Amazon.com],
               facts: [tea-book/leaf]}
            """,
            names=NAMES,
        )

        assert [line.partition(" ")[0] for line in found] == [
            "question_bank/t.yaml:4:20:",
            "question_bank/t.yaml:5:78:",
        ]

    def test_another_thing_is_none(self, lint):
        question = "{id: a, type: multiple_choice, prompt: P, answer: Amazon, distractors: [Alibaba, eBay],"

        assert lint("alias-among-distractors", f"- {question} facts: [tea-book/leaf]}}", names=NAMES) == []


class TestAcceptRepeatsAnswer:
    def test_a_form_that_is_the_answer_or_an_earlier_form(self, lint):
        found = lint(
            "accept-repeats-answer",
            """
            - id: who
              type: short_answer
              prompt: Who?
              answer: UCWeb
              accept: [ucweb, UC Web, UC  web]
              facts: [tea-book/leaf]
            """,
        )

        assert found == [
            'question_bank/t.yaml:7:14: advice[accept-repeats-answer] the accepted form "ucweb" says '
            "nothing new\n  help: delete it, or write the form that was meant",
            'question_bank/t.yaml:7:29: advice[accept-repeats-answer] the accepted form "UC  web" says '
            "nothing new\n  help: delete it, or write the form that was meant",
        ]

    def test_a_form_in_a_blank(self, lint):
        cloze = 'id: c, type: cloze, text: "By {{Amazon|amazon}} or {{amazon}}.", facts: [tea-book/leaf]'

        assert [line.partition(" the")[0] for line in lint("accept-repeats-answer", f"- {{{cloze}}}")] == [
            "question_bank/t.yaml:3:32: advice[accept-repeats-answer]"
        ]

    def test_a_word_for_the_unit(self, lint):
        number = (
            "{id: n, type: numerical, prompt: P, answer: '5', unit: phones, accept_units: [Phones],"
            " facts: [tea-book/leaf]}"
        )

        assert [line.partition(" the")[0] for line in lint("accept-repeats-answer", f"- {number}")] == [
            "question_bank/t.yaml:3:83: advice[accept-repeats-answer]"
        ]


class TestExplanationMissing:
    def test_it_is_told_where_the_question_begins(self, lint):
        found = lint(
            "explanation-missing",
            """
            - {id: a, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf], explanation: " "}
            - id: b
              type: true_false
              prompt: P
              answer: true
              facts: [tea-book/leaf]
            - {id: c, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf], explanation: E}
            """,
        )

        assert found == [
            "question_bank/t.yaml:3:5: warning[explanation-missing] the question has no explanation\n"
            "  help: add `explanation: …`, why the answer is right and what tempts people to others",
            "question_bank/t.yaml:4:5: warning[explanation-missing] the question has no explanation\n"
            "  help: add `explanation: …`, why the answer is right and what tempts people to others",
        ]


class TestConflictUnsourced:
    def test_documents_that_disagree(self, lint):
        found = lint(
            "conflict-unsourced",
            "- {id: a, type: numerical, prompt: When was it founded?, answer: '1998', facts: [tea-book/y98]}",
            source=CONFLICT,
        )

        assert found == [
            "question_bank/t.yaml:3:38: warning[conflict-unsourced] the documents do not agree on joyo/year "
            '("1998", "1999"), and the prompt does not say whose claim it asks for\n'
            "  help: both stand in one document: ask for one of a year, and give each fact its `as_of`"
        ]

    def test_a_doubtful_claim(self, lint):
        found = lint(
            "conflict-unsourced",
            "- {id: c, type: cloze, text: 'In {{1998}}.', facts: [tea-book/doubtful]}",
            source=CONFLICT,
        )

        assert found == [
            'question_bank/t.yaml:3:32: warning[conflict-unsourced] "tea-book/doubtful" is disputed, and the '
            "prompt does not say whose claim it asks for\n"
            "  help: name the document, such as: by the account of The Tea Book"
        ]

    @pytest.mark.parametrize(
        "prompt",
        [
            "When, by *The Tea Book*, was it founded?",
            "When, by “a short  book of TEA”, was it founded?",
            "When, by the tea-book, was it founded?",
        ],
    )
    def test_the_title_the_short_title_or_the_id_names_the_document(self, lint, prompt):
        question = f"{{id: a, type: numerical, prompt: {prompt!r}, answer: '1998', facts: [tea-book/y98]}}"

        assert lint("conflict-unsourced", f"- {question}", source=CONFLICT) == []

    def test_the_context_or_a_left_may_name_it(self, lint):
        found = lint(
            "conflict-unsourced",
            """
            - {id: a, type: numerical, prompt: P, context: From The Tea Book, answer: "9",
               facts: [tea-book/y98]}
            - {id: m, type: matching, prompt: P, pairs: [[The Tea Book, "1998"], [b, c]],
               facts: [tea-book/y98]}
            """,
            source=CONFLICT,
        )

        assert found == []

    def test_part_of_a_word_names_nothing(self, lint):
        source = CONFLICT.replace("The Tea Book", "Mi")
        question = "{id: a, type: numerical, prompt: When the mill?, answer: '9', facts: [tea-book/y98]}"

        assert len(lint("conflict-unsourced", f"- {question}", source=source)) == 1

    def test_one_value_in_two_notations_is_no_conflict(self, lint):
        question = "{id: a, type: numerical, prompt: P, answer: $75 million, facts: [tea-book/price]}"

        assert lint("conflict-unsourced", f"- {question}", source=CONFLICT) == []

    def test_a_year_tells_which_of_several_ranks(self, lint):
        found = lint(
            "conflict-unsourced",
            """
            - {id: a, type: short_answer, prompt: Rank in 2014?, answer: 1st, facts: [tea-book/ranked-14]}
            - {id: b, type: short_answer, prompt: Rank in 2013?, answer: 1st, facts: [tea-book/ranked-14]}
            """,
            source=CONFLICT,
        )

        assert [line.partition(" the")[0] for line in found] == [
            "question_bank/t.yaml:4:41: warning[conflict-unsourced]"
        ]

    def test_the_facts_of_a_point_and_its_text_count(self, lint):
        found = lint(
            "conflict-unsourced",
            """
            - id: a
              type: essay
              prompt: Why?
              points: [{point: So, facts: [tea-book/doubtful]}]
              facts: [tea-book/price]
            - id: b
              type: essay
              prompt: Why?
              points: [{point: So says The Tea Book, facts: [tea-book/doubtful]}]
              facts: [tea-book/price]
            """,
            source=CONFLICT,
        )

        assert [line.partition(" ")[0] for line in found] == ["question_bank/t.yaml:5:13:"]


class TestUndatedClaim:
    def test_a_claim_of_its_time_asked_without_it(self, lint):
        found = lint(
            "undated-claim",
            "- {id: a, type: numerical, prompt: What was it worth?, answer: '9', facts: [tea-book/cargo]}",
        )

        assert found == [
            'question_bank/t.yaml:3:38: warning[undated-claim] "tea-book/cargo" is true as of 1870, and the '
            "prompt does not say when\n  help: add the time, such as: in 1870"
        ]

    @pytest.mark.parametrize(
        "fields",
        [
            "prompt: What was it worth in 1870?, answer: '9'",
            "prompt: What was it worth?, context: As of Q3 1870, answer: '9'",
            "prompt: By the 2025 Q&A?, answer: '9'",
            "prompt: When was it worth that?, answer: '1870'",
        ],
    )
    def test_a_year_in_prompt_context_title_or_answer_dates_it(self, lint, fields):
        assert lint("undated-claim", f"- {{id: a, type: numerical, {fields}, facts: [tea-book/cargo]}}") == []

    def test_a_claim_that_only_a_point_of_an_essay_rests_on(self, lint):
        points = "points: [{point: The first tea sold for more, facts: [tea-book/cargo]}]"
        asked = f"- {{id: a, type: essay, prompt: Why so much?, {points}, facts: [tea-book/leaf]}}"

        assert [line.partition("]")[2].partition(",")[0] for line in lint("undated-claim", asked)] == [
            ' "tea-book/cargo" is true as of 1870'
        ]

    @pytest.mark.parametrize("figure", ["$2000", "2,010", "12010", "2010.5", "1,2010"])
    def test_a_sum_or_a_count_is_no_year(self, lint, figure):
        question = (
            f"{{id: a, type: numerical, prompt: 'Why {figure}?', answer: '9', facts: [tea-book/cargo]}}"
        )

        assert len(lint("undated-claim", f"- {question}")) == 1


class TestImageMissing:
    def test_an_image_that_is_not_there(self, lint):
        found = lint(
            "image-missing",
            """
            - id: a
              type: true_false
              prompt: P
              answer: true
              facts: [tea-book/leaf]
              image: {file: images/tea.png, alt: Tea}
            """,
        )

        assert found == [
            'question_bank/t.yaml:8:19: error[image-missing] there is no image "images/tea.png"\n'
            "  help: its path is read from the folder of bank.yaml"
        ]

    def test_a_name_that_no_system_takes(self, lint):
        question = "id: a, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]"
        file = f"{'x' * 300}.png"

        assert lint("image-missing", f"- {{{question}, image: {{file: {file}, alt: Tea}}}}") == [
            f'question_bank/t.yaml:3:94: error[image-missing] there is no image "{file[:80]}…"\n'
            "  help: its path is read from the folder of bank.yaml"
        ]

    def test_an_image_beside_the_questions(self, lint, tmp_path: Path):
        images = tmp_path / "question_bank" / "images"
        images.mkdir(parents=True)
        (images / "tea.png").write_bytes(b"png")
        question = "id: a, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]"

        assert lint("image-missing", f"- {{{question}, image: {{file: images/tea.png, alt: Tea}}}}") == []

    @pytest.mark.parametrize("file", ["/etc/hostname", "../seeds/names.yaml", "a/../../b", "C:/x.png"])
    def test_a_path_that_leads_out_of_the_bank(self, lint, file):
        question = "id: a, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]"

        assert lint("image-missing", f"- {{{question}, image: {{file: '{file}', alt: Tea}}}}") == [
            f'question_bank/t.yaml:3:94: error[image-missing] the image "{file}" lies outside the bank\n'
            "  help: put it into the bank's folder and name it from there, such as images/tea.png"
        ]

    def test_a_link_that_leads_out_of_the_bank(self, lint, tmp_path: Path):
        (tmp_path / "question_bank").mkdir()
        (tmp_path / "secret.png").write_bytes(b"png")
        (tmp_path / "question_bank" / "a.png").symlink_to(tmp_path / "secret.png")
        question = "id: a, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]"

        assert len(lint("image-missing", f"- {{{question}, image: {{file: a.png, alt: Tea}}}}")) == 1


class TestImageBroken:
    def found(self, lint, tmp_path: Path, file: str, data: bytes | None):
        folder = tmp_path / "question_bank"
        folder.mkdir()
        if data is not None:
            (folder / file).write_bytes(data)
        question = "id: a, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]"
        return lint("image-broken", f"- {{{question}, image: {{file: {file}, alt: Tea}}}}")

    def test_a_page_under_the_name_of_a_picture(self, lint, tmp_path: Path):
        assert self.found(lint, tmp_path, "tea.png", b"not a picture") == [
            'question_bank/t.yaml:3:94: error[image-broken] the image "tea.png" cannot be shown: it is no '
            "picture, whatever its name says\n"
            "  help: open it in a browser to see what it is, and save or fetch it anew"
        ]

    def test_an_empty_file(self, lint, tmp_path: Path):
        (found,) = self.found(lint, tmp_path, "tea.gif", b"")
        assert '"tea.gif" cannot be shown: it is empty\n' in found

    @pytest.mark.parametrize("file", ["tea.gif", "tea.jpg", "tea"])
    def test_a_picture_under_any_name(self, lint, tmp_path: Path, file):
        assert self.found(lint, tmp_path, file, b"GIF89a" + bytes(7)) == []

    def test_one_that_is_missing_is_another_rules(self, lint, tmp_path: Path):
        assert self.found(lint, tmp_path, "tea.gif", None) == []

    def test_one_that_is_too_large_to_be_a_picture(self, lint, tmp_path: Path):
        (found,) = self.found(lint, tmp_path, "tea.gif", b"GIF89a" + bytes(20 * 2**20))
        assert "cannot be shown: it has more than 20 MB\n" in found
