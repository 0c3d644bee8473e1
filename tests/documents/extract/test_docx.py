"""Documents of word processors, as they are shown."""

from __future__ import annotations

import datetime

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as File
from docx.oxml import parse_xml

from formed_documents import saved
from formed_word import SPACES, formula, m, p, picture, r, table
from quizmill.documents.extract import Extracted, Part, extract


def made(*body: str) -> docx.document.Document:
    document = docx.Document()
    document.styles.add_style("toc 1", 1)
    document.styles.add_style("Own heading", 1).base_style = document.styles["Heading 2"]
    for element in reversed(parse_xml(f"<w:body {SPACES}>{''.join(body)}</w:body>")):
        document.element.body.insert(0, element)
    return document


def read(*body: str) -> Extracted:
    return extract("a.docx", saved(made(*body)))


def styled(name: str, text: str) -> str:
    return p(r(text), style=name)


def box(text: str) -> str:
    inside = f"<w:txbxContent>{p(r(text))}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        + inside
        + "</w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict>" + inside + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        (p(r("one "), r("two", "b"), r("\nthree\tfour")), [("text", "one two three four")]),
        (p(), []),
        (styled("Title", "Head"), [("heading", "Head")]),
        (styled("Ownheading", "Mine"), [("heading", "Mine")]),
        (styled("toc1", "Chapter 1 5"), [("furniture", "Chapter 1 5")]),
        (styled("Caption", "Figure 1"), [("caption", "Figure 1")]),
        (styled("MacroText", "a\n  b"), [("listing", "a"), ("listing", "  b")]),
        (styled("None", "text"), [("text", "text")]),
        (styled("ListBullet", "item"), [("text", "item")]),
        (p(f"<w:ins>{r('in')}</w:ins>", f"<w:del>{r('out')}</w:del>", r("!")), [("text", "in!")]),
        (p(r("seen"), r("not", "hidden")), [("text", "seen")]),
        (p(r("10"), r("6", "sup"), r(" H"), r("2", "sub"), r("O")), [("text", "10⁶ H₂O")]),
        (p("<w:r><w:t>co</w:t><w:softHyphen/><w:noBreakHyphen/><w:t>op</w:t></w:r>"), [("text", "co-op")]),
        (p("<w:r><w:instrText>PAGE</w:instrText></w:r>", r("7")), [("text", "7")]),
        (p(f"<w:hyperlink>{r('a link')}</w:hyperlink>"), [("text", "a link")]),
        (p(formula(m("E=m"))), [("text", "E=m")]),
        (f"<w:sdt><w:sdtContent>{p(r('held'))}</w:sdtContent></w:sdt>", [("text", "held")]),
        (p(r("beside"), box("in a box")), [("text", "beside"), ("text", "in a box")]),
        (table((p(r("a")), p(r("b"))), (p(r("1")), p(r("2")) + p(r("3")))),
         [("table", "a | b"), ("table", "1 | 2 3")]),
        (table((p(r("one")),), (p(r("two")),)), [("text", "one"), ("text", "two")]),
        (table((p(r("a")), table((p(r("b")), p(r("c")))))), [("text", "a"), ("table", "b | c")]),
        (table((p(), p())), []),
        (styled("Heading1", "References") + p(r("Book")), [("heading", "References"), ("furniture", "Book")]),
    ],
)  # fmt: skip
def test_what_a_document_shows(body: str, parts: list[tuple[str, str]]):
    found = read(body, p(r("last")))

    assert [(part.kind, part.text) for part in found.parts if part.text != "last"] == parts


def test_a_level_in_the_outline_makes_a_heading():
    found = read(
        "<w:p><w:pPr><w:outlineLvl w:val='2'/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:outlineLvl w:val='9'/></w:pPr><w:r><w:t>Text</w:t></w:r></w:p>",
    )

    assert found.parts == (Part("Head", "heading", 3), Part("Text"))


def test_notes_come_last():
    document = made(
        p(r("Said"), "<w:r><w:footnoteReference w:id='2'/></w:r>", r(".")),
        p(r("References"), style="Heading1"),
    )
    notes = (
        f"<w:footnotes {SPACES}><w:footnote w:type='separator' w:id='0'>{p(r('---'))}</w:footnote>"
        f"<w:footnote w:id='2'>{p(r('By whom.'))}</w:footnote></w:footnotes>"
    )
    file = File(PackURI("/word/footnotes.xml"), "application/xml", notes.encode(), document.part.package)
    document.part.relate_to(file, RELATIONSHIP_TYPE.FOOTNOTES)

    found = extract("a.docx", saved(document))

    assert [(part.kind, part.text) for part in found.parts] == [
        ("text", "Said."),
        ("heading", "References"),
        ("text", "By whom."),
    ]


def test_what_is_not_taken_is_said():
    document = made(
        p(r("text"), picture("rId1"), picture("rId1")),
        p(r("more"), f"<w:del>{r('out')}</w:del>", "<w:r><w:commentReference w:id='0'/></w:r>"),
    )
    document.sections[0].header.paragraphs[0].text = "A  school"
    document.sections[0].footer.paragraphs[0].text = "Page 1"

    assert extract("a.docx", saved(document)).left == (
        "1 comment",
        "1 deleted passage",
        "2 pictures",
        'the head of the pages, "A school"',
        'the foot of the pages, "Page 1"',
    )


def test_what_a_document_says_of_itself():
    document = made(styled("Heading1", "Head"), p(r("text")))
    core = document.core_properties
    core.title, core.language, core.created = "The  title", "de-DE", datetime.datetime(2024, 5, 1, 10)

    found = extract("a.docx", saved(document))

    assert (found.title, found.published, found.language) == ("The title", None, "de-DE")


def test_what_a_document_does_not_say_is_not_made_up():
    document = made(styled("Heading1", "Head"), p(r("text")))
    document.core_properties.title = ""

    found = extract("a.docx", saved(document))

    assert (found.title, found.published) == (
        "Head",
        None,
    )  # not the day on which python-docx made its template
