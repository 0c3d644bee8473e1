"""Rules on facts and sources, without their documents."""

from __future__ import annotations

OK = "- {id: a, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf], explanation: E}"


def test_a_value_without_what_it_is_about_and_the_other_way_round(lint):
    found = lint(
        "about-incomplete",
        OK,
        source="""\
            id: tea-book
            title: T
            facts:
              - {id: leaf, paragraph: 1, says: S}
              - id: price
                paragraph: 1
                says: S
                value: $75 million
              - id: year
                paragraph: 1
                says: S
                about: joyo/year
            """,
    )

    assert found == [
        'seeds/tea-book.yaml:8:12: warning[about-incomplete] "value" stands without "about"\n'
        "  help: add `about: thing/property`",
        'seeds/tea-book.yaml:12:12: warning[about-incomplete] "about" stands without "value"\n'
        "  help: add `value: …`",
    ]


def test_sections_begin_at_one_and_ascend(lint):
    found = lint(
        "section-order",
        OK,
        source="""\
            id: tea-book
            title: T
            sections:
              - {title: A, from: 2}
              - {title: B, from: 7}
              - {title: C, from: 7}
              - {title: D, from: 4}
              - {title: E, from: 5}
            facts: [{id: leaf, paragraph: 1, says: S}]
            """,
    )

    assert found == [
        "seeds/tea-book.yaml:4:22: error[section-order] the first section begins at paragraph 2, not at 1\n"
        "  help: begin with the title, from 1",
        'seeds/tea-book.yaml:6:22: error[section-order] "C" begins at paragraph 7, the section before it '
        "at 7\n"
        "  help: list the sections in the order of the document",
        'seeds/tea-book.yaml:7:22: error[section-order] "D" begins at paragraph 4, the section before it '
        "at 7\n"
        "  help: list the sections in the order of the document",
    ]


def test_a_paragraph_cannot_state_a_fact_and_nothing(lint):
    found = lint(
        "paragraph-contradiction",
        OK,
        source="""\
            id: tea-book
            title: T
            facts: [{id: leaf, paragraph: 2, says: S}, {id: tree, paragraph: 2, says: S}]
            states_nothing: [1, 2, 3]
            """,
    )

    assert found == [
        "seeds/tea-book.yaml:4:21: error[paragraph-contradiction] paragraph 2 is said to state nothing, but "
        '"leaf" rests on it\n  help: if it states this, delete it here; '
        "else give the fact the number of the paragraph that does"
    ]


def test_a_source_without_document_or_fingerprint(lint):
    source = "id: tea-book\ntitle: T\nfacts: [{id: leaf, paragraph: 2, says: S}]\n"

    assert lint("fingerprint-missing", OK, source=source) == [
        'seeds/tea-book.yaml:1:1: warning[fingerprint-missing] "tea-book" does not say which file it was '
        "read from\n  help: add `document: FILE`, its name in the folder of the documents",
        'seeds/tea-book.yaml:1:1: warning[fingerprint-missing] "tea-book" has no fingerprint of its '
        "document\n"
        "  help: add `sha256: …`; `sha256sum FILE` prints it",
    ]


def test_a_fact_that_no_question_asks_for_is_told_where_it_stands(lint):
    questions = """
        - {id: a, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]}
        - {id: e, type: essay, prompt: P, points: [{point: P, facts: [tea-book/clipper]}]}
        """

    assert lint("fact-unasked", questions) == [
        'seeds/tea-book.yaml:21:5: advice[fact-unasked] no question asks for "tea-book/cargo"\n'
        "  help: ask it, if it is worth it"
    ]
