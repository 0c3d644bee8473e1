"""The page of what answers say: each question beside how it did, places and wordings apart, nothing run."""

from __future__ import annotations

import base64
import hashlib
import random
import re
from pathlib import Path

import lxml.html
import pytest
from msgspec.structs import replace

import samples
from quizmill.analysis.intervals import Interval
from quizmill.analysis.summary import summary
from quizmill.app.item_report import item_report
from quizmill.app.items_page import charts, figures
from quizmill.app.items_page.page import items_page
from quizmill.bank.load import load_bank
from quizmill.compose.arrange import as_written
from quizmill.grade.marking import Verdict
from sat_papers import answer, choices, sat
from web_pages import HOSTILE, rich_bank


@pytest.fixture
def bank(tmp_path):
    return load_bank(samples.write(tmp_path)).bank


def shown(rows, bank, pictures=None):
    """The page, parsed."""
    return lxml.html.fromstring(items_page(item_report(summary(rows), bank), bank, pictures or {}))


def said(element) -> str:
    """Its text with single blanks."""
    return " ".join(element.text_content().split())


def all_of(element, selector: str) -> list:
    """What a selector of tags, classes and values of attributes finds: `.card table.options`."""
    path = ""
    for part in selector.split():
        tag = re.match(r"\w*", part)[0]
        classes = re.findall(r"\.(\w+)", part)
        tests = [f"contains(concat(' ', @class, ' '), ' {each} ')" for each in classes]
        tests += [f"@{name}='{value}'" for name, value in re.findall(r"\[([\w-]+)=([\w-]+)\]", part)]
        path += f"//{tag or '*'}" + "".join(f"[{each}]" for each in tests)
    return element.xpath(f".{path}")


def rows_of(element, selector: str) -> list[list[str]]:
    return [[said(cell) for cell in row] for table in all_of(element, selector) for row in table.iter("tr")]


def asked(bank, id: str):
    return next(as_written(*each) for each in bank.questions() if each[1].id == id)


def taken(bank, id: str, options: str, place="paper", number=1, **named):
    """What students took of a question, a letter for each; `-` is nothing."""
    exercise, chance = asked(bank, id), random.Random(0)
    for student, letter in enumerate(options):
        chosen = () if letter == "-" else ("ABCDE".index(letter),)
        yield answer(bank, exercise, student, chosen, chosen == exercise.key, number, place, chance, **named)


def test_options_stand_in_the_order_of_the_bank_beside_who_took_them(bank):
    page = shown([*taken(bank, "tea-plant", "AAB-"), *taken(bank, "tea-herbs", "BBAA", number=2)], bank)
    (card,) = [each for each in all_of(page, ".card") if "tea-plant" in said(each.find("h3"))]

    assert said(all_of(card, ".text")[0]) == "From which plant is every true tea made?"
    assert rows_of(card, ".options") == [
        ["Option", "All", "Upper", "Lower", "Rest"],
        ["Camellia sinensis ✓ right", "50 % 2", "100 % 2", "0 % 0", "100 %"],
        ["Camellia japonica", "25 % 1", "0 % 0", "50 % 1", "0 %"],
        ["Ilex paraguariensis", "0 % 0", "0 % 0", "0 % 0", "–"],
        ["Aspalathus linearis", "0 % 0", "0 % 0", "0 % 0", "–"],
    ]
    assert rows_of(card, ".figures") == [
        ["Facility", "", "50 % (7 to 93 %)"],
        ["Blind guesses", "", "25 %"],
        ["Discrimination", "", "none: too few students"],
        ["Upper 27 %", "", "100 % of 2"],
        ["Lower 27 %", "", "0 % of 2"],
        ["Left out", "", "1"],
    ]


def test_places_and_wordings_stand_apart(bank):
    page = shown(
        [
            *taken(bank, "tea-plant", "AB"),
            *taken(bank, "tea-plant", "AAB", "exam"),
            *(
                replace(row, paper="before")
                for row in taken(bank, "tea-plant", "BBBB", wording="0123456789abcdef")
            ),
            *(replace(row, chosen=()) for row in taken(bank, "tea-plant", "AAAAB", "anki")),
            *(replace(row, question="tea-gone") for row in taken(bank, "tea-plant", "A")),
        ],
        bank,
    )
    (card,) = all_of(page, "section[aria-labelledby=questions-h] .card")

    assert [said(each) for each in card.xpath("./section/h4")] == [
        "On paper: 2 students",
        "Exam at the terminal: 3 students",
        "Anki: 5 students",
    ]
    assert [said(each) for each in all_of(card, "details h4")] == [
        "On paper, wording 0123456789abcdef: 4 students"
    ]
    assert rows_of(card, "details .options") == [
        ["Option", "All", "Upper", "Lower", "Rest"],
        ["option 2", "100 % 4", "–", "–", "–"],
    ]
    (anki,) = all_of(card, "[data-place=anki]")
    assert rows_of(anki, "table")[0] == ["Facility", "", "80 % (28 to 99 %)"]
    assert said(anki.find("p")) == "The first reviews, as learners graded themselves."
    assert "Discrimination" not in said(anki)
    (gone,) = all_of(page, "section[aria-labelledby=gone-h] .card")
    assert said(gone.find("h3")) == "tea-gone"


def test_what_only_an_earlier_wording_was_asked_is_told(bank):
    page = shown(list(taken(bank, "tea-plant", "AB", wording="0123456789abcdef")), bank)

    assert said(all_of(page, "details.earlier summary")[0]) == (
        "Earlier wordings only: nobody has answered this one"
    )
    assert said(all_of(page, ".right")[0]) == "✓ right Camellia sinensis"


@pytest.mark.parametrize(
    ("id", "chosen", "found"),
    [
        (
            "tea-colours",
            (1, 1, -1),
            [
                ["Option", "All", "Upper", "Lower", "Rest"],
                ["Green tea"],
                ["heated at once ✓ right", "0 % 0", "–", "–", "–"],
                ["fully oxidised", "100 % 1", "–", "–", "–"],
                ["Black tea"],
                ["fully oxidised ✓ right", "100 % 1", "–", "–", "–"],
                ["White tea"],
                ["only dried ✓ right", "0 % 0", "–", "–", "–"],
            ],
        ),
        (
            "tea-steps",
            (1,),
            [
                ["Option", "All", "Upper", "Lower", "Rest"],
                ["In place 1"],
                ["Pluck ✓ right", "0 % 0", "–", "–", "–"],
                ["Wither", "100 % 1", "–", "–", "–"],
            ],
        ),
    ],
)
def test_what_is_put_somewhere_stands_under_where_it_was_put(bank, id, chosen, found):
    rows = [answer(bank, asked(bank, id), 1, chosen, False, 1, "paper", random.Random(0))]

    assert rows_of(shown(rows, bank), ".options")[: len(found)] == found


def test_faults_are_told_in_sentences_and_lead_to_their_questions():
    bank = load_bank(Path(__file__).parents[2] / "question_bank").bank
    first, second, *others = (each.id for _, each in choices(bank)[:12])
    faults = {"held_right": {first: 1}, "offered": {second: (0, 1, 2)}}
    page = shown(sat(bank, [first, second, *others], 200, **faults), bank)

    flagged = {
        said(each.find("summary")): [link.get("href") for link in all_of(each, "a")]
        for each in all_of(page, "section[aria-labelledby=flagged-h] details")
    }
    address = {said(each.find("h3")): f"#{each.get('id')}" for each in all_of(page, ".card")}
    assert flagged["Key suspect: 1 question"] == [address[first]]
    assert address[second] in flagged["Dead distractor: 1 question"]
    sentence = said(all_of(page.get_element_by_id(address[first][1:]), ".flags li")[0])
    assert sentence == (
        'Key suspect: the best of 200 students took "That a firm can do without a marketing department" more '
        "often than the key: r 0.33 with the rest (95 %: from 0.18); look whether "
        "it is right too, or the key wrong"
    )
    assert [said(each) for each in all_of(page, ".suspect .mark")] == ["⚠ look"]
    assert [said(each) for each in all_of(page, ".dead")] == ["dead"]


def test_a_test_is_told_with_what_does_not_count_in_it(bank):
    rows = [
        *taken(bank, "tea-plant", "AB" * 10 + "--"),
        *taken(bank, "tea-herbs", "BA" * 10 + "--", number=2),
        *taken(bank, "tea-true", "AB" * 9 + "----", number=3),
    ]
    page = shown(rows, bank)

    assert rows_of(page, ".tests") == [
        ["Test", "Marks", "Alpha", "Error, marks"],
        ["1. On paper 20 students, 3 questions", "1.0 ± 1.0 of 4", "0.75 (0.47 to 0.89)", "0.5"],
        [
            "2 empty sheets; 2 sheets ended before the last question; 4 sheets for that not in the Rasch "
            "model; no Rasch difficulties: too few questions"
        ],
    ]


def test_tests_beyond_the_tenth_are_folded(bank):
    chance = random.Random(0)
    every = [as_written(*each) for each in bank.questions()]
    rows = [
        replace(answer(bank, exercise, 1, (), True, 1, place, chance), earned=1.0)
        for exercise in every[:4]
        for place in ("paper", "html", "exam")
    ]
    rows = [replace(row, paper=row.question, verdict=Verdict.RIGHT) for row in rows]
    (more,) = all_of(shown(rows, bank), "section[aria-labelledby=tests-h] details")

    assert said(more.find("summary")) == "2 more tests, which fewer sat"
    assert [said(each)[:4] for each in all_of(more, "tbody th")] == ["11. ", "12. "]


def test_few_students_are_said_to_show_little(bank):
    note = "No question was answered by more than 2 students. So few can show no distractor dead, and find"

    few, enough = (shown(list(taken(bank, "tea-plant", "AB" * times)), bank) for times in (1, 30))
    assert said(all_of(few, ".note")[0]).startswith(note)
    assert not all_of(enough, ".note")


def test_no_answers_are_no_fault(bank):
    page = shown([], bank)

    assert said(page.find(".//header/p")) == "0 answers of 0 students."
    assert "Nothing is said against any question." in said(page)


def test_nothing_of_a_text_is_run_and_pictures_are_inside(tmp_path):
    loaded = rich_bank(tmp_path)
    chance = random.Random(0)
    every = [as_written(*each) for each in loaded.bank.questions()]
    rows = [
        answer(loaded.bank, each, student, each.key[:1], True, 1, "practice", chance)
        for each in every
        for student in range(2)
    ]
    picture = (loaded.folder / "square.png").read_bytes()
    page = shown(rows, loaded.bank, {"square.png": picture})

    assert len(all_of(page, "script")) == 1
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    assert HOSTILE.split("{{")[0].split() == [
        word
        for each in all_of(page, ".text")
        if "run" in said(each) and "</script>" in said(each)
        for word in said(each).partition("{{")[0].split()
    ]
    (image,) = all_of(page, ".asked img")
    assert image.get("src").startswith("data:image/png;base64,")
    assert image.get("alt") == 'a small "square"'
    assert all_of(page, ".options pre .f")  # a listing in its colours


def test_the_policy_lets_one_script_run_and_nothing_else(bank):
    page = shown(list(taken(bank, "tea-plant", "AB")), bank)
    script = all_of(page, "script")[0].text
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()

    assert page.xpath("//meta[@http-equiv]")[0].get("content") == (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_nobody_is_on_the_page_and_all_that_is_has_its_name(bank):
    rows = [replace(row, student="feedfacefeedface", team="7b") for row in taken(bank, "tea-plant", "A")]
    text = items_page(item_report(summary(rows), bank), bank, {}).decode()
    page = shown([*taken(bank, "tea-plant", "AB" * 20), *taken(bank, "tea-herbs", "BAAB" * 10)], bank)

    assert "feedface" not in text
    assert "7b" not in re.sub("<style>.*?</style>|sha256-[^']*", "", text, flags=re.S)
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    assert {each[1:] for each in page.xpath("//a/@href")} <= set(names)
    assert set(page.xpath("//@aria-labelledby")) <= set(names)
    assert all(svg.get("aria-hidden") == "true" for svg in all_of(page, "svg"))
    assert all(cell.get("scope") for cell in all_of(page, "th"))
    assert [each.tag for each in page.xpath("//h1 | //h2 | //h3 | //h4")][:2] == ["h1", "h2"]
    assert [said(each) for each in all_of(page, ".map title")] == [
        "tea-plant: 50 %, 0.00",
        "tea-herbs: 50 %, 0.00",
    ]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (figures.percent(0.567), "57\u00a0%"),
        (figures.percents(Interval(0.466, 0.666)), "47 to 67\u00a0%"),
        (figures.signed(-0.1234), "−0.12"),
        (figures.signed(-0.001), "0.00"),
        (figures.span(Interval(-0.17, 0.52)), "−0.17 to 0.52"),
        (figures.time(23.4), "23\u00a0s"),
        (figures.time(125), "2\u00a0min 5\u00a0s"),
        (figures.days(0, 0), ""),
        (figures.days(1_796_061_600_000, 1_796_061_600_001), "on 2026-11-30"),
        (figures.days(1_790_000_000_000, 1_796_061_600_000), "from 2026-09-21 to 2026-11-30"),
    ],
)
def test_figures_are_written_alike(told: str, words: str):
    assert told == words


def test_a_chart_draws_what_is_measured():
    assert charts.bar(0.41) == '<i class="bar" style="width:41%"></i>'
    assert charts.track(0.5, Interval(0.25, 0.75), 0, 1, 0.0) == (
        '<svg class="track" viewBox="0 0 100 12" aria-hidden="true"><path class="scale" d="M3 6H97"/>'
        '<path class="sign" d="M3 1V11"/><path class="spread" d="M26.5 6H73.5"/>'
        '<circle cx="50" cy="6" r="3"/></svg>'
    )
    assert charts.track(9, None, -4, 4).count('cx="97"') == 1  # what is off the scale stands at its end


def test_a_map_reaches_below_the_lowest():
    drawn = charts.item_map(
        [charts.Dot("q1", "<a>", 0.0, -0.5, True), charts.Dot("q2", "b", 1.0, 1.0, False)]
    )

    assert [tick for tick in re.findall(">([^<>]+)</text>", drawn) if "." in tick][:3] == [
        "−0.6",
        "−0.4",
        "−0.2",
    ]
    assert re.findall('<a href="(.+?)" tabindex="-1"( class="flagged")?><title>(.+?)</title>', drawn) == [
        ("#q2", "", "b: 100\u00a0%, 1.00"),
        ("#q1", ' class="flagged"', "&lt;a&gt;: 0\u00a0%, −0.50"),
    ]
