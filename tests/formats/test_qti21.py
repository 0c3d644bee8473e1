"""QTI 2.1: what is written for each kind, and that it is what the standard has."""

from __future__ import annotations

import io
import re
import textwrap
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

import samples
import sound_banks
from qti21_grammar import QTI, faults
from quizmill.bank.model import Bank, Topic
from quizmill.compose.paper import Paper, compose
from quizmill.formats.format import Settings
from quizmill.formats.qti21 import recognises
from quizmill.formats.qti21_write import write
from quizmill.formats.report import Report

NOTHING = Settings()  # no picture or sound
BANK = "title: B\nnamespace: b\n"
PACKAGE = "{http://www.imsglobal.org/xsd/imscp_v1p1}"


def paper_of(folder, question: str, bank: str = BANK) -> Paper:
    """A paper of one question whose id is q."""
    entry = textwrap.indent(f"id: q\n{textwrap.dedent(question).strip()}\n", "    ")
    loaded = samples.load(folder, bank=bank, tea=f"title: T\nquestions:\n  -{entry[3:]}").bank
    return compose(loaded, tuple(loaded.questions()), seed=1, order="bank")


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def written(paper: Paper, settings: Settings = NOTHING) -> tuple[etree._Element | None, list]:
    """The only item, and what the writer told of it."""
    report = Report()
    held = members(write(paper, settings, report))
    item = etree.fromstring(held["q-b-q.xml"]) if "q-b-q.xml" in held else None
    assert item is None or faults(item) == []
    return item, [(loss.field, loss.was, loss.became) for loss in report.losses]


def inside(item, path: str) -> str:
    """What the first element of that name holds, as XML without namespaces."""
    found = item.find(f".//{QTI}{path}")
    told = etree.tostring(found, encoding="unicode", with_tail=False)
    told = re.sub(r' xmlns(:\w+)?="[^"]*"', "", told)
    return re.sub(rf"^<{path}[^>]*>|</{path}>$", "", told)


def right(item) -> list[tuple[str, list[str]]]:
    """By response: what is right."""
    return [
        (each.get("identifier"), [value.text for value in each.iter(f"{QTI}value")])
        for each in item.iter(f"{QTI}responseDeclaration")
    ]


def mapped(item) -> list[tuple[str, str]]:
    return [(each.get("mapKey"), each.get("mappedValue")) for each in item.iter(f"{QTI}mapEntry")]


def said(item) -> list[tuple[str, str, str]]:
    return [
        (each.get("outcomeIdentifier"), each.get("identifier"), "".join(each.itertext()))
        for each in item.iter(f"{QTI}modalFeedback")
    ]


CHOICE = """\
type: multiple_choice
prompt: Which *one*?
answer: a < b
distractors: [{text: c, why: It & it.}]
"""
TRUE = "type: true_false, prompt: P, answer: true"


def test_a_choice_says_why_each_wrong_option_is_wrong(tmp_path):
    item, told = written(paper_of(tmp_path, f"{CHOICE}marks: 3\nshuffle: false\nexplanation: E"))

    assert (item.get("identifier"), item.get("title")) == ("q-b-q", "q")
    assert inside(item, "itemBody") == (
        '<div class="quizmill-prompt">Which <em>one</em>?</div>'
        '<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1" '
        'class="quizmill-kept">'
        '<simpleChoice identifier="o1">a &lt; b</simpleChoice><simpleChoice identifier="o2">c</simpleChoice>'
        "</choiceInteraction>"
    )
    assert right(item) == [("RESPONSE", ["o1"])]
    assert inside(item, "responseProcessing") == (
        '<responseCondition><responseIf><match><variable identifier="RESPONSE"/>'
        '<correct identifier="RESPONSE"/></match><setOutcomeValue identifier="SCORE">'
        '<baseValue baseType="float">3</baseValue></setOutcomeValue></responseIf></responseCondition>'
        '<setOutcomeValue identifier="FEEDBACK"><variable identifier="RESPONSE"/></setOutcomeValue>'
        '<setOutcomeValue identifier="EXPLANATION"><baseValue baseType="identifier">shown</baseValue>'
        "</setOutcomeValue>"
    )
    assert said(item) == [("FEEDBACK", "o2", "It & it."), ("EXPLANATION", "shown", "E")]
    assert told == []


def test_the_last_option_may_keep_its_place_among_shuffled_ones(tmp_path):
    question = "type: multiple_choice\nprompt: P\nanswer: a\ndistractors: [b, none of these]\npin_last: true"
    item, _ = written(paper_of(tmp_path, question))

    assert item.find(f".//{QTI}choiceInteraction").get("shuffle") == "true"
    assert [each.get("fixed") for each in item.iter(f"{QTI}simpleChoice")] == [None, None, "true"]


def test_of_several_right_options_each_earns_its_part_and_a_wrong_one_takes_it(tmp_path):
    question = (
        "type: multiple_response\nprompt: P\nanswers: ['1', '3', '5']\n"
        "distractors: [{text: '2', why: W}]\nmarks: 2"
    )
    item, _ = written(paper_of(tmp_path, question))

    assert right(item) == [("RESPONSE", ["o1", "o3", "o4"])]
    assert dict(mapped(item)) == dict.fromkeys(("o1", "o3", "o4"), "0.6666667") | {"o2": "-0.6666667"}
    bounds = item.find(f".//{QTI}mapping").attrib
    assert (bounds["lowerBound"], bounds["upperBound"]) == ("0", "2")
    assert said(item) == [("FEEDBACK", "o2", "W")]
    feedback = item.find(f"{QTI}outcomeDeclaration[@identifier='FEEDBACK']")
    assert feedback.get("cardinality") == "multiple"


def test_true_and_false_are_in_the_words_of_the_bank(tmp_path):
    question = "type: true_false\nprompt: P\nanswer: false\ncorrection: C"
    item, _ = written(paper_of(tmp_path, question, f"{BANK}language: de\n"))

    assert [(each.get("identifier"), each.text) for each in item.iter(f"{QTI}simpleChoice")] == [
        ("true", "Richtig"),
        ("false", "Falsch"),
    ]
    assert right(item) == [("RESPONSE", ["false"])]
    assert said(item) == [("FEEDBACK", "true", "C")]


@pytest.mark.parametrize(
    ("fields", "case", "told"),
    [
        ("accept: [Tea, 'a & b']", "false", []),
        ("compare: case", None, []),
        ("compare: characters", None, [("compare", "characters", "case")]),
    ],
)
def test_each_form_of_a_typed_answer_is_listed_and_plain(tmp_path, fields, case, told):
    item, found = written(paper_of(tmp_path, f"type: short_answer\nprompt: P\nanswer: Tea\n{fields}"))

    assert right(item) == [("RESPONSE", ["Tea"])]
    assert [key for key, _ in mapped(item)] == (["Tea", "a & b"] if "accept" in fields else ["Tea"])
    assert {each.get("caseSensitive") for each in item.iter(f"{QTI}mapEntry")} == {case}
    assert found == told


def test_code_is_compared_by_capitals(tmp_path):
    item, told = written(paper_of(tmp_path, "type: short_answer\nprompt: P\nanswer: '`Ab`'"))

    assert mapped(item) == [("Ab", "1")]
    assert item.find(f".//{QTI}mapEntry").get("caseSensitive") is None
    assert told == [("answer", "`Ab`", "Ab"), ("compare", "", "")]


def test_a_number_is_right_from_here_to_there_and_its_unit_stands_behind(tmp_path):
    item, told = written(paper_of(tmp_path, "type: numerical\nprompt: P\nanswer: 1,250 kg\ntolerance: 2%"))

    assert inside(item, "itemBody") == (
        '<div class="quizmill-prompt">P</div><p><textEntryInteraction responseIdentifier="RESPONSE" '
        'expectedLength="10"/> <span class="quizmill-unit">kilogram</span></p>'
    )
    assert right(item) == [("RESPONSE", ["1250"])]
    assert [each.text for each in item.iter(f"{QTI}baseValue")] == ["1225", "1275", "1"]
    assert item.find(f".//{QTI}equal") is None
    assert told == [
        ("answer", "1,250 kg", "1250"),
        ("tolerance", "2%", "25"),
        ("unit", "1,250 kg", "kilogram"),
    ]


def test_a_date_is_typed_as_a_text(tmp_path):
    item, told = written(paper_of(tmp_path, "type: numerical\nprompt: P\nanswer: 2004-08-19"))

    assert mapped(item) == [("2004-08-19", "1")]
    assert told == [("type", "2004-08-19", "")]


def test_each_blank_is_a_field_with_its_part_of_the_marks(tmp_path):
    question = "type: cloze\ntext: |\n  {{a|A}}, *b* {{c}}\n\n  ```\n  {{d}}\n  ```\n"
    item, told = written(paper_of(tmp_path, question))

    assert inside(item, "itemBody") == (
        '<div class="quizmill-prompt"><p><textEntryInteraction responseIdentifier="R1" expectedLength="10"/>'
        ', <em>b</em> <textEntryInteraction responseIdentifier="R2" expectedLength="10"/></p>'
        '<pre><code><textEntryInteraction responseIdentifier="R3" expectedLength="10"/></code></pre></div>'
    )
    assert right(item) == [("R1", ["a"]), ("R2", ["c"]), ("R3", ["d"])]
    assert mapped(item) == [("a", "0.3333334"), ("A", "0.3333334"), ("c", "0.3333334"), ("d", "0.3333332")]
    assert told == []


def test_a_blank_within_a_formula_has_no_place(tmp_path):
    item, told = written(paper_of(tmp_path, r"type: cloze" + "\n" + r"text: '\(x = {{2}}\)'"))

    assert item is None
    assert [field for field, _, _ in told] == ["question"]


@pytest.mark.parametrize(("pairs", "most"), [("[[l, '1'], [m, '2']]", "1"), ("[[l, '1'], [m, '1']]", "0")])
def test_a_right_may_serve_several_lefts_where_one_does(tmp_path, pairs, most):
    item, told = written(paper_of(tmp_path, f"type: matching\nprompt: P\npairs: {pairs}\nextra: ['*3*']"))
    lefts, rights = item.iter(f"{QTI}simpleMatchSet")

    assert [each.text for each in lefts] == ["l", "m"]
    assert {each.get("matchMax") for each in rights} == {most}
    assert "".join(rights.itertext()).endswith("3")
    assert [pair.split()[0] for pair in right(item)[0][1]] == ["l1", "l2"]
    assert told == []


def test_steps_have_one_right_order(tmp_path):
    item, told = written(paper_of(tmp_path, "type: ordering\nprompt: P\nsequence: ['`one`', two, '`one`']"))
    shown = {each.get("identifier"): "".join(each.itertext()) for each in item.iter(f"{QTI}simpleChoice")}

    assert [shown[step] for step in right(item)[0][1]] == ["one", "two", "one"]
    assert item.find(f"{QTI}responseDeclaration").get("cardinality") == "ordered"
    assert told == [("sequence", "", "")]


def test_an_essay_has_its_points_for_the_scorer_alone(tmp_path):
    item, _ = written(paper_of(tmp_path, "type: essay\nprompt: P\npoints: [one, '*two*']\nlines: 7\nhint: H"))

    assert inside(item, "itemBody") == (
        '<rubricBlock view="scorer"><ul><li>one</li><li><em>two</em></li></ul></rubricBlock>'
        '<div class="quizmill-prompt">P</div>'
        '<extendedTextInteraction responseIdentifier="RESPONSE" expectedLines="7"/>'
        '<rubricBlock view="tutor"><div class="quizmill-hint">H</div></rubricBlock>'
    )
    assert item.find(f"{QTI}responseProcessing") is None


def test_pictures_and_sounds_are_files_of_their_items(tmp_path):
    question = """
        type: true_false
        prompt: |
          P

          ![one](a/x.png "Ada")
        answer: true
        context: '![two](b/x.png)'
        image: {file: a/x.png, alt: "<three>", credit: Bo}
        audio: {file: s/y z.mp3, transcript: "Hiss & co.", credit: Cy}
        """
    held = Settings(pictures={"a/x.png": b"1", "b/x.png": b"2"}, sounds={"s/y z.mp3": b"ID3"})
    report = Report()
    files = members(write(paper_of(tmp_path, question), held, report))
    item = etree.fromstring(files["q-b-q.xml"])

    assert faults(item) == []
    assert [(each.get("src"), each.get("alt")) for each in item.iter(f"{QTI}img")] == [
        ("files/1-x.png", "two"),
        ("files/x.png", "<three>"),
        ("files/x.png", "one"),
    ]
    assert item.find(f".//{QTI}object").attrib == {"data": "files/y-z.mp3", "type": "audio/mpeg"}
    assert said(item) == [("EXPLANATION", "shown", "What is said (y z.mp3): Hiss & co.")]
    manifest = etree.fromstring(files["imsmanifest.xml"])
    resource = manifest.find(f".//{PACKAGE}resource[@identifier='q-b-q']")
    assert [each.get("href") for each in resource.iter(f"{PACKAGE}file")] == [
        *("q-b-q.xml", "files/1-x.png", "files/x.png", "files/y-z.mp3"),
    ]
    assert sorted(files) == [
        *("files/1-x.png", "files/x.png", "files/y-z.mp3", "imsmanifest.xml", "q-b-q.xml", "test.xml"),
    ]
    assert [(loss.field, loss.severity) for loss in report.losses] == [("explanation", "changed")]


def test_a_file_that_is_not_at_hand_is_told(tmp_path):
    question = (
        "type: true_false\nprompt: P\nanswer: true\nimage: {file: a.png, alt: A}\n"
        "audio: {file: s.mp3, transcript: T}"
    )
    item, told = written(paper_of(tmp_path, question))

    assert "[A]" in "".join(item.itertext())
    assert [(field, was) for field, was, _ in told] == [
        *(("image", "a.png"), ("audio", "s.mp3"), ("explanation", "")),
    ]


def test_the_test_has_a_section_for_each_topic_and_the_manifest_the_tags(tmp_path):
    bank = samples.load(
        tmp_path,
        bank=BANK,
        tea=f"title: T & U\nquestions:\n  - {{id: q, {TRUE}, tags: [leaf], level: apply}}\n",
        sea=f"title: S\nquestions:\n  - {{id: test, {TRUE}}}\n",
    ).bank
    files = members(write(compose(bank, tuple(bank.questions()), seed=1, order="bank"), NOTHING, Report()))
    test, manifest = (etree.fromstring(files[name]) for name in ("test.xml", "imsmanifest.xml"))

    assert faults(test) == []
    sections = [*test.iter(f"{QTI}assessmentSection")]
    assert [each.get("title") for each in sections] == ["S", "T & U"]
    assert [ref.get("href") for each in sections for ref in each] == ["q-b-test.xml", "q-b-q.xml"]
    resources = {each.get("identifier"): each for each in manifest.iter(f"{PACKAGE}resource")}
    assert [each.get("identifierref") for each in resources["test"].iter(f"{PACKAGE}dependency")] == [
        *("q-b-test", "q-b-q"),
    ]
    assert "".join(resources["q-b-test"].itertext()) == ""
    assert [each.text for each in resources["q-b-q"].iter("{http://ltsc.ieee.org/xsd/LOM}string")] == [
        *("leaf", "level:apply"),
    ]


def test_looks_are_left_out_and_formulas_are_told_by_their_source(tmp_path):
    question = """
        type: true_false
        prompt: |
          \\(x^2 < 1\\)

          | a |
          |:-:|

          3. c
          4. d
        answer: true
        """
    item, _ = written(paper_of(tmp_path, question))
    math = item.find(".//{http://www.w3.org/1998/Math/MathML}math")

    assert math.get("alttext") == "x^2 < 1"
    assert "<table><tbody><tr><th>a</th></tr></tbody></table><ol><li>c</li>" in inside(item, "itemBody")


def test_signs_that_no_xml_holds_are_replaced_and_told(tmp_path):
    paper = paper_of(tmp_path, "type: short_answer\nprompt: P\nanswer: a")
    asked = replace(paper.exercises[0].question, prompt="]]> <![CDATA[ \ufffe \x0b \u202eRTL &amp;")
    item, told = written(replace(paper, exercises=(replace(paper.exercises[0], question=asked),)))

    assert item.findtext(f"{QTI}itemBody/{QTI}div") == "]]> <![CDATA[ \ufffd ␋ \u202eRTL &amp;"
    assert told == [("prompt", "U+FFFE", "U+FFFD")]


def test_a_package_is_known_by_its_manifest(tmp_path):
    data = write(paper_of(tmp_path, CHOICE), NOTHING, Report())

    assert recognises(data)
    assert not recognises(b"PK\x03\x04")
    assert not recognises(b"<assessmentItem/>")


@settings(max_examples=8)
@given(st.lists(sound_banks.questions(), min_size=1, max_size=3, unique_by=lambda question: question.id))
def test_any_question_is_what_the_standard_has(asked):
    bank = Bank(title="B", namespace="b", topics=(Topic(id="t", title="T", questions=tuple(asked)),))
    paper = compose(bank, tuple(bank.questions()), seed=1, order="bank")
    data = write(paper, NOTHING, Report())

    assert data == write(paper, NOTHING, Report())
    for name, held in members(data).items():
        assert name == "imsmanifest.xml" or faults(etree.fromstring(held)) == []
