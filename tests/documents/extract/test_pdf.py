"""PDFs: lines on pages become paragraphs again."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from quizmill.documents.extract import Extracted, extract

Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, **options: object) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842), **options)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(
    *texts: str, x: float = 72, y: float = 700, size: float = 10, lead: float = 12, font: str = "Times-Roman"
) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for at, text in enumerate(texts):
            canvas.drawString(x, y - at * lead, text)

    return draw


def both(*draws: Draw) -> Draw:
    def draw(canvas: Canvas) -> None:
        for each in draws:
            each(canvas)

    return draw


def read(*pages: Draw) -> Extracted:
    return extract("a.pdf", pdf(*pages))


def shown(*pages: Draw) -> list[tuple[str, str]]:
    return [(part.kind, part.text) for part in read(*pages).parts]


FULL = "The river rises in the hills of Lusatia and flows through the land to the city of"
LAST = "Berlin and to the sea."
PROSE = f"{FULL} {LAST}"


def test_a_gap_between_lines_begins_a_paragraph():
    assert shown(both(lines(FULL, LAST), lines(FULL, LAST, y=664))) == [("text", PROSE), ("text", PROSE)]


def test_a_first_line_that_stands_in_begins_a_paragraph():
    inside = lines(FULL[:70], x=90, y=676)

    assert shown(both(lines(FULL, LAST), inside, lines("and so on.", y=664))) == [
        ("text", PROSE),
        ("text", f"{FULL[:70].strip()} and so on."),
    ]


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph():
    assert shown(lines(FULL, LAST, FULL, LAST)) == [("text", PROSE), ("text", PROSE)]


def test_a_paragraph_goes_on_over_the_page():
    head = lines("A head", y=800)

    assert shown(both(head, lines(FULL)), both(head, lines("the kings. " + LAST, FULL, LAST)), head) == [
        ("text", f"{FULL} the kings. {LAST}"),
        ("text", PROSE),
    ]


WORDS = ("amber", "birch", "cedar", "delta", "ember", "fjord")


def body(word: str) -> Draw:
    return lines(f"{word} {FULL[:70]}", f"{word} {FULL[:70]}", f"{word} at last.")


def test_what_runs_and_the_numbers_of_pages_are_left_and_told():
    heads = ["The river · source"] * 3 + ["The river · mouth"] * 3
    pages = [
        both(lines(head, y=800), body(word), lines(f"{number}", x=290, y=40))
        for number, (head, word) in enumerate(zip(heads, WORDS, strict=True), 7)
    ]
    found = read(*pages)

    assert [part.text.split()[0] for part in found.parts] == list(WORDS)
    assert found.left == (
        '"The river · source" at the head or foot of 3 pages',
        '"The river · mouth" at the head or foot of 3 pages',
        "6 page numbers",
    )


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("12/1/26, 12:09 AM The river", "https://example.org/river.html 1/1"),
        ("01.12.2026, 00:09 The river", "file:///tmp/river.html"),
    ],
)
def test_what_a_browser_prints_around_its_one_page_is_left(head: str, foot: str):
    found = read(both(lines(head, y=820), lines(FULL, LAST), lines(foot, y=20)))

    assert [part.text for part in found.parts] == [PROSE]
    assert found.left == (
        f'"{head}" at the head or foot of 1 page',
        f'"{foot}" at the head or foot of 1 page',
    )


def test_a_head_that_changes_goes_with_the_number_beside_it():
    pages = [
        both(lines(word, y=800), lines(str(number), x=500, y=800), body(word))
        for number, word in enumerate(WORDS, 7)
    ]

    assert read(*pages).left == ("6 page numbers",)


def test_a_number_that_is_not_the_pages_stays():
    numbers = ("1", "2", "3", "1984")
    pages = [
        both(body(word), lines(number, x=290, y=40)) for number, word in zip(numbers, WORDS, strict=False)
    ]

    assert read(*pages).parts[-1].text == "1984"


def test_large_letters_are_a_heading_and_larger_ones_a_higher():
    found = read(
        both(lines("The river", y=740, size=18), lines("Its source", y=716, size=14), lines(FULL, LAST))
    )

    assert [(part.text, part.kind, part.level) for part in found.parts] == [
        ("The river", "heading", 1),
        ("Its source", "heading", 2),
        (PROSE, "text", 0),
    ]
    assert found.title == "The river"


def test_bold_letters_are_a_heading_and_a_bold_word_is_not():
    bold = lines("Its source", y=724, font="Times-Bold")

    assert shown(both(bold, lines(FULL, LAST))) == [("heading", "Its source"), ("text", PROSE)]


def test_bookmarks_are_headings_of_their_level():
    def marked(canvas: Canvas) -> None:
        both(lines("1.2 Its source", y=724), lines(FULL, LAST))(canvas)
        canvas.bookmarkPage("a")
        canvas.addOutlineEntry("The river", "a", 0)
        canvas.bookmarkPage("b")
        canvas.addOutlineEntry("Its source", "b", 1)

    found = read(marked)

    assert [(part.text, part.kind, part.level) for part in found.parts] == [
        ("1.2 Its source", "heading", 2),
        (PROSE, "text", 0),
    ]


@pytest.mark.parametrize("mark", ["•", "–", "1.", "(a)"])
def test_items_of_lists_are_paragraphs(mark: str):
    one = (
        lines(mark, mark, y=676),
        lines("the source, which has been known to all who live there,", "the end", x=90, y=676),
    )
    found = shown(both(lines(FULL, LAST), *one, lines(FULL, LAST, y=640)))
    said = f"{mark} " if mark in ("1.", "(a)") else ""

    assert found == [
        ("text", PROSE),
        ("text", f"{said}the source, which has been known to all who live there,"),
        ("text", f"{said}the end"),
        ("text", PROSE),
    ]


def test_an_item_goes_on_below_its_text():
    item = both(
        lines("•", y=676),
        lines("the source, which has been known to all who live there and", "to many", x=90, y=676),
    )

    assert shown(both(lines(FULL, LAST), item))[1:] == [
        ("text", "the source, which has been known to all who live there and to many")
    ]


def test_two_columns_are_read_one_after_the_other():
    left = [
        "the left one begins here and goes",
        "on in the second line of it and in",
        "the third and the fourth and the",
        "fifth, where it ends all at once.",
    ]
    right = [each.replace("left", "right") for each in left]
    head = lines("A head over both of the columns, which is as wide as they are", y=720, size=16)
    rows = [
        draw
        for at in range(4)
        for draw in (lines(left[at], y=680 - at * 12), lines(right[at], x=310, y=680 - at * 12))
    ]

    assert shown(both(head, *rows)) == [
        ("heading", "A head over both of the columns, which is as wide as they are"),
        ("text", " ".join(left)),
        ("text", " ".join(right)),
    ]


def test_a_sidebar_is_read_before_what_stands_beside_it():
    side = lines("About", "Contents", "News", "Help", "Contact", y=700, lead=17)
    text = lines(
        *(f"{word} is the word that begins this line of the text beside it," for word in WORDS), x=180
    )

    found = [part for _, part in shown(both(side, text))]

    assert found[-1].split()[0] == "amber"
    assert found[-1].count("begins this line") == len(WORDS)
    assert " ".join(found[:-1]) == "About Contents News Help Contact"


def test_a_table_with_long_cells_is_read_by_rows():
    names = lines(*(f"{word} and what it is called" for word in WORDS), y=600)
    cells = lines(*(f"it is {word}" for word in WORDS), x=300, y=600)

    assert shown(both(names, cells)) == [
        ("table", f"{word} and what it is called | it is {word}") for word in WORDS
    ]


def test_rows_of_a_table_are_parts():
    columns = lines("Name", "Spree", "Havel", y=660), lines("km", "400", "325", x=200, y=660)

    assert shown(both(lines(FULL, LAST), *columns))[1:] == [
        ("table", "Name | km"),
        ("table", "Spree | 400"),
        ("table", "Havel | 325"),
    ]


def test_a_listing_keeps_its_lines_and_indents():
    assert shown(
        both(
            lines(FULL, LAST),
            lines("for x in y:", y=660, font="Courier"),
            lines("print(x)", x=96, y=648, font="Courier"),
        )
    )[1:] == [
        ("listing", "for x in y:"),
        ("listing", "    print(x)"),
    ]


def test_a_caption_is_one_and_the_text_around_it_goes_on():
    pages = lines(FULL), both(lines("Figure 3: A map of", "the river", y=700), lines("the kings.", y=640))

    assert shown(*pages) == [("text", f"{FULL} the kings."), ("caption", "Figure 3: A map of the river")]


def test_notes_at_the_foot_come_last_and_their_marks_are_gone():
    def noted(canvas: Canvas) -> None:
        lines(FULL)(canvas)
        text = canvas.beginText(72, 688)
        text.setFont("Times-Roman", 10)
        text.textOut("Berlin and the sea.")
        text.setFont("Times-Roman", 6)
        text.setRise(4)
        text.textOut("1")
        canvas.drawText(text)
        lines("1 So says the map.", y=80, size=8)(canvas)

    assert shown(noted, lines("More is said on the next page, which is not small.")) == [
        ("text", f"{FULL} Berlin and the sea."),
        ("text", "More is said on the next page, which is not small."),
        ("text", "1 So says the map."),
    ]


@pytest.mark.parametrize(("rise", "shown_as"), [(4, "10⁶"), (-3, "10₆")])
def test_figures_that_stand_high_or_low(rise: int, shown_as: str):
    def drawn(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.setFont("Times-Roman", 10)
        text.textOut("It has 10")
        text.setFont("Times-Roman", 6)
        text.setRise(rise)
        text.textOut("6")
        text.setFont("Times-Roman", 10)
        text.setRise(0)
        text.textOut(" metres.")
        canvas.drawText(text)

    assert shown(drawn) == [("text", f"It has {shown_as} metres.")]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the ship- ", "ping of goods.", "the shipping of goods."),
        ("a well-", "known way.", "a well-known way."),  # which the document says elsewhere
        ("from Ein-", "und Ausgabe.", "from Ein- und Ausgabe."),
        ("the Rhine-", "Main region.", "the Rhine-Main region."),
        ("in 1914-", "1918.", "in 1914-1918."),
    ],
)
def test_words_that_a_line_parted(first: str, second: str, whole: str):
    known = lines("It is well-known to all.", y=740)
    start = FULL[:55]
    found = shown(both(known, lines(f"{start} {first.strip()}", second)))

    assert found[-1] == ("text", f"{start} {whole}")


def test_chinese_has_no_spaces_at_the_ends_of_lines_nor_beside_figures():
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    text = [
        "小米公司由雷军于二〇一〇年四月六日在北京创办。公司最初开发基于安卓的",
        "操作系统，后来推出智能手机。",
    ]

    assert shown(lines(*text, font="STSong-Light")) == [("text", "".join(text))]


def test_a_gap_that_a_program_leaves_beside_figures_is_no_space():
    def drawn(canvas: Canvas) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        lines("小米公司由雷军于", font="STSong-Light")(canvas)
        lines("2010", x=155)(canvas)
        lines("年创办", x=178, font="STSong-Light")(canvas)
        lines("见第三章", x=260, font="STSong-Light")(canvas)

    assert shown(drawn) == [("text", "小米公司由雷军于2010年创办 见第三章")]


def arabic(codes: str, **letters: str) -> bytes:
    """A PDF with one line of *codes*, each a sign for one or more Arabic letters."""
    spelt = "".join(
        f"<{ord(code):02x}> <{text.encode('utf-16-be').hex()}>\n" for code, text in letters.items()
    )
    table = (
        "begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
        f"{len(letters)} beginbfchar {spelt} endbfchar endcmap"
    )
    drawn = f"BT /F 12 Tf 72 700 Td ({codes}) Tj ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        f"<</Length {len(table)}>>stream\n{table}\nendstream",
    ]
    body, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(f"{len(body):010} 00000 n \n")
        body += f"{number} 0 obj\n{each}\nendobj\n"
    index = f"xref\n0 7\n0000000000 65535 f \n{''.join(places)}trailer\n<</Root 1 0 R/Size 7>>\n"
    return f"{body}{index}startxref\n{len(body)}\n%%EOF\n".encode()


def test_two_arabic_letters_in_one_sign_are_in_order():
    found = extract("a.pdf", arabic("dcba", a="ا", b="ل", c="لإ", d="س"))

    assert [part.text for part in found.parts] == ["اللإس"]


def test_text_that_stands_on_its_side_is_left():
    def turned(canvas: Canvas) -> None:
        lines(FULL, LAST)(canvas)
        canvas.rotate(90)
        canvas.drawString(300, -30, "arXiv 2024")

    found = read(turned)

    assert [part.text for part in found.parts] == [PROSE]
    assert found.left == ("1 piece of text that stand on their side",)


def test_a_page_without_text_is_told():
    assert read(lines(FULL, LAST), lambda canvas: canvas.rect(9, 9, 90, 90)).left == (
        "1 page that has no text, from page 2 on",
    )


def test_contents_are_furniture():
    dots = ". " * 20

    assert shown(both(lines(f"1 The source {dots} 3", y=740), lines(FULL, LAST)))[0][0] == "furniture"


def test_what_a_pdf_says_of_itself():
    def told(canvas: Canvas) -> None:
        canvas.setTitle("The  title")
        lines(FULL, LAST)(canvas)

    found = extract("a.pdf", pdf(told, lang="de-DE"))

    assert (found.title, found.language) == ("The title", "de-DE")
    assert found.published is None  # the day on which it was printed is none


def test_the_name_of_a_file_is_no_title():
    def told(canvas: Canvas) -> None:
        canvas.setTitle("Microsoft Word - draft2.docx")
        both(lines("The river", y=740, size=18), lines(FULL, LAST))(canvas)

    assert read(told).title == "The river"
    assert read(lines(FULL, LAST)).title == ""


def test_a_locked_pdf_is_refused(refused: Callable[[str, bytes], str]):
    data = pdf(lines(FULL), encrypt=StandardEncryption("secret"))

    assert refused("a.pdf", data) == "a.pdf: this PDF is locked by a password; save it without one"


def test_a_pdf_of_pictures_is_refused(refused: Callable[[str, bytes], str]):
    data = pdf(lambda canvas: canvas.rect(9, 9, 90, 90))

    assert refused("a.pdf", data) == "a.pdf: this PDF has no text layer, only pictures of pages; OCR it first"


def test_a_damaged_pdf_is_refused(refused: Callable[[str, bytes], str]):
    assert (
        refused("a.pdf", b"%PDF-1.7 nothing") == "a.pdf: this PDF is damaged; save or print it as a PDF again"
    )


def test_a_pdf_of_too_many_pages_is_refused(
    refused: Callable[[str, bytes], str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("quizmill.documents.extract.pdf._MOST_PAGES", 1)

    assert refused("a.pdf", pdf(lines("a"), lines("b"))) == "a.pdf: this PDF has more than 1 pages; split it"
