"""What of the documents is asked, as counts and as a page."""

from __future__ import annotations

import html.parser
from pathlib import Path

import msgspec
import pytest

import samples
from quizmill.bank.document import read_documents
from quizmill.bank.load import load_bank
from quizmill.check.conflicts import conflicts_of
from quizmill.check.coverage import Core, as_json, coverage
from quizmill.check.coverage_page.page import page

SOURCE = """\
id: tea-book
title: "The <b>Tea</b> Book"
document: tea.txt
sections: [{title: Leaves, from: 2}, {title: Ships & sails, from: 5}]
facts:
  - {id: preface, paragraph: 1, says: It has a preface.}
  - {id: leaf, paragraph: 2, says: Tea is a leaf., about: tea/plant, value: Camellia}
  - id: rival
    paragraph: 3
    says: Mate is tea too.
    about: tea/plant
    value: Ilex
    doubt: "<script>alert(1)</script>"
  - {id: ship, paragraph: 6, says: The ship was fast., about: ship/speed, value: 17 knots, as_of: "1870"}
  - {id: old-ship, paragraph: 6, says: She was slow., about: ship/speed, value: 9 knots, as_of: "1890"}
states_nothing: [4]
"""
TOPIC = """\
title: T
questions:
  - {id: a, type: true_false, prompt: "Tea is a *leaf* & <i>more</i>.", answer: true, facts: [tea-book/leaf]}
  - {id: b, type: short_answer, prompt: What is tea?, answer: "<leaf>", facts: [tea-book/leaf, tea-book/ship]}
  - id: c
    type: essay
    prompt: Discuss.
    points: [{point: It is a leaf., facts: [tea-book/leaf]}]
    facts: [tea-book/ship]
"""


@pytest.fixture
def bank(tmp_path: Path):
    return load_bank(samples.write(tmp_path, t=TOPIC, source=SOURCE)).bank


@pytest.fixture
def documents(tmp_path: Path, bank):
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "tea.txt").write_text("\n".join(f"Paragraph {n}." for n in range(1, 9)))
    return read_documents(folder, bank.sources)


class TestCounts:
    def test_each_section_with_its_facts_and_the_kinds_that_ask_them(self, bank):
        [source] = coverage(bank).sources

        assert [
            (part.title, part.first, len(part.facts), part.asked, part.times, part.questions, part.types)
            for part in source.sections
        ] == [
            ("", 1, 1, 0, 0, 0, {}),
            ("Leaves", 2, 2, 1, 3, 3, {"true_false": 1, "short_answer": 1, "essay": 1}),
            ("Ships & sails", 5, 2, 1, 2, 2, {"short_answer": 1, "essay": 1}),
        ]
        assert (source.whole.asked, source.whole.times, source.whole.questions) == (2, 5, 3)

    def test_an_essays_points_ask_their_facts(self, bank):
        [source] = coverage(bank).sources

        assert [question.id for question in source.sections[1].facts[0].questions] == ["a", "b", "c"]

    def test_with_the_documents_the_paragraphs_without_a_fact(self, bank, documents):
        [source] = coverage(bank, documents).sources

        assert source.paragraphs == 8
        assert [(part.empty, part.unread) for part in source.sections] == [
            ((), ()),
            ((4,), ()),
            ((), (5, 7, 8)),
        ]
        assert [(part.empty, part.unread) for part in coverage(bank).sources[0].sections] == [((), ())] * 3

    def test_conflicts_are_of_one_time(self, bank):
        assert [
            (c.about, [(claim.value, claim.facts) for claim in c.claims]) for c in conflicts_of(bank)
        ] == [("tea/plant", [("Camellia", ("tea-book/leaf",)), ("Ilex", ("tea-book/rival",))])]

    def test_a_bank_without_seeds_covers_nothing(self, tmp_path):
        topic = "title: T\nquestions: [{id: a, type: true_false, prompt: P, answer: true}]\n"
        found = coverage(load_bank(samples.write(tmp_path, t=topic, bank="title: B\nnamespace: b\n")).bank)

        assert (found.sources, found.conflicts, found.without_facts) == ((), (), ("a",))

    def test_as_json(self, bank):
        record = msgspec.json.decode(as_json(coverage(bank)))

        assert [source["counts"] for source in record["sources"]] == [
            {
                "facts": 5,
                "asked": 2,
                "taught": 0,
                "both": 0,
                "times": 5,
                "questions": 3,
                "types": {"true_false": 1, "short_answer": 1, "essay": 1},
            }
        ]
        assert record["sources"][0]["sections"][1]["facts"][1] == {
            "id": "tea-book/rival",
            "paragraph": 3,
            "kind": "claim",
            "says": "Mate is tea too.",
            "as_of": "",
            "doubt": "<script>alert(1)</script>",
            "questions": [],
            "taught": [],
        }


class TestTeaching:
    """Of each fact whether a lesson rests on it, and first of what core questions rest on."""

    TAUGHT = (
        TOPIC.replace(
            "title: T\n",
            "title: T\nlearn:\n"
            "  - {text: Tea is a leaf., facts: [tea-book/leaf, tea-book/rival]}\n"
            "  - {text: A leaf it is., facts: [tea-book/leaf]}\n"
            "  - {text: No more.}\n",
        )
        .replace("id: b,", "id: b, importance: core,")
        .replace("- id: c\n", "- id: c\n    importance: core\n    explanation: E\n")
    )
    ALONE = (
        "  - {id: d, type: true_false, prompt: P, answer: true, "
        "importance: core, facts: [tea-book/old-ship]}\n"
    )
    OTHER = (
        "title: U\nlearn: [{text: Leaves., facts: [tea-book/leaf]}]\n"
        "questions: [{id: u, type: true_false, prompt: P, answer: true, facts: [tea-book/ship]}]\n"
    )

    @pytest.fixture
    def found(self, tmp_path):
        files = {"t": self.TAUGHT + self.ALONE, "u": self.OTHER}
        return coverage(load_bank(samples.write(tmp_path, source=SOURCE, **files)).bank)

    def test_each_fact_is_taught_by_the_topics_whose_lessons_rest_on_it(self, found):
        [source] = found.sources

        assert {fact.id: (fact.taught, bool(fact.questions)) for fact in source.whole.facts} == {
            "tea-book/preface": ((), False),
            "tea-book/leaf": (("t", "u"), True),
            "tea-book/rival": (("t",), False),
            "tea-book/ship": ((), True),
            "tea-book/old-ship": ((), True),
        }
        assert [(part.asked, part.taught, part.both) for part in source.sections] == [
            (0, 0, 0),
            (1, 2, 1),
            (2, 0, 0),
        ]
        assert (found.lessons, source.whole.asked, source.whole.taught, source.whole.both) == (3, 3, 2, 1)

    def test_what_core_questions_rest_on_and_what_of_it_nobody_teaches(self, found):
        assert msgspec.json.decode(as_json(found))["core"] == {
            "questions": 3,
            "facts": ["tea-book/leaf", "tea-book/ship", "tea-book/old-ship"],
            "untaught": ["tea-book/ship", "tea-book/old-ship"],
            "untaught_questions": ["d"],
        }
        [source] = found.sources
        assert [asking.core for asking in source.sections[1].facts[0].questions] == [False, True, True]

    def test_a_core_question_that_rests_on_nothing_is_named_elsewhere(self, tmp_path):
        topic = (
            "title: T\nquestions: [{id: a, type: true_false, prompt: P, answer: true, importance: core}]\n"
        )
        found = coverage(load_bank(samples.write(tmp_path, t=topic, bank="title: B\nnamespace: b\n")).bank)

        assert found.core == Core(questions=1, facts=(), untaught=(), untaught_questions=())
        assert found.without_facts == ("a",)

    def test_the_page_begins_with_the_core_and_says_of_each_fact_where_it_is_taught(self, found):
        read = _Reader(page(found).decode())
        told = " ".join(read.text.split())

        assert "5 questions ask 3 of 5 facts, and 3 lessons teach 2." in told
        assert "3 core questions rest on 3 facts. 1 of 3 core facts taught and asked, 2 asked only" in told
        assert "Core questions that rest on nothing taught d " in told
        assert "3 of 5 facts asked, 2 taught, 1 both, 5 questions" in told
        classes = [attributes.get("class") for _, attributes in read.elements]
        assert (classes.count("taught"), classes.count("untaught")) == (2, 3)
        assert told.count("taught in t, u") == 1
        assert told.index("What the core rests on") < told.index("Where documents disagree")

    def test_a_page_where_nothing_is_taught_says_it_once(self, tmp_path):
        topic = self.ALONE.join(["title: T\nquestions:\n", ""])
        found = coverage(load_bank(samples.write(tmp_path, source=SOURCE, t=topic)).bank)
        told = " ".join(_Reader(page(found).decode()).text.split())

        assert (
            "1 core question rests on 1 fact. None of them is taught, since no lesson rests on facts." in told
        )
        assert "not taught" not in told


class _Reader(html.parser.HTMLParser):
    """What a browser would see: elements, attributes and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


class TestPage:
    @pytest.fixture
    def read(self, bank, documents):
        return _Reader(page(coverage(bank, documents)).decode())

    def test_a_banks_text_is_shown_and_never_obeyed(self, read):
        assert not {"script", "b", "i", "leaf"} & {tag for tag, _ in read.elements}
        for text in (
            "The <b>Tea</b> Book",
            "<script>alert(1)</script>",
            "& <i>more</i>.",
            "<leaf>",
            "Ships & sails",
        ):
            assert text in read.text

    def test_inline_markup_is_set(self, read):
        assert "em" in {tag for tag, _ in read.elements}
        assert "*leaf*" not in read.text

    def test_it_needs_no_network_and_no_script(self, read):
        assert [
            value
            for _, attributes in read.elements
            for name, value in attributes.items()
            if name in ("src", "srcset", "onload", "style")
        ] == []
        links = [attributes["href"] or "" for _, attributes in read.elements if "href" in attributes]
        ids = {attributes.get("id") for _, attributes in read.elements}

        assert links
        assert {link[0] for link in links} == {"#"}
        assert {link[1:] for link in links} <= ids

    def test_unasked_facts_are_marked_and_conflicts_stand_side_by_side(self, read):
        classes = [attributes.get("class") for tag, attributes in read.elements if tag == "article"]

        assert classes.count("fact open") == 3
        assert classes.count("fact") == 2
        assert classes.count("conflict") == 1
        assert sum(attributes.get("class") == "claim" for _, attributes in read.elements) == 2

    def test_it_names_the_paragraphs_without_a_fact(self, read):
        assert "Not accounted for: paragraphs 5, 7, 8." in read.text
        assert "Looked at and without a fact: paragraph 4." in read.text

    def test_it_is_made_the_same_twice(self, bank):
        assert page(coverage(bank)) == page(coverage(bank))

    def test_a_lone_surrogate_does_not_stop_it(self, bank):
        odd = msgspec.structs.replace(bank, title="odd \udc80 title")

        assert "odd \ufffd title".encode() in page(coverage(odd))


def test_a_paragraph_with_drafts_of_facts_alone_is_begun(tmp_path: Path, documents):
    drafts = "  - {id: d, paragraph: 5, state: draft}\n  - {id: e, paragraph: 6, state: draft}\n"
    text = SOURCE.replace("states_nothing", f"{drafts}states_nothing")
    begun = load_bank(samples.write(tmp_path / "begun", t=TOPIC, source=text)).bank

    with_documents, without = (coverage(begun, each).sources[0] for each in (documents, None))

    assert [section.begun for section in with_documents.sections] == [(), (), (5,)]
    assert with_documents.whole.unread == (7, 8)
    assert without.whole.begun == (5,)
    assert "Begun: paragraph 5." in page(coverage(begun), "en").decode()
