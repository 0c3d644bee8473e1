"""QTI 2 of other programs: what is read of it, and what is told."""

from __future__ import annotations

import io
import zipfile

import pytest

import samples
from quizmill.compose.paper import compose
from quizmill.errors import FileUnusable
from quizmill.formats.format import Settings
from quizmill.formats.qti21_read import read
from quizmill.formats.qti21_write import write
from quizmill.formats.report import Report
from quizmill.formats.table import named, recognised

ITEM = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<assessmentItem '
    'xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" '
    'identifier="i1" title="Title" adaptive="false" timeDependent="false">{}</assessmentItem>'
)
GIF = b"GIF89a" + bytes(20)


def declared(
    right: str, base: str = "identifier", cardinality: str = "single", more: str = "", name="R"
) -> str:
    values = "".join(f"<value>{each}</value>" for each in right.split("|") if each)
    correct = f"<correctResponse>{values}</correctResponse>" if values else ""
    return (
        f'<responseDeclaration identifier="{name}" cardinality="{cardinality}" baseType="{base}">'
        f"{correct}{more}</responseDeclaration>"
    )


def found(inside: str):
    """The only question of an item, and what was told: field, was."""
    report = Report()
    items = read(ITEM.format(inside).encode(), "a.xml", report).items
    return (items[0] if items else None), [(loss.field, loss.was) for loss in report.losses]


CHOICES = (
    '<choiceInteraction responseIdentifier="R" shuffle="false" maxChoices="{most}"><prompt>P &amp; '
    "<b>Q</b>?</prompt>"
    '<simpleChoice identifier="A">a<feedbackInline outcomeIdentifier="F" identifier="A">good</feedbackInline>'
    '</simpleChoice><simpleChoice identifier="B">b <m:math xmlns:m="http://www.w3.org/1998/Math/MathML" '
    'alttext="x^2"><m:mi>x</m:mi></m:math><feedbackInline outcomeIdentifier="F" '
    'identifier="B">no</feedbackInline>'
    "</simpleChoice></choiceInteraction>"
)


def test_a_choice_with_its_prompt_and_feedback_inside():
    item, told = found(f"{declared('A')}<itemBody><p>Above.</p>{CHOICES.format(most=1)}</itemBody>")

    assert (item.kind, item.id, item.prompt) == ("multiple_choice", "i1", "Above.\n\nP & **Q**?")
    assert [(each.text, each.right, each.why) for each in item.choices] == [
        ("a", True, ""),
        ("b \\(x^2\\)", False, "no"),
    ]
    assert item.ours == {}  # that a program does not shuffle says nothing of the author's wish
    assert told == [("why", "good")]


def test_several_are_right_where_the_key_has_several():
    item, _ = found(f"{declared('A|B', cardinality='multiple')}<itemBody>{CHOICES.format(most=0)}</itemBody>")

    assert (item.kind, [each.right for each in item.choices]) == ("multiple_response", [True, True])


def test_what_earns_something_is_right_where_nothing_else_is_said():
    mapping = (
        '<mapping defaultValue="0"><mapEntry mapKey="A" mappedValue="-1"/><mapEntry mapKey="B" '
        'mappedValue="1"/></mapping>'
    )
    item, _ = found(f"{declared('', more=mapping)}<itemBody>{CHOICES.format(most=0)}</itemBody>")

    assert [each.right for each in item.choices] == [False, True]


def test_two_options_called_true_and_false_are_a_statement():
    options = "".join(
        f'<simpleChoice identifier="{each}">{each}</simpleChoice>' for each in ("Richtig", "Falsch")
    )
    asked = (
        f'<choiceInteraction responseIdentifier="R" shuffle="false" '
        f'maxChoices="1">{options}</choiceInteraction>'
    )
    said = '<modalFeedback outcomeIdentifier="F" identifier="Richtig" showHide="show">C</modalFeedback>'
    item, _ = found(f"{declared('Falsch')}<itemBody><p>P</p>{asked}</itemBody>{said}")

    assert (item.kind, item.truth, item.correction, item.explanation) == ("true_false", False, "C", "")


ENTRY = '<textEntryInteraction responseIdentifier="R" expectedLength="9"/>'


def test_a_field_behind_the_text_is_a_short_answer_and_one_within_it_a_blank():
    mapping = (
        '<mapping defaultValue="0"><mapEntry mapKey="Tea" mappedValue="2"/><mapEntry mapKey="Chai" '
        'mappedValue="2"/>'
        '<mapEntry mapKey="Tee" mappedValue="1"/></mapping>'
    )
    behind, told = found(
        f"{declared('Tea', 'string', more=mapping)}<itemBody><p>Drink? {ENTRY}</p></itemBody>"
    )
    within, _ = found(f"{declared('Tea', 'string')}<itemBody><p>Drink {ENTRY} hot.</p></itemBody>")

    assert (behind.kind, behind.prompt, behind.answers) == ("short_answer", "Drink?", ("Tea", "Chai"))
    assert told == [("accept", "Tee (1)")]
    assert (within.kind, within.prompt) == ("cloze", "Drink {{Tea}} hot.")


def test_a_blank_that_takes_one_of_several_is_typed():
    asked = (
        '<inlineChoiceInteraction responseIdentifier="R" shuffle="true"><inlineChoice '
        'identifier="x">York</inlineChoice>'
        '<inlineChoice identifier="y">Bath</inlineChoice></inlineChoiceInteraction>'
    )
    other = declared("b", "string", name="S")
    entry = ENTRY.replace('"R"', '"S"')
    item, told = found(f"{declared('x')}{other}<itemBody><p>In {asked} and {entry}.</p></itemBody>")

    assert (item.kind, item.prompt) == ("cloze", "In {{York}} and {{b}}.")
    assert told == [("prompt", "York / Bath")]


@pytest.mark.parametrize(
    ("processing", "tolerance", "told"),
    [
        ("", "", []),
        ('<equal toleranceMode="absolute" tolerance="0.5 0.5"><variable identifier="R"/></equal>', "0.5", []),
        ('<lte><variable identifier="R"/><baseValue baseType="float">76</baseValue></lte>', "1", []),
        (
            '<equal toleranceMode="relative" tolerance="2"><variable identifier="R"/></equal>',
            "",
            ["tolerance"],
        ),
    ],
)
def test_a_number_may_be_so_far_off(processing, tolerance, told):
    rules = f"<responseProcessing>{processing}</responseProcessing>"
    item, losses = found(f"{declared('75.0', 'float')}<itemBody><p>N? {ENTRY}</p></itemBody>{rules}")

    assert (item.kind, item.answers, item.tolerance) == ("numerical", ("75",), tolerance)
    assert [field for field, _ in losses] == told


def test_a_number_without_a_key_is_not_whole():
    item, _ = found(f"{declared('', 'float')}<itemBody><p>N? {ENTRY}</p></itemBody>")

    assert (item.kind, item.answers) == ("numerical", ())


MATCH = (
    '<matchInteraction responseIdentifier="R" shuffle="true" maxAssociations="2"><prompt>M</prompt>'
    "<simpleMatchSet>"
    '<simpleAssociableChoice identifier="L1" matchMax="1">one</simpleAssociableChoice>'
    '<simpleAssociableChoice identifier="L2" matchMax="1">two</simpleAssociableChoice></simpleMatchSet>'
    "<simpleMatchSet>"
    '<simpleAssociableChoice identifier="R1" matchMax="1">eins</simpleAssociableChoice>'
    '<simpleAssociableChoice identifier="R2" matchMax="1">zwei</simpleAssociableChoice></simpleMatchSet>'
    "</matchInteraction>"
)


def test_pairs_and_what_is_spare():
    item, _ = found(f"{declared('L1 R1|L2 R1', 'directedPair', 'multiple')}<itemBody>{MATCH}</itemBody>")

    assert (item.kind, item.prompt, item.pairs) == ("matching", "M", (("one", "eins"), ("two", "eins")))
    assert item.extra == ("zwei",)


def test_steps_stand_in_the_order_of_the_key():
    steps = "".join(f'<simpleChoice identifier="{each}">{each}</simpleChoice>' for each in "ABC")
    asked = f'<orderInteraction responseIdentifier="R" shuffle="true">{steps}</orderInteraction>'
    item, _ = found(f"{declared('C|A|B', cardinality='ordered')}<itemBody>{asked}</itemBody>")

    assert (item.kind, item.steps) == ("ordering", ("C", "A", "B"))


def test_an_essay_with_a_rubric_and_marks():
    score = (
        '<outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float">'
        "<defaultValue><value>4.0</value></defaultValue></outcomeDeclaration>"
    )
    rubric = '<rubricBlock view="scorer tutor"><p>All of it.</p></rubricBlock>'
    asked = (
        f'<itemBody>{rubric}<p>Why?</p><extendedTextInteraction responseIdentifier="R" '
        f'expectedLines="5"/></itemBody>'
    )
    said = "".join(
        f'<modalFeedback outcomeIdentifier="F" identifier="{each}" showHide="show">{each}</modalFeedback>'
        for each in ("first", "second")
    )
    item, told = found(f"{declared('', 'string')}{score}{asked}{said}")

    assert (item.kind, item.prompt, item.points, item.marks) == ("essay", "Why?", ("All of it.",), 4)
    assert item.explanation == "first"
    assert told == [("explanation", "second")]


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<p>Only text</p>", "a bank has no questions with nothing to answer"),
        (
            '<uploadInteraction responseIdentifier="R"/>',
            "a bank has no questions with uploadInteraction",
        ),
        (
            f'{MATCH}<extendedTextInteraction responseIdentifier="S"/>',
            "a bank has no questions with matchInteraction, extendedTextInteraction",
        ),
    ],
)
def test_what_no_question_is_answered_in_is_told(body, rule):
    report = Report()
    items = read(ITEM.format(f"{declared('')}<itemBody>{body}</itemBody>").encode(), "a.xml", report).items

    assert items == ()
    assert [(loss.id, loss.field, loss.rule) for loss in report.losses] == [("i1", "question", rule)]


def packed(**files: bytes | str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, data in files.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_gif", ".gif"), data)
    return held.getvalue()


def test_a_package_has_order_topics_tags_and_pictures():
    essay = '<itemBody><p>Q{}</p><extendedTextInteraction responseIdentifier="R"/></itemBody>'
    test = (
        '<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="t" title="Exam">'
        "<testPart><assessmentSection "
        'identifier="s" title="Part"><assessmentItemRef identifier="b" href="../items/b.xml"/>'
        "</assessmentSection>"
        "</testPart></assessmentTest>"
    )
    manifest = (
        '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources><resource '
        'type="imsqti_item_xmlv2p2" '
        'href="items/b.xml"><metadata><lom><general><keyword><string>leaf</string></keyword><keyword><string>'
        "difficulty:hard</string></keyword></general></lom></metadata></resource></resources></manifest>"
    )
    data = packed(
        imsmanifest_xml=manifest,
        tests__t_xml=test,
        items__a_xml=ITEM.format(essay.format(1)),
        items__b_xml=ITEM.format(essay.format('<img src="pic/x.gif" alt="X"/>')).replace("i1", "i2"),
        items__pic__x_gif=GIF,
    )
    report = Report()
    found = read(data, "a.zip", report)
    second, first = found.items

    assert recognised(data, "a.zip").name == "qti21"
    assert (found.title, second.topic, first.topic) == ("Exam", "Part", "")
    assert (second.id, second.tags, second.ours) == ("i2", ("leaf",), {"difficulty": "hard"})
    (path,) = found.files
    assert second.prompt == f"Q\n\n![X]({path})"
    assert found.files[path] == GIF
    assert report.losses == ()


def test_what_holds_no_item_is_refused():
    with pytest.raises(FileUnusable, match="there is no item of QTI 2 in it"):
        read(packed(a_xml="<a/>"), "a.zip", Report())
    assert not named("qti21").recognises(b'<qti-assessment-item identifier="a">')
    assert not named("qti21").recognises(packed(a_xml="<a/>"))
    assert named("qti21").recognises(ITEM.encode())


def test_a_left_with_several_rights_is_none_of_ours():
    item, told = found(f"{declared('L1 R1|L1 R2', 'directedPair', 'multiple')}<itemBody>{MATCH}</itemBody>")

    assert item is None
    assert told == [("question", "Title")]


def test_a_rubric_tells_the_scorer_points_and_the_candidate_what_to_do():
    rubric = (
        '<rubricBlock view="scorer"><h1>Guide</h1><ul><li>one</li><li>two</li></ul></rubricBlock>'
        '<rubricBlock view="candidate"><p>Write much.</p></rubricBlock>'
    )
    asked = '<extendedTextInteraction responseIdentifier="R"><prompt>Why?</prompt></extendedTextInteraction>'
    item, told = found(f"{declared('', 'string')}<itemBody>{rubric}{asked}</itemBody>")

    assert (item.prompt, item.context, item.points) == ("Why?", "Write much.", ("one", "two"))
    assert [field for field, _ in told] == ["points"]


def test_formulas_and_names_of_other_programs():
    math = (
        '<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:semantics><m:mi>x</m:mi>'
        '<m:annotation encoding="latex">x^2</m:annotation></m:semantics></m:math>'
    )
    item, told = found(f"{declared('A')}<itemBody><p>{math}</p>{CHOICES.format(most=1)}</itemBody>")
    prefixed = b'<i:assessmentItem\r\n xmlns:i="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a"/>'

    assert item.prompt.startswith("\\(x^2\\)")
    assert told == [("why", "good")]
    assert named("qti21").recognises(prefixed)


def test_marks_are_whole():
    score = (
        '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" normalMaximum="2.5"/>'
    )
    item, told = found(f"{declared('A')}{score}<itemBody>{CHOICES.format(most=1)}</itemBody>")

    assert item.marks == 1
    assert ("marks", "2.5") in told


OURS = """\
title: T
questions:
  - id: drawn
    type: multiple_choice
    prompt: P
    answer: a
    distractors: [b, c]
    shuffle: false
    place: 2
    pin_last: true
    image: {file: art/x.gif, alt: A leaf, credit: Ada}
    audio: {file: s.mp3, transcript: Hiss.}
    context: Above.
    hint: Look.
    tags: [leaf]
    level: apply
    marks: 3
  - {id: pairs, type: matching, prompt: P, pairs: [[l, "*r*"], [m, s]], extra: [t]}
"""


def test_what_we_write_comes_back(tmp_path):
    bank = samples.load(tmp_path, bank="title: B\nnamespace: b\n", tea=OURS).bank
    paper = compose(bank, tuple(bank.questions()), seed=1, order="bank")
    held = Settings(pictures={"art/x.gif": GIF}, sounds={"s.mp3": b"ID3"})
    report = Report()
    back = read(write(paper, held, Report()), "a.zip", report)
    drawn, pairs = back.items

    assert (back.title, drawn.id, drawn.topic, drawn.marks, drawn.tags) == ("B", "drawn", "T", 3, ("leaf",))
    assert (drawn.prompt, drawn.context, drawn.hint) == ("P", "Above.", "Look.")
    assert [(each.text, each.right) for each in drawn.choices] == [("b", False), ("a", True), ("c", False)]
    assert drawn.ours == {"level": "apply", "shuffle": False, "place": 2, "pin_last": True}
    assert (drawn.image.alt, drawn.image.credit, back.files[drawn.image.file]) == ("A leaf", "Ada", GIF)
    assert (pairs.pairs, pairs.extra) == ((("l", "*r*"), ("m", "s")), ("t",))
    assert [(loss.id, loss.field) for loss in report.losses] == [("drawn", "audio")]


def test_a_picture_that_is_not_in_the_package_is_told():
    shown = '<div class="quizmill-picture"><img src="gone.png" alt="A"/></div>'
    item, told = found(f"{declared('A')}<itemBody>{shown}{CHOICES.format(most=1)}</itemBody>")

    assert item.image is None
    assert ("image", "gone.png") in told
