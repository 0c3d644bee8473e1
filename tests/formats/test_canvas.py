"""Canvas's QTI 1.2: what is written, and the traps of its importers."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from msgspec.structs import replace

import samples
from quizmill.bank.model import Essay
from quizmill.compose.paper import Paper, compose
from quizmill.formats.canvas import FORMAT, recognises
from quizmill.formats.canvas_read import read
from quizmill.formats.canvas_write import write
from quizmill.formats.format import Settings
from quizmill.formats.report import Report

NOTHING = Settings()  # no picture or sound
HEAD = "title: T\nquestions:\n"
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


def paper_of(folder, question: str) -> Paper:
    """A paper of one question whose id is q, in a bank b."""
    entry = "".join(f"    {line}\n" for line in f"id: q\n{question}".splitlines())
    bank = samples.load(folder, bank="title: B\nnamespace: b\n", tea=f"{HEAD}  -{entry[3:]}").bank
    return compose(bank, tuple(bank.questions()), seed=1, order="bank")


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def written(paper: Paper, settings: Settings = NOTHING) -> tuple[etree._Element | None, list]:
    """The only item, and what the writer told of it."""
    report = Report()
    quiz = etree.fromstring(members(write(paper, settings, report))["b.xml"])
    return quiz.find(f".//{QTI}item"), [(loss.field, loss.was, loss.became) for loss in report.losses]


def type_of(item) -> str:
    return item.findtext(f".//{QTI}fieldentry")


def prompt_of(item) -> str:
    return item.findtext(f"{QTI}presentation/{QTI}material/{QTI}mattext")


def labels(response) -> dict[str, str]:
    return {
        label.get("ident"): label.findtext(f"{QTI}material/{QTI}mattext")
        for label in response.iter(f"{QTI}response_label")
    }


def responses(item) -> list:
    return [*item.iter(f"{QTI}response_lid"), *item.iter(f"{QTI}response_str")]


def earning(item) -> list[tuple[str, str, str]]:
    """What earns something: the condition, how it is added, and how much."""
    return [
        (
            " ".join(
                f"{each.tag.removeprefix(QTI)} {each.text or ''}".strip()
                for each in condition.find(f"{QTI}conditionvar").iter()
                if each.tag != f"{QTI}conditionvar"
            ),
            condition.find(f"{QTI}setvar").get("action"),
            condition.findtext(f"{QTI}setvar"),
        )
        for condition in item.iter(f"{QTI}respcondition")
        if condition.find(f"{QTI}setvar") is not None
    ]


def feedback(item) -> dict[str, str]:
    return {each.get("ident"): each.findtext(f".//{QTI}mattext") for each in item.iter(f"{QTI}itemfeedback")}


def test_a_choice_says_why_each_wrong_option_is_wrong(tmp_path):
    item, told = written(
        paper_of(
            tmp_path,
            "type: multiple_choice\nprompt: Which *one*?\nanswer: a < b\nmarks: 3\nshuffle: false\n"
            "distractors: [{text: c, why: It is & it is not.}]\nexplanation: E",
        )
    )

    assert (item.get("ident"), item.get("title"), type_of(item)) == ("b-q", "q", "multiple_choice_question")
    assert [each.text for each in item.iter(f"{QTI}fieldentry")][1] == "3"
    assert prompt_of(item) == "Which <em>one</em>?"
    (response,) = responses(item)
    assert (response.get("ident"), response.get("rcardinality")) == ("response1", "Single")
    assert labels(response) == {"o1": "a &lt; b", "o2": "c"}
    assert earning(item) == [("varequal o1", "Set", "100")]
    assert feedback(item) == {"general_fb": "E", "o2_fb": "It is &amp; it is not."}
    assert [each.get("linkrefid") for each in item.iter(f"{QTI}displayfeedback")] == ["general_fb", "o2_fb"]
    assert told == []


def test_of_several_right_options_all_must_be_taken_and_no_other(tmp_path):
    item, _ = written(
        paper_of(tmp_path, "type: multiple_response\nprompt: P\nanswers: ['1', '3']\ndistractors: ['2']")
    )

    assert type_of(item) == "multiple_answers_question"
    assert responses(item)[0].get("rcardinality") == "Multiple"
    assert earning(item) == [("and varequal o1 not varequal o2 varequal o3", "Set", "100")]


@pytest.mark.parametrize(
    ("answer", "right", "wrong"), [("true", "true", None), ("false", "false", "true_fb")]
)
def test_a_statement_is_corrected_to_who_takes_the_wrong_one(tmp_path, answer, right, wrong):
    correction = "\ncorrection: C" if wrong else ""
    item, _ = written(paper_of(tmp_path, f"type: true_false\nprompt: P\nanswer: {answer}{correction}"))

    assert labels(responses(item)[0]) == {"true": "True", "false": "False"}
    assert earning(item) == [(f"varequal {right}", "Set", "100")]
    assert feedback(item) == ({wrong: "C"} if wrong else {})


def test_each_form_of_a_typed_answer_is_listed_and_plain(tmp_path):
    item, told = written(
        paper_of(tmp_path, "type: short_answer\nprompt: P\nanswer: '*Tea*'\naccept: [Tea, 'a & b']")
    )

    assert type_of(item) == "short_answer_question"
    assert earning(item) == [("varequal Tea varequal a & b", "Set", "100")]
    assert told == [("answer", "*Tea*", "Tea")]


def test_a_number_is_right_from_here_to_there(tmp_path):
    item, told = written(paper_of(tmp_path, "type: numerical\nprompt: P\nanswer: 1,250 kg\ntolerance: 2%"))

    assert type_of(item) == "numerical_question"
    assert prompt_of(item) == "P (kilogram)"
    assert earning(item) == [("or varequal 1250 and vargte 1225 varlte 1275", "Set", "100")]
    assert told == [
        ("prompt", "", "kilogram"),
        ("unit", "kilogram", ""),
        ("answer", "1,250 kg", "1250"),
        ("tolerance", "2%", "25"),
    ]


@pytest.mark.parametrize("answer", ["0", "0.00005"])
def test_a_number_that_canvas_takes_for_none_is_typed_as_a_text(tmp_path, answer):
    item, told = written(paper_of(tmp_path, f"type: numerical\nprompt: P\nanswer: '{answer}'"))

    assert type_of(item) == "short_answer_question"
    assert prompt_of(item) == "P"
    assert earning(item) == [(f"varequal {answer}", "Set", "100")]
    assert told == [("type", answer, "")]


def test_more_decimals_than_canvas_keeps_are_named(tmp_path):
    item, told = written(paper_of(tmp_path, "type: numerical\nprompt: P\nanswer: '3.14159'"))

    assert earning(item)[0][0].startswith("or varequal 3.14159 ")
    assert told == [("answer", "3.14159", "")]


def test_a_date_is_typed_as_a_text(tmp_path):
    item, told = written(paper_of(tmp_path, "type: numerical\nprompt: P\nanswer: 2004-08-19"))

    assert type_of(item) == "short_answer_question"
    assert told == [("type", "2004-08-19", "")]


def test_blanks_are_names_that_the_text_has_not_and_each_lists_its_forms(tmp_path):
    item, told = written(paper_of(tmp_path, "type: cloze\ntext: '[blank1] {{a|A & B}}, {{*b*}} and {{c}}.'"))

    assert type_of(item) == "fill_in_multiple_blanks_question"
    assert prompt_of(item) == "[blank1] [blankx1], [blankx2] and [blankx3]."
    assert [(each.get("ident"), labels(each)) for each in responses(item)] == [
        ("response_blankx1", {"blankx1_0": "a", "blankx1_1": "A & B"}),
        ("response_blankx2", {"blankx2_0": "b"}),
        ("response_blankx3", {"blankx3_0": "c"}),
    ]
    assert earning(item) == [
        ("varequal blankx1_0", "Add", "33.33"),
        ("varequal blankx2_0", "Add", "33.33"),
        ("varequal blankx3_0", "Add", "33.34"),
    ]
    assert told == [("prompt", "*b*", "b")]


def test_a_blank_within_a_formula_has_no_place(tmp_path):
    item, told = written(paper_of(tmp_path, r"type: cloze" + "\n" + r"text: '\(x = {{2}}\)'"))

    assert item is None
    assert [field for field, _, _ in told] == ["question"]


def test_each_left_has_all_rights_and_a_spare_one_needs_nothing_more(tmp_path):
    item, told = written(
        paper_of(tmp_path, "type: matching\nprompt: P\npairs: [['1', '*a*'], ['2', b]]\nextra: [c]")
    )

    assert type_of(item) == "matching_question"
    first, second = responses(item)
    assert labels(first) == labels(second)
    assert sorted(labels(first).values()) == ["a", "b", "c"]
    assert [each.findtext(f"{QTI}material/{QTI}mattext") for each in (first, second)] == ["1", "2"]
    idents = {text: ident for ident, text in labels(first).items()}
    assert earning(item) == [
        (f"varequal {idents['a']}", "Add", "50.00"),
        (f"varequal {idents['b']}", "Add", "50.00"),
    ]
    assert told == [("pairs", "*a*", "a")]


def test_an_order_is_one_that_new_quizzes_reads(tmp_path):
    item, told = written(paper_of(tmp_path, "type: ordering\nprompt: P\nsequence: [one, two, three]"))

    (response,) = responses(item)
    assert response.get("rcardinality") == "Ordered"
    assert response.find(f"{QTI}render_extension/{QTI}ims_render_object/{QTI}flow_label") is not None
    ((right, _, _),) = earning(item)
    lines = labels(response)
    assert [lines[each] for each in right.split() if each != "varequal"] == ["one", "two", "three"]
    assert told == [("type", "", "")]


def test_the_points_of_an_essay_stand_at_the_end_of_what_is_said(tmp_path):
    item, told = written(paper_of(tmp_path, "type: essay\nprompt: P\npoints: [a, b]\nexplanation: E"))

    assert type_of(item) == "essay_question"
    assert feedback(item) == {"general_fb": '<div>E</div><ul class="essay-points"><li>a</li><li>b</li></ul>'}
    assert told == [("explanation", "", "")]


def test_a_formula_is_what_canvas_keeps_its_own_as(tmp_path):
    item, _ = written(
        paper_of(tmp_path, r"type: true_false" + "\n" + r"prompt: '\(a < b/2\)'" + "\nanswer: true")
    )

    assert prompt_of(item) == (
        '<img class="equation_image" src="/equation_images/a%2520%253C%2520b%252F2" title="a &lt; b/2" '
        'alt="LaTeX: a &lt; b/2" data-equation-content="a &lt; b/2">'
    )


SHOWN = """\
type: true_false
context: C
prompt: P
answer: true
image: {file: images/a b.svg, alt: A <dot>, credit: N. N.}
audio: {file: sounds/a.wav, transcript: It says a.}
"""


def test_pictures_and_sounds_are_in_the_package(tmp_path):
    paper = paper_of(tmp_path, SHOWN)
    settings = Settings(pictures={"images/a b.svg": b"<svg/>"}, sounds={"sounds/a.wav": b"RIFF"})
    item, told = written(paper, settings)
    packed = members(write(paper, settings, Report()))

    assert list(packed) == ["imsmanifest.xml", "b.xml", "files/a-b.svg", "files/a.wav"]
    assert packed["files/a-b.svg"] == b"<svg/>"
    assert b'<file href="files/a-b.svg"/>' in packed["imsmanifest.xml"]
    assert prompt_of(item) == (
        "<div>C</div><div>P</div>"
        '<div><img src="%24IMS-CC-FILEBASE%24/files/a-b.svg" alt="A &lt;dot&gt;">'
        "<br><small>N. N.</small></div>"
        '<div><a href="%24IMS-CC-FILEBASE%24/files/a.wav">a.wav</a></div>'
    )
    assert feedback(item)["general_fb"].endswith("It says a.</div>")
    assert told == [("explanation", "", "")]


def test_what_is_not_at_hand_is_named(tmp_path):
    item, told = written(paper_of(tmp_path, SHOWN))

    assert "[A &lt;dot&gt;]" in prompt_of(item)
    assert [each for each in told if each[0] != "explanation"] == [
        ("image", "images/a b.svg", ""),
        ("audio", "sounds/a.wav", ""),
    ]


def test_the_package_names_its_quiz_and_is_the_same_each_time(tmp_path):
    paper = replace(paper_of(tmp_path, "type: essay\nprompt: P\npoints: [a]"), title='Tea & "sea"')
    data = write(paper, NOTHING, Report())
    manifest = etree.fromstring(members(data)["imsmanifest.xml"])
    space = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"

    assert [(each.get("type"), each[0].get("href")) for each in manifest.iter(f"{space}resource")] == [
        ("imsqti_xmlv1p2", "b.xml")
    ]
    assert etree.fromstring(members(data)["b.xml"])[0].get("title") == 'Tea & "sea"'
    assert data == write(paper, NOTHING, Report())
    assert recognises(data)
    assert not recognises(b"PK and no more")
    assert not recognises(b"<quiz>")
    assert FORMAT.extensions[0] == "zip"


def test_what_canvas_reads_is_read_back(tmp_path):
    bank = samples.load(tmp_path).bank
    paper = compose(bank, tuple(bank.questions()), seed=1, order="bank")
    report = Report()
    found = read(write(paper, NOTHING, Report()), "a.zip", report)

    assert found.title == "Tea and the sea"
    assert [(each.id, each.kind) for each in found.items] == [
        (each.id, each.kind) for each in paper.exercises
    ]
    told = [point for each in found.items for point in each.points]
    assert told == [
        point.point
        for each in paper.exercises
        if isinstance(each.question, Essay)
        for point in each.question.points
    ]
    assert report.losses == ()
