"""A page of HTML as one reads it, and what the page says of itself."""

from __future__ import annotations

import datetime

import pytest

from quizmill.documents.extract import Extracted, extract


def read(html: str, head: str = "", attributes: str = "") -> Extracted:
    top = f'<!DOCTYPE html><html {attributes}><head><meta charset="utf-8">{head}</head>'
    return extract("page.html", f"{top}<body>{html}</body></html>".encode())


def shown(html: str) -> list[tuple[str, str]]:
    return [(part.kind, part.text) for part in read(html).parts]


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("<p>One<p>Two", [("text", "One"), ("text", "Two")]),
        ("<p>One\n  line</p>tail", [("text", "One line"), ("text", "tail")]),
        ("<p>a <b>b</b><i>c</i> d</p>", [("text", "a bc d")]),
        ("<p>one<br>two<br> <br>three</p>", [("text", "one two"), ("text", "three")]),
        ("<p>中文\n中文，\nEnglish\n中</p>", [("text", "中文中文，English 中")]),
        ("<p>so&shy;ft hy\u200bphen</p>", [("text", "soft hyphen")]),
        ("<p>10<sup>6</sup> H<sub>2</sub>O, x<sup>th</sup></p>", [("text", "10⁶ H₂O, xth")]),
        ("<p>He said <q>yes</q>.</p>", [("text", "He said “yes”.")]),
        ("<p><ruby>漢<rp>(</rp><rt>かん</rt></ruby>字</p>", [("text", "漢字")]),
        ("<h2>Title <a href='#t'>¶</a></h2>", [("heading", "Title")]),
        ("<ul><li>one<ul><li>sub</ul><li>two</ul>", [("text", "one"), ("text", "sub"), ("text", "two")]),
        ("<ol><li><p>one</p><p>more</p></ol>", [("text", "one"), ("text", "more")]),
        ("<dl><dt>Term<dd>what it is</dl>", [("text", "Term"), ("text", "what it is")]),
        ("<blockquote>said</blockquote>", [("text", "said")]),
        ("<pre>a\n\n  b  \n\tc</pre>", [("listing", "a"), ("listing", "  b"), ("listing", "    c")]),
        ("<pre><code>a</code><code>b</code></pre>", [("listing", "a"), ("listing", "b")]),
        ("<pre>a<br>b</pre>", [("listing", "a"), ("listing", "b")]),
        ("<figure><img src=x><figcaption>A dog</figcaption></figure>", [("caption", "A dog")]),
        (
            "<table><caption>Rivers</caption><tr><th>Name<th>km<tr><td>Spree<br>(left)<td><p>400</p></table>",
            [("caption", "Rivers"), ("table", "Name | km"), ("table", "Spree (left) | 400")],
        ),
        ("<table><tr><td>a<td><tr><td><td></table>", [("table", "a | ")]),
        ("<table><tr><td><h2>Head</h2><p>text</p></table>", [("heading", "Head"), ("text", "text")]),
        ("<table role=presentation><tr><td>a<td>b</table>", [("text", "a"), ("text", "b")]),
        ("<table><tr><td>one<tr><td>two</table>", [("text", "one"), ("text", "two")]),
        ("<p>seen<span hidden> not</span><span style='display: none'> no</span></p>", [("text", "seen")]),
        ("<p>seen<script>x</script><style>p{}</style><noscript>y</noscript></p>", [("text", "seen")]),
        ("<p>a</p><div class='sr-only'>for the ear</div><button>OK</button>", [("text", "a")]),
    ],
)  # fmt: skip
def test_what_a_page_shows(html: str, parts: list[tuple[str, str]]):
    assert shown(html) == parts


TEXT = "<p>This paragraph is what the page is about, and it is longer than all of its menus are.</p>"
WORDS = ("text", "This paragraph is what the page is about, and it is longer than all of its menus are.")


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        (f"<nav>Home</nav>{TEXT}<footer>©</footer>", [("furniture", "Home"), WORDS, ("furniture", "©")]),
        (f"<header><a>Site</a></header>{TEXT}", [("furniture", "Site"), WORDS]),
        (f"<header><h1>Head</h1></header>{TEXT}", [("heading", "Head"), WORDS]),
        (f"<div id='cookie-banner'><p>Cookies.</p></div>{TEXT}", [("furniture", "Cookies."), WORDS]),
        (f"<div class='share-buttons'>Share</div>{TEXT}", [("furniture", "Share"), WORDS]),
        (f"<ul><li><a>One</a><li><a>Two</a><li><a>Three</a></ul>{TEXT}",
         [("furniture", "One"), ("furniture", "Two"), ("furniture", "Three"), WORDS]),
        (f"{TEXT}<p>Edit this page</p>", [WORDS, ("furniture", "Edit this page")]),
        (f"<div class='nav-wrapper'>{TEXT}</div>", [WORDS]),  # it has the page's text, whatever its name
        (f"<p class='share-price'>Up.</p>{TEXT}", [("text", "Up."), WORDS]),
        (f"<h2>Past<span class='mw-editsection'>[edit]</span></h2>{TEXT}", [("heading", "Past"), WORDS]),
        (f"{TEXT}<h2>References</h2><p>Book.</p><h3>Old</h3><p>Book.</p><h2>Notes</h2><p>Note.</p>",
         [WORDS, ("heading", "References"), ("furniture", "Book."), ("heading", "Old"),
          ("furniture", "Book."), ("heading", "Notes"), ("text", "Note.")]),
        (f"{TEXT}<table class='navbox'><tr><td>a<td>b</table>", [WORDS, ("table", "a | b")]),
        (f"{TEXT}<div class='navbox'><table><tr><td>a<td>b</table></div>", [WORDS, ("furniture", "a | b")]),
    ],
)  # fmt: skip
def test_what_belongs_to_the_page_is_furniture(html: str, parts: list[tuple[str, str]]):
    assert shown(html) == parts


def test_the_main_part_is_taken_where_the_page_names_it():
    found = read(f"<nav>Home and away</nav><main><h2>Head</h2>{TEXT}</main><footer>Foot</footer>")

    assert [part.text for part in found.parts] == ["Head", WORDS[1]]
    assert found.left == ("4 words outside of the main text",)


def test_the_first_heading_is_taken_from_outside_where_the_main_part_has_none():
    found = read(f"<header><h1>The title</h1></header><article>{TEXT}</article>")

    assert [(part.kind, part.text) for part in found.parts] == [("heading", "The title"), WORDS]


def test_a_main_part_that_has_little_of_the_page_is_not_believed():
    assert shown(f"<main><p>Little.</p></main>{TEXT}") == [("text", "Little."), WORDS]


def test_notes_come_last_and_what_leads_to_them_is_gone():
    html = (
        "<p>Xiaomi<sup><a href='#n1'>[1]</a></sup> was founded<a role='doc-noteref'>2</a> in 2010.</p>"
        "<section class='footnotes'><ol><li id=n1>By Lei Jun. <a href='#r1'>↩</a></ol></section>"
        "<h2>References</h2><p>A book.</p>"
    )

    assert shown(html) == [
        ("text", "Xiaomi was founded in 2010."),
        ("heading", "References"),
        ("furniture", "A book."),
        ("text", "By Lei Jun."),
    ]


def test_what_is_no_text_is_counted():
    found = read("<p>a<img src=x><img src=y></p><video></video><math><mi>E</mi> <mo>=</mo></math><svg></svg>")

    assert [part.text for part in found.parts] == ["a", "E="]
    assert found.left == (
        "3 pictures",
        "1 film, sound or frame",
        "1 formula, of which only the signs are taken",
    )


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Head - Site</title>", "Head"),  # the page's only first heading
        ("<title>T</title><meta property='og:title' content='The  title'>", "The title"),
        (linked('{"headline": "A &amp; B"}') + "<meta property='og:title' content='T'>", "A & B"),
        (linked('[{"@graph": [{"headline": "Deep"}]}]'), "Deep"),
        (linked("no JSON"), "Head"),
        (linked("[" * 90000), "Head"),
    ],
)
def test_the_title(head: str, title: str):
    assert read("<h1>Head</h1><p>Text.</p>", head).title == title


def test_the_title_on_the_tab_where_the_page_has_no_heading_of_its_own():
    assert read("<h1>A</h1><h1>B</h1>", "<title> On the\ntab </title>").title == "On the tab"
    assert read("<p>Text.</p>").title == ""


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (linked('{"@type": "Article", "datePublished": "2021-03-05T10:00:00Z"}'), datetime.date(2021, 3, 5)),
        ("<meta property='article:published_time' content='2020-02-01T00:00'>", datetime.date(2020, 2, 1)),
        ("<meta name='citation_date' content='2019/7/4'>", datetime.date(2019, 7, 4)),
        ("<meta name='date' content='2019'>", None),
        ("<meta name='date' content='2019-02-30'>", None),
        ("", None),
    ],
)
def test_the_day_it_was_published(head: str, day: datetime.date | None):
    assert read("<p>Text.</p>", head).published == day


@pytest.mark.parametrize(
    ("html", "day"),
    [
        ("By A, <time datetime='2018-05-06'>May 6</time>", datetime.date(2018, 5, 6)),
        ("<time datetime='2018-05-06'></time><time datetime='2019-05-06'></time>a", None),
        ("a<time pubdate datetime='2018-05-06'></time><time>b</time>", datetime.date(2018, 5, 6)),
    ],
)
def test_the_only_time_on_a_page_is_its_day(html: str, day: datetime.date | None):
    assert read(f"<p>{html}</p>").published == day


def test_the_language():
    assert read("<p>Text.</p>", attributes='lang="zh_CN"').language == "zh-CN"
    assert read("<p>Text.</p>", "<meta property='og:locale' content='de_DE'>").language == "de-DE"
    assert read("<p>Text.</p>").language == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "cp1252"])
def test_a_page_is_read_in_its_encoding(encoding: str):
    text = "雷军在北京创办了小米公司，公司位于北京。" if encoding != "cp1252" else "Größe und Façade"

    assert extract("a.html", f"<html><p>{text}</p></html>".encode(encoding)).parts[0].text == text


def test_the_encoding_that_a_page_tells_is_believed_where_it_can_be():
    euc = '<html><meta charset="euc-jp"><p>日本語の文章</p></html>'.encode("euc-jp")
    wrong = '<html><meta charset="ascii-nonsense"><p>Größe</p></html>'.encode()

    assert extract("a.html", euc).parts[0].text == "日本語の文章"
    assert extract("a.html", wrong).parts[0].text == "Größe"
