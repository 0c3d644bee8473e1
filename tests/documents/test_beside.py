"""Paragraphs beside their facts and questions."""

from __future__ import annotations

import html.parser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from quizmill.bank.document import document_of
from quizmill.bank.fold import fold
from quizmill.bank.model import Bank
from quizmill.documents.beside import DocumentBeside, beside, narrowed
from quizmill.documents.marked_terms import Stretch, parts
from quizmill.documents.page.page import page
from quizmill.errors import BadRequest

SOURCE = """\
id: tea-book
title: "The <b>Tea</b> Book"
document: tea.txt
sections: [{title: Leaves, from: 1}, {title: Ships, from: 4}]
facts:
  - {id: leaf, paragraph: 2, says: Tea is a leaf., terms: [tea, Camellia], kind: definition}
  - {id: ship, paragraph: 5, says: "She was <fast>.", terms: [17 knots], as_of: "1870", doubt: Says who?}
  - {id: begun, paragraph: 5, state: draft, terms: ["1870"]}
states_nothing: [1, 4]
"""
TOPIC = """\
title: T
questions:
  - {id: a, type: true_false, prompt: "Tea is a *leaf*.", answer: true, facts: [tea-book/leaf]}
  - {id: b, type: essay, prompt: Discuss., points: [{point: A leaf., facts: [tea-book/leaf]}]}
  - {id: c, type: true_false, state: draft, prompt: Later., facts: [tea-book/leaf]}
"""
TEXT = """\
Leaves
Tea is <script>alert(1)</script> Camellia.
Nobody read this.
Ships
In 1870 she made 17 knots.
"""


@pytest.fixture(scope="module")
def bank(tmp_path_factory) -> Bank:
    return samples.load(tmp_path_factory.mktemp("bank"), t=TOPIC, source=SOURCE).bank


@pytest.fixture(scope="module")
def shown(bank: Bank) -> DocumentBeside:
    return beside(bank, bank.sources[0], document_of(TEXT.encode()))


def test_each_paragraph_has_its_facts_and_what_rests_on_them(shown):
    assert [
        (
            each.number,
            each.heading,
            each.states_nothing,
            each.unread,
            each.begun,
            [(fact.id, fact.draft, [question.id for question in fact.questions]) for fact in each.facts],
        )
        for each in shown.paragraphs
    ] == [
        (1, "Leaves", True, False, False, []),
        (2, "", False, False, True, [("leaf", False, ["a", "b", "c"])]),
        (3, "", False, True, False, []),
        (4, "Ships", True, False, False, []),
        (5, "", False, False, True, [("ship", False, []), ("begun", True, [])]),
    ]
    assert (shown.length, shown.unread, shown.begun) == (5, (3,), (2, 5))


def test_without_the_document_what_is_known_stands_by_its_number(bank):
    shown = beside(bank, bank.sources[0], None)

    assert [(each.number, each.text, each.unread) for each in shown.paragraphs] == [
        (1, None, False),
        (2, None, False),
        (4, None, False),
        (5, None, False),
    ]


def test_a_fact_beyond_the_end_of_the_document_is_not_lost(bank):
    shown = beside(bank, bank.sources[0], document_of(b"Leaves\n"))

    assert [(each.number, each.text) for each in shown.paragraphs] == [(1, "Leaves"), (2, None), (5, None)]


def test_it_is_narrowed_to_paragraphs_and_to_what_is_unread(shown):
    def numbers(*wanted: int, unread: bool = False) -> list[int]:
        return [each.number for each in narrowed(shown, wanted, unread=unread).paragraphs]

    assert numbers(2, 3) == [2, 3]
    assert numbers(unread=True) == [3]
    assert numbers(2, unread=True) == []
    with pytest.raises(BadRequest, match=r'^--paragraph: there is no paragraph 6; "tea\.txt" has 5$'):
        numbers(2, 6)


@pytest.mark.parametrize(
    ("text", "terms", "marked"),
    [
        ("In 2004 it cost $200, or 200.", ["200", "2004"], ["2004", "200", "200"]),
        ("“All-cash” deals, all‐cash", ["all-cash"], ["All-cash", "all‐cash"]),
        ("The CAFÉ and the straße.", ["cafe", "strasse"], ["CAFÉ", "straße."]),  # ß is one sign, ss are two
        ("Lei  Jun’s rival", ["Lei Jun's"], ["Lei  Jun’s"]),
        ("雷军卖掉了卓越网。", ["卓越网"], ["卓越网"]),
        ("none", ["other", ""], []),
        ("overlapping terms here", ["overlapping terms", "terms here"], ["overlapping terms", " here"]),
    ],
)
def test_terms_are_marked_where_they_stand(text, terms, marked):
    found = parts(text, terms)

    assert [part.text for part in found if part.is_term] == marked
    assert "".join(part.text for part in found) == text


@given(st.text(max_size=40), st.lists(st.text(max_size=5), max_size=3))
def test_marking_terms_changes_no_text(text: str, terms: list[str]):
    found = parts(text, terms)

    assert "".join(part.text for part in found) == text
    assert Stretch("", False) not in found
    assert all(fold(text) for _ in found[:1] if found[0].is_term)


class _Page(html.parser.HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.said = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name in ("href", "src") and value]

    def handle_data(self, data: str) -> None:
        self.said += data


@pytest.fixture(scope="module")
def read(shown) -> _Page:
    return _Page(page([shown], "Tea & the sea").decode())


def test_the_page_fetches_and_runs_nothing_and_escapes_what_documents_say(read):
    assert {"script", "img", "iframe", "link", "b"}.isdisjoint(read.tags)
    assert all(link.startswith("#") and link[1:] in read.ids for link in read.links)
    assert "<script>alert(1)</script>" in read.said
    assert "She was <fast>." in read.said


def test_the_page_has_an_anchor_for_each_paragraph_and_fact(read):
    assert {f"tea-book-{number}" for number in range(1, 6)} < set(read.ids)
    assert {"tea-book/leaf", "tea-book/ship", "tea-book/begun"} < set(read.ids)
    assert len(read.ids) == len(set(read.ids))


def test_the_page_says_what_is_open_and_that_it_is_not_to_be_published(read):
    said = " ".join(read.said.split())

    assert "not to be published" in said
    assert "Unread: paragraph 3." in said
    assert "unread (1)" in said
    assert "with drafts (2)" in said
    assert "no question rests on it" in said
    assert "Disputed: Says who?" in said
    assert read.tags.count("mark") == 4 + 4  # in the text, and beside the facts


def test_the_page_of_a_document_without_its_text_says_so(bank):
    said = _Page(page([beside(bank, bank.sources[0], None)], "T").decode()).said

    assert "its text is not at hand" in said


def test_a_long_document_is_a_page_of_bearable_length(tmp_path: Path):
    bank = samples.load(tmp_path, t=TOPIC, source=SOURCE).bank
    text = "\n".join(f"Paragraph {n} of a long document." for n in range(5000))
    made = page([beside(bank, bank.sources[0], document_of(text.encode()))], "T")

    assert len(made) < 4_000_000
