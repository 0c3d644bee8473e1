"""Moodle XML: what is written, what is read, and the traps of Moodle's importer."""

from __future__ import annotations

import base64
import re

import pytest
from lxml import etree
from msgspec.structs import replace

import recordings
import samples
from quizmill.compose.paper import Paper, compose
from quizmill.errors import FileUnusable
from quizmill.formats.format import Found, Settings
from quizmill.formats.moodle import FORMAT
from quizmill.formats.moodle_read import read
from quizmill.formats.moodle_write import write
from quizmill.formats.report import Report

NOTHING = Settings()  # no picture or sound
HEAD = "title: T\nquestions:\n"
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
# The fractions that an answer may have, of a hundred: from Moodle's list.
LISTED = {
    *("100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30", "25", "20"),
    *("16.66667", "14.28571", "12.5", "11.11111", "10", "5", "0"),
}


def paper_of(folder, question: str) -> Paper:
    """A paper of one question whose id is q."""
    entry = "".join(f"    {line}\n" for line in f"id: q\n{question}".splitlines())
    bank = samples.load(folder, bank="title: B\nnamespace: b\n", tea=f"{HEAD}  -{entry[3:]}").bank
    return compose(bank, tuple(bank.questions()), seed=1, order="bank")


def written(paper: Paper, settings: Settings = NOTHING) -> tuple[str, list[tuple[str, str, str]]]:
    """The elements of the only question, and what the writer told of it."""
    report = Report()
    text = write(paper, settings, report).decode()
    told = [(loss.field, loss.was, loss.became) for loss in report.losses]
    found = re.search(r'<question type="(?!category).*</question>', text, re.DOTALL)
    return found[0] if found else "", told


def found_in(*questions: str) -> tuple[Found, list[tuple[str, str]]]:
    """What a reader finds in a file of these questions, and what it tells."""
    report = Report()
    found = read(f"<quiz>{''.join(questions)}</quiz>".encode(), "a.xml", report)
    return found, [(loss.field, loss.rule) for loss in report.losses]


def item(kind: str, inside: str, prompt: str = "P") -> tuple[dict[str, object], list[tuple[str, str]]]:
    """What one question says, without its place, and what was told of it."""
    asked = f'<questiontext format="html"><text><![CDATA[{prompt}]]></text></questiontext>'
    found, told = found_in(f'<question type="{kind}">{asked}{inside}</question>')
    said = {name: getattr(found.items[0], name) for name in found.items[0].__struct_fields__}
    del said["place"]
    if said["marks"] == 1:
        del said["marks"]
    return {name: value for name, value in said.items() if value not in ("", (), None, {})}, told


def answer(share: str, text: str, why: str = "", more: str = "") -> str:
    feedback = f"<feedback><text>{why}</text></feedback>" if why else ""
    return f'<answer fraction="{share}"><text>{text}</text>{feedback}{more}</answer>'


def test_a_question_is_an_element_and_its_topic_a_category_of_the_release(tmp_path):
    bank = samples.load(tmp_path).bank
    paper = compose(bank, tuple(bank.questions())[:1], seed=1, order="bank")

    assert (
        write(paper, Settings(), Report()).decode()
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>$course$/top/Tea and the sea/2026-11-22/Tea</text></category>\
<info format="html"><text></text></info></question>
<question type="multichoice">
<name><text>tea-plant</text></name>
<questiontext format="html"><text><![CDATA[From which plant is <em>every</em> true tea made?]]></text>\
</questiontext>
<generalfeedback format="html"><text><![CDATA[Green, black and white tea differ in what is done to the leaf.\
<br><br>Source: The Tea Book, paragraph 2]]></text></generalfeedback>
<defaultgrade>1</defaultgrade>
<penalty>0.5</penalty>
<hidden>0</hidden>
<idnumber>tea-plant</idnumber>
<single>true</single>
<shuffleanswers>true</shuffleanswers>
<answernumbering>abc</answernumbering>
<showstandardinstruction>0</showstandardinstruction>
<shownumcorrect>1</shownumcorrect>
<answer fraction="0" format="html"><text>Aspalathus linearis</text></answer>
<answer fraction="0" format="html"><text>Ilex paraguariensis</text></answer>
<answer fraction="0" format="html"><text>Camellia japonica</text><feedback format="html"><text>It is a \
garden cousin without tea in its leaves.</text></feedback></answer>
<answer fraction="100" format="html"><text>Camellia sinensis</text></answer>
<hint format="html"><text>The genus has a Czech-Moravian missionary's name.</text></hint>
<tags><tag><text>plants</text></tag><tag><text>difficulty:easy</text></tag></tags>
</question>
</quiz>
"""
    )


@pytest.mark.parametrize(
    ("question", "inside", "told"),
    [
        (
            "type: true_false\nprompt: P\nanswer: false\ncorrection: C",
            '<answer fraction="100" format="moodle_auto_format"><text>false</text></answer>',
            [],
        ),
        (
            "type: true_false\nprompt: P\nanswer: false\ncorrection: C",
            '<answer fraction="0" format="moodle_auto_format"><text>true</text><feedback format="html">',
            [],
        ),
        (  # a star stands for any text, and is escaped
            "type: short_answer\nprompt: P\nanswer: 2 * 3\naccept: [six]",
            '<usecase>0</usecase>\n<answer fraction="100" format="moodle_auto_format"><text>2 \\* 3</text>'
            '</answer>\n<answer fraction="100" format="moodle_auto_format"><text>six</text></answer>\n',
            [],
        ),
        (
            "type: short_answer\nprompt: P\nanswer: Na\ncompare: case",
            "<usecase>1</usecase>",
            [],
        ),
        (
            "type: short_answer\nprompt: P\nanswer: Na\ncompare: spelling",
            "<usecase>0</usecase>",
            [("compare", "spelling", "")],
        ),
        ("type: short_answer\nprompt: P\nanswer: '`Na`'", "<usecase>1</usecase>", [
            ("answer", "`Na`", "Na"), ("compare", "", "")]),
        (
            "type: numerical\nprompt: How far?\nanswer: 16,000\nunit: km\ntolerance: 2%",
            '<answer fraction="100" format="moodle_auto_format"><text>16000</text><tolerance>320</tolerance>'
            "</answer>\n<units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit></units>\n"
            "<unitgradingtype>0</unitgradingtype>\n<unitpenalty>0.1</unitpenalty>\n<showunits>0</showunits>",
            [("answer", "16,000", "16000"), ("tolerance", "2%", "320"), ("prompt", "", "km")],
        ),
        (
            "type: numerical\nprompt: How many KM is it?\nanswer: '5'\nunit: km",
            "<text>How many KM is it?</text>",
            [],
        ),
        ("type: numerical\nprompt: P\nanswer: '5'", "<showunits>3</showunits>", []),
        (
            "type: numerical\nprompt: P\nanswer: $75 million",
            "<text>P (USD)</text>",
            [("answer", "$75 million", "75000000"), ("unit", "$75 million", "USD"), ("prompt", "", "USD")],
        ),
        (
            f"type: numerical\nprompt: P\nanswer: '5'\nunit: {'u' * 51}",
            "<showunits>3</showunits>",
            [("unit", "u" * 51, ""), ("prompt", "", "u" * 51)],
        ),
        (
            "type: numerical\nprompt: P\nanswer: 2004-08-19",
            '<question type="shortanswer">',
            [("type", "2004-08-19", "")],
        ),
        (  # signs of Moodle's own are entities: of its escapes its reader keeps some
            'type: cloze\ntext: "In {{~a} #*b\\\\|x & y}} a {1:MC:=b} <c>"',
            "In {1:SHORTANSWER:=&#126;a&#125; &#35;&#92;*b|x &#38; y} a &#123;1:MC:=b} &lt;c&gt;",
            [],
        ),
        ("type: cloze\ntext: '{{A}} or {{B}}'\nmarks: 4", "{2:SHORTANSWER:=A} or {2:SHORTANSWER:=B}", []),
        (
            "type: cloze\ntext: '{{A}} or {{B}}'\nmarks: 3",
            "{1:SHORTANSWER:=A} or {1:SHORTANSWER:=B}",
            [("marks", "3", "2")],
        ),
        ("type: cloze\ntext: '{{A}} is'\ncompare: case", "{1:SHORTANSWER_C:=A} is", []),
        (
            "type: matching\nprompt: M\npairs: [['<a>', b < c], [d, e]]\nextra: ['4']",
            '<subquestion format="html"><text><![CDATA[&lt;a&gt;]]></text><answer><text><![CDATA[b < c]]>'
            "</text></answer></subquestion>\n",
            [],
        ),
        (
            "type: matching\nprompt: M\npairs: [[a, b], [d, e]]\nextra: ['4']",
            '<subquestion format="html"><text></text><answer><text>4</text></answer></subquestion>',
            [],
        ),
        (  # without it the importer makes up hints, and its database ends the import
            "type: ordering\nprompt: O\nsequence: [a, b]",
            '<shownumcorrect>1</shownumcorrect>\n<answer fraction="1" format="html"><text>a</text></answer>\n'
            '<answer fraction="2" format="html"><text>b</text></answer>',
            [],
        ),
        ("type: ordering\nprompt: O\nsequence: ['`x`', '`y`', '`x`']", "<![CDATA[<code>x</code>]]></text>", [
            ("sequence", "", "")]),
        (
            "type: essay\nprompt: Why?\npoints: [a, b]\nlines: 12",
            "<responsefieldlines>15</responsefieldlines>\n<attachments>0</attachments>\n"
            '<graderinfo format="html"><text><![CDATA[<ul><li>a</li><li>b</li></ul>]]></text></graderinfo>',
            [("lines", "12", "15")],
        ),
        ("type: true_false\nprompt: a ]]> b\nanswer: true", "<text><![CDATA[a ]]&gt; b]]></text>", []),
        (
            "type: true_false\nprompt: P\nanswer: true\ncontext: C",
            "<text><![CDATA[<div>C</div><div>P</div>]]></text>",
            [],
        ),
        (
            "type: true_false\n" + r"prompt: So \(\frac{1}{2}\)" + "\nanswer: true",
            r"<text>So \(\frac{1}{2}\)</text>",
            [],
        ),
        (
            "type: true_false\nprompt: P\nanswer: true\nimportance: core\nlevel: apply\ntags: [a]",
            "<tags><tag><text>a</text></tag><tag><text>importance:core</text></tag><tag><text>level:apply",
            [],
        ),
        (
            f"type: true_false\nprompt: P\nanswer: true\ntags: ['<{'t' * 60}']",
            f"<tags><tag><text>{'t' * 50}</text></tag></tags>",
            [("tags", f"<{'t' * 60}", "")],
        ),
        (
            "type: multiple_choice\nprompt: P\nanswer: None of them\ndistractors: [a, b]\nplace: 3\n"
            "pin_last: true",
            "<shuffleanswers>false</shuffleanswers>",
            [("shuffle", "", "")],
        ),
        (
            "type: multiple_choice\nprompt: P\nanswer: '3'\ndistractors: ['1', '2']",
            "<shuffleanswers>false</shuffleanswers>",
            [],
        ),
    ],
    ids=lambda value: value.split("\n")[0] if isinstance(value, str) else "",
)  # fmt: skip
def test_nothing_is_written_that_moodle_stumbles_over(tmp_path, question, inside, told):
    text, entries = written(paper_of(tmp_path, question))

    assert inside in text
    assert entries == told
    etree.fromstring(text)


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        (r"type: cloze" + "\n" + r"text: 'So \(x = {{2}}\).'", "a blank within a formula has no place"),
        (
            f"type: matching\nprompt: M\npairs: [[a, {'b' * 256}], [c, d]]",
            "a right has at most 255 characters",
        ),
    ],
)
def test_what_would_end_the_import_is_left_out(tmp_path, question, rule):
    report = Report()
    text = write(paper_of(tmp_path, question), Settings(), report).decode()

    assert text == '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n</quiz>\n'
    assert [(loss.field, loss.rule) for loss in report.losses] == [("question", rule)]


def test_what_no_xml_can_hold_is_told(tmp_path):
    paper = paper_of(tmp_path, "type: true_false\nprompt: P\nanswer: true")
    exercise = paper.exercises[0]
    odd = replace(exercise, question=replace(exercise.question, prompt="a\ufffe"))
    text, told = written(replace(paper, exercises=(odd,)))

    assert '<questiontext format="html"><text>a\ufffd</text></questiontext>' in text
    assert told == [("prompt", "U+FFFE", "U+FFFD")]


def test_nor_does_it_stand_in_a_unit(tmp_path):
    paper = paper_of(tmp_path, 'type: numerical\nprompt: P\nanswer: "5"\nunit: m')
    exercise = paper.exercises[0]
    odd = replace(exercise, question=replace(exercise.question, unit="\ufffe"))
    text, told = written(replace(paper, exercises=(odd,)))

    assert "<unit_name>\ufffd</unit_name>" in text
    assert told[-1] == ("unit", "U+FFFE", "U+FFFD")


def test_an_id_number_has_a_hundred_characters(tmp_path):
    paper = paper_of(tmp_path, "type: true_false\nprompt: P\nanswer: true")
    exercise = paper.exercises[0]
    long = replace(exercise, question=replace(exercise.question, id="q" * 101))
    text, told = written(replace(paper, exercises=(long,)))

    assert f"<idnumber>{'q' * 100}</idnumber>" in text
    assert told == [("id", "q" * 101, "q" * 100)]


@pytest.mark.parametrize("right", range(1, 10))
def test_every_share_is_on_moodles_list(tmp_path, right):
    answers = [f"r{number}" for number in range(right)]
    text, _ = written(
        paper_of(tmp_path, f"type: multiple_response\nprompt: P\nanswers: {answers}\ndistractors: [a, b]")
    )
    shares = re.findall(r'fraction="(-?)([\d.]+)"', text)

    assert sorted(sign for sign, _ in shares) == [""] * right + ["-"] * 2
    assert {share for _, share in shares} <= LISTED


def test_pictures_and_sounds_stand_beside_the_text_that_shows_them(tmp_path):
    paper = paper_of(
        tmp_path,
        'type: multiple_choice\nprompt: "P\\n\\n![a dot](<a/p x.png>)"\nanswer: "![one](<a/p x.png>)"\n'
        'distractors: ["![two](<b/p x.png>)", c]\nimage: {file: b/p x.png, alt: "A \\"b\\"", credit: Me}\n'
        "audio: {file: s/s.mp3, transcript: Hear & see}\nexplanation: E",
    )
    sound = recordings.MP3
    text, told = written(
        paper, Settings(pictures={"a/p x.png": DOT, "b/p x.png": DOT + b"2"}, sounds={"s/s.mp3": sound})
    )
    asked = re.search(r"<questiontext.*</questiontext>", text, re.DOTALL)
    dots = [base64.b64encode(DOT + more).decode() for more in (b"", b"2")]

    assert asked
    assert asked[0] == (
        '<questiontext format="html"><text><![CDATA[<div><p>P</p><p><img src="@@PLUGINFILE@@/p-x.png" '
        'alt="a dot"></p></div><div><img src="@@PLUGINFILE@@/1-p-x.png" alt="A &quot;b&quot;"><br><small>Me'
        '</small></div><div><audio controls="controls"><source src="@@PLUGINFILE@@/s.mp3">Hear &amp; see'
        '</audio></div>]]></text><file name="p-x.png" path="/" encoding="base64">'
        f'{dots[0]}</file><file name="1-p-x.png" path="/" encoding="base64">{dots[1]}</file>'
        f'<file name="s.mp3" path="/" encoding="base64">{base64.b64encode(sound).decode()}</file>'
        "</questiontext>"
    )
    assert f'alt="two"></p>]]></text><file name="p-x.png" path="/" encoding="base64">{dots[1]}</file>' in text
    assert "E<div>What is said (s.mp3): Hear &amp; see</div>" in text
    assert told == [("explanation", "", "")]


def test_a_file_that_is_not_at_hand_is_told(tmp_path):
    text, told = written(
        paper_of(
            tmp_path,
            "type: true_false\nprompt: P\nanswer: true\nimage: {file: a.png, alt: A}\n"
            "audio: {file: s.mp3, transcript: T}",
        )
    )

    assert "<div>P</div><div>[A]</div>" in text
    assert [entry[:2] for entry in told] == [("image", "a.png"), ("audio", "s.mp3"), ("explanation", "")]


@pytest.mark.parametrize(
    ("kind", "inside", "fields"),
    [
        (
            "truefalse",
            answer("0", "true", "no") + answer("100", "false"),
            {"kind": "true_false", "truth": False, "correction": "no"},
        ),
        (  # an old file has the words of its language: true comes first
            "truefalse",
            answer("100", "Wahr") + answer("0", "Falsch"),
            {"kind": "true_false", "truth": True},
        ),
        ("truefalse", answer("0", "true"), {"kind": "true_false"}),
        (
            "shortanswer",
            answer("100", "2 \\* 3") + answer("100", "a &amp; b") + "<usecase>1</usecase>",
            {"kind": "short_answer", "answers": ("2 \\* 3", "a & b"), "ours": {"compare": "case"}},
        ),
        (
            "numerical",
            answer("100", "7.50", "", "<tolerance>0.5</tolerance>")
            + "<units><unit><multiplier>1.0</multiplier><unit_name>km</unit_name></unit></units>",
            {"kind": "numerical", "answers": ("7.5",), "tolerance": "0.5", "unit": "km"},
        ),
        ("numerical", '<answer fraction="100">1e3</answer>', {"kind": "numerical", "answers": ("1000",)}),
        (
            "matching",
            "<subquestion><text>a &lt; b</text><answer><text>x &lt; y</text></answer></subquestion>"
            "<subquestion><text></text><answer><text>z</text></answer></subquestion>",
            {"kind": "matching", "pairs": (("a < b", "x < y"),), "extra": ("z",)},
        ),
        (
            "ddmatch",
            "<subquestion><text>a</text><answer><text>&lt;b&gt;x&lt;/b&gt;</text></answer></subquestion>",
            {"kind": "matching", "pairs": (("a", "**x**"),)},
        ),
        (
            "ordering",
            answer("2", "b") + answer("1", "a"),
            {"kind": "ordering", "steps": ("a", "b")},
        ),
        (
            "essay",
            "<graderinfo><text>&lt;p&gt;Look for:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;a *&lt;/li&gt;&lt;li&gt;b"
            "&lt;/li&gt;&lt;/ul&gt;</text></graderinfo><responsefieldlines>10</responsefieldlines>",
            {"kind": "essay", "points": (r"a \*", "b"), "ours": {"lines": 10}},
        ),
        (
            "essay",
            "<graderinfo><text>&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;</text></graderinfo>",
            {"kind": "essay", "points": ("a", "b")},
        ),
        (
            "shortanswer",
            answer("100", "a") + "<defaultgrade>2.0000000</defaultgrade><tags><tag><text>one two</text></tag>"
            "<tag><text>difficulty:hard</text></tag><tag><text>level:none</text></tag></tags>"
            "<hint><text>H</text></hint><generalfeedback><text>E</text></generalfeedback>"
            "<idnumber>i</idnumber><name><text>N</text></name>",
            {
                "kind": "short_answer",
                "answers": ("a",),
                "marks": 2,
                "tags": ("one two", "level:none"),
                "ours": {"difficulty": "hard"},
                "hint": "H",
                "explanation": "E",
                "id": "i",
            },
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_a_type_is_a_kind(kind, inside, fields):
    assert item(kind, inside) == ({"prompt": "P", **fields}, [])


def test_options_keep_what_is_said_of_them_and_their_order():
    inside = (
        "<shuffleanswers>0</shuffleanswers>"
        + answer("0", "x", "no")
        + answer("100", "&lt;b&gt;y&lt;/b&gt;")
        + answer("0", "u")
    )
    fields, told = item("multichoice", inside)

    assert [(each.text, each.right, each.why) for each in fields["choices"]] == [
        ("x", False, "no"), ("**y**", True, ""), ("u", False, ""),
    ]  # fmt: skip
    assert fields["ours"] == {"shuffle": False}
    assert told == []


@pytest.mark.parametrize(
    ("html", "prompt"),
    [
        ("In {1:SHORTANSWER:=2004~=the year 2004} it", "In {{2004|the year 2004}} it"),
        ("In {1:SA:%100%a\\}b~=c\\#d~=e&#126;f|g} it", r"In {{a}b|c#d|e~f\|g}} it"),
        ("<p>In {:NUMERICAL:=2004:0}.</p><p>{{x}}</p>", "In {{2004}}.\n\n\\{{x\\}}"),
        (r"{1:SA:=a} \(\frac{{x}}{2}\)", r"{{a}} \(\frac{ {x} }{2}\)"),
        ("{1:SA:=a} <b>{1:SA:=b}</b>", "{{a}} **{{b}}**"),
        ("{1:SA:=a} and {1:SA:=open", "{{a}} and {1:SA:=open"),
    ],
)
def test_the_blanks_of_a_cloze_are_ours(html, prompt):
    fields, told = item("cloze", "", html)

    assert (fields["kind"], fields["prompt"], told) == ("cloze", prompt, [])


def test_a_cloze_earns_the_sum_of_its_blanks():
    assert item("cloze", "", "{1:SA:=a} {3:SAC:=b}")[0] == {
        "kind": "cloze", "prompt": "{{a}} {{b}}", "marks": 4, "ours": {"compare": "case"},
    }  # fmt: skip


def test_a_single_gap_that_takes_one_of_several_is_a_question_of_choice():
    fields, told = item("multianswer", "", "It is {1:MULTICHOICE_VS:~no#why~=<i>so</i>}.")

    assert fields["kind"] == "multiple_choice"
    assert fields["prompt"] == "It is ____."
    assert [(each.text, each.right, each.why) for each in fields["choices"]] == [
        ("no", False, "why"), ("*so*", True, ""),
    ]  # fmt: skip
    assert told == []


@pytest.mark.parametrize(
    ("kind", "inside", "html", "prompt"),
    [
        (
            "gapselect",
            "<selectoption><text>a</text></selectoption><selectoption><text>b</text></selectoption>",
            "One [[2]] and [[1]]",
            "One {{b}} and {{a}}",
        ),
        ("ddwtos", "<dragbox><text>a</text></dragbox>", "One [[1]]", "One {{a}}"),
    ],
)
def test_gaps_that_take_words_of_a_list_are_typed(kind, inside, html, prompt):
    fields, told = item(kind, inside, html)

    assert (fields["kind"], fields["prompt"]) == ("cloze", prompt)
    assert told == [("prompt", "a gap that takes a word of a list is typed here")]


_LESS = "an answer that earns a part is not right here"


@pytest.mark.parametrize(
    ("kind", "inside", "told"),
    [
        ("multichoice", answer("100", "a") + answer("50", "b"), [("distractors", _LESS)]),
        (
            "multichoice",
            answer("100", "a") + answer("100", "b") + answer("0", "c"),
            [("answer", "a second option that is right too is left out")],
        ),
        (
            "multichoice",
            "<single>false</single>" + answer("70", "a") + answer("30", "b") + answer("-50", "c"),
            [("answers", "each right option earns the same here")],
        ),
        (
            "multichoice",
            answer("100", "a", "Right!")
            + answer("0", "b")
            + "<correctfeedback><text>Your answer is correct.</text></correctfeedback>"
            "<partiallycorrectfeedback><text>Think.</text></partiallycorrectfeedback>",
            [
                ("why", "what is said of a partly or wholly wrong answer is left out"),
                ("why", "what is said of a right answer is left out"),
            ],
        ),
        (
            "truefalse",
            answer("100", "true") + answer("0", "false", "no"),
            [("why", "a true statement says nothing to who denies it")],
        ),
        (
            "shortanswer",
            answer("100", "a*") + answer("50", "b", "half"),
            [
                ("answer", "a star stands for any text there, and for none here"),
                ("accept", _LESS),
                ("why", "what is said of a typed answer is left out"),
            ],
        ),
        (
            "numerical",
            answer("100", "5") + answer("100", "6") + answer("50", "7") + answer("0", "*", "no"),
            [
                ("accept", "one number is right here"),
                ("accept", _LESS),
                ("why", "what is said of a typed answer is left out"),
            ],
        ),
        ("numerical", answer("100", "*"), [("answer", "any number is right in Moodle")]),
        (
            "numerical",
            answer("100", "5") + "<units>"
            "<unit><multiplier>10</multiplier><unit_name>m</unit_name></unit></units>",
            [("unit", "a second unit, or one of another size, is left out")],
        ),
        (
            "matching",
            "<subquestion><text>a</text><answer><text></text></answer></subquestion>",
            [("pairs", "a left without a right is left out")],
        ),
        (
            "essay",
            "<responsetemplate><text>Dear</text></responsetemplate><attachments>2</attachments>",
            [
                ("prompt", "a text to begin with is left out"),
                ("prompt", "files cannot be handed in"),
            ],
        ),
        ("essay", "<defaultgrade>0.5</defaultgrade>", [("marks", "marks are a whole number from 1 to 100")]),
        ("essay", "<hidden>1</hidden>", [("question", "it is hidden in Moodle")]),
        (
            "essay",
            "<hint><text>a</text></hint><hint><text>b</text></hint>",
            [("hint", "several hints become one")],
        ),
        (
            "essay",
            "<generalfeedback><text>&lt;script&gt;x&lt;/script&gt;</text></generalfeedback>",
            [("explanation", "<script> is left out")],
        ),
    ],
)  # fmt: skip
def test_what_has_no_place_is_told(kind, inside, told):
    assert item(kind, inside)[1] == told


def test_what_several_questions_say_alike_explains_none():
    said = "<correctfeedback><text>&lt;p&gt;Bien observé, les arbres !&lt;/p&gt;</text></correctfeedback>"
    question = f'<question type="essay"><questiontext><text>P</text></questiontext>{said}</question>'
    alone = found_in(question)
    twice, told = found_in(question + question.replace("P", "R"))

    assert alone[0].items[0].explanation == "Bien observé, les arbres !"
    assert [each.explanation for each in twice.items] == ["", ""]
    assert told == [("why", "what is said alike of several questions is left out")]


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("{1:MCV:=a~b}, {1:SA:=c}", [("prompt", "a gap that takes one of several is typed here")]),
        (
            "{1:SA:=a~%50%b#half}, {1:SA:=c*}",
            [
                ("prompt", _LESS),
                ("why", "what is said of an answer in a gap is left out"),
                ("answer", "a star stands for any text there, and for none here"),
            ],
        ),
        ("{1:NM:=5:0.1} {1:SA:=c}", [("prompt", "a number in a gap has no tolerance here")]),
        ("`{{x}}` {1:SA:=a}", []),
        ("<code>{{x}}</code> {1:SA:=a}", [("prompt", "braces in it cannot be told from those of a blank")]),
    ],
)
def test_what_a_blank_cannot_say_is_told(html, told):
    assert item("cloze", "", html)[1] == told


def test_what_is_said_to_who_is_right_explains_where_nothing_else_does():
    fields, told = item("multichoice", answer("100", "a", "Because it is so green.") + answer("0", "b"))

    assert fields["explanation"] == "Because it is so green."
    assert told == [
        ("explanation", "what is said of a right answer is the explanation, since there is no other")
    ]


def test_types_that_a_bank_does_not_have_are_named():
    found, told = found_in(
        '<question type="calculatedmulti"><questiontext><text>C</text></questiontext></question>',
        '<question type="description"><questiontext><text>D</text></questiontext></question>',
        '<question type="stack"/>',
        "<question/>",
    )

    assert found.items == ()
    assert told == [
        ("question", "a bank has no questions of Moodle's type calculatedmulti"),
        ("question", "a description asks nothing"),
        ("question", "a bank has no questions of Moodle's type stack"),
        ("question", "a bank has no questions of Moodle's type (none)"),
    ]


def test_names_that_several_questions_have_are_no_ids():
    entry = '<question type="essay"><name><text>{}</text></name></question>'
    found, _ = found_in(entry.format("Q"), entry.format("Q"), entry.format("R"))

    assert [(each.id, each.place) for each in found.items] == [
        ("", "question 1"), ("", "question 2"), ("R", "question 3"),
    ]  # fmt: skip


def test_a_category_is_a_topic_and_a_slash_in_a_name_is_doubled():
    category = '<question type="category"><category><text>{}</text></category></question>'
    essay = '<question type="essay"/>'
    found, _ = found_in(
        essay, category.format("$course$/top/A/Tea // coffee"), essay, category.format("top"), essay
    )

    assert [each.topic for each in found.items] == ["", "Tea / coffee", ""]
    assert found.title == "A"


PICTURE = base64.b64encode(DOT).decode()


@pytest.mark.parametrize("source", ["p%20x.png", "p x.png", "p%20x.png?time=12"])
def test_a_picture_comes_out_of_base64(source):
    file = f'<file name="p x.png" path="/" encoding="base64">{PICTURE}</file>'
    text = f'<text><![CDATA[A<img src="@@PLUGINFILE@@/{source}" alt="dot">]]></text>'
    found, told = found_in(f'<question type="essay"><questiontext>{text}{file}</questiontext></question>')

    assert found.items[0].prompt == f"A\n\n![dot]({next(iter(found.files))})"
    assert list(found.files.values()) == [DOT]
    assert told == []


def test_a_file_that_no_text_shows_is_told():
    file = f'<file name="x.pdf" path="/a/" encoding="base64">{PICTURE}</file>'
    found, told = found_in(
        f'<question type="essay"><questiontext><text>A</text>{file}</questiontext></question>'
    )

    assert found.files == {}
    assert told == [("prompt", "a file that no text shows is left out")]


@pytest.mark.parametrize(
    ("style", "text", "prompt"),
    [
        ("html", "a <b>b</b>\nc", "a **b** c"),
        ("moodle_auto_format", "a <b>b</b>\nc", "a **b**\nc"),
        ("plain_text", "a *b* <c>", r"a \*b\* <c>"),
        ("markdown", "a *b*", "a *b*"),
        ("unheard-of", "a <b>b</b>", "a **b**"),
    ],
)
def test_a_text_is_read_by_the_format_that_it_names(style, text, prompt):
    found, _ = found_in(
        f'<question type="essay"><questiontext format="{style}"><text><![CDATA[{text}]]></text>'
        "</questiontext></question>"
    )

    assert found.items[0].prompt == prompt


@pytest.mark.parametrize(
    ("data", "known"),
    [
        (b'<?xml version="1.0"?>\n<!-- a -->\n<quiz>', True),
        ("<quiz/>".encode("utf-16"), True),
        (b"<quizzes>", False),
        (b"::a::b{T}", False),
        (b"\0", False),
    ],
)
def test_it_is_known_by_its_outermost_element(data, known):
    assert FORMAT.recognises(data) is known


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"<questestinterop/>",
            "the outermost element of Moodle XML is <quiz>, and here it is <questestinterop>",
        ),
        (b"<MOODLE_BACKUP/>", "this is a course that Moodle has backed up; export its question bank"),
        (b"<quiz>", "this is no XML"),
        (b'<!DOCTYPE quiz [<!ENTITY a "b">]><quiz/>', "DOCTYPE"),
    ],
)
def test_what_is_none_is_refused(data, message):
    with pytest.raises(FileUnusable, match=message):
        read(data, "a.xml", Report())


def test_a_sound_is_heard_beside_its_question():
    data = base64.b64encode(recordings.MP3).decode()
    file = f'<file name="a b.mp3" path="/" encoding="base64">{data}</file>'
    audio = '<audio controls><source src="@@PLUGINFILE@@/a%20b.mp3">Tea &amp; <b>cake</b></audio>'
    text = f"<text><![CDATA[A<p>{audio}</p>{audio}]]></text>"
    found, told = found_in(f'<question type="essay"><questiontext>{text}{file}</questiontext></question>')

    assert found.items[0].audio is not None
    assert found.items[0].audio.transcript == "Tea & cake"
    assert found.files == {found.items[0].audio.file: recordings.MP3}
    assert found.items[0].prompt == "A\n\nTea & cake"
    assert told == [("prompt", "a sound is not in the file, or is one too many")]


OLD = f"""
<!-- question: 0  -->
  <question type="category">
    <category>
        <text>$course$/Default for Rivers</text>

    </category>
  </question>

<!-- question: 5  -->
  <question type="cloze">
    <name><text>states of rivers</text>
</name>
    <questiontext>
<text><![CDATA[Which country?<br />* Loire: {{1:MULTICHOICE:=France#OK~Spain#Wrong}}<br />* Ebro: \
{{1:MULTICHOICE:%0%France~%100%Spain#OK}}<br />It ends at {{1:SHORTANSWER:%100%Tortosa#Yes!<br />~%50%\
Amposta#No, <br />near.~*#Wrong. It is Tortosa.}}.<br />]]></text>
    </questiontext>
<image>map.png</image>
    <image_base64>
{PICTURE[:40]}
{PICTURE[40:]}
    </image_base64>
    <generalfeedback>
<text></text>
    </generalfeedback>
    <shuffleanswers>0</shuffleanswers>
</question>

<!-- question: 4  -->
  <question type="multichoice">
    <name><text>longest</text>
</name>
    <questiontext format="html">
<text><![CDATA[The longest &quot;river&quot;]]></text>
    </questiontext>
    <generalfeedback>
<text></text>
    </generalfeedback>
    <shuffleanswers>1</shuffleanswers>
    <single>true</single>
      <answer fraction="0">
        <text>
Ebro
        </text>
      <feedback>
          <text>

          </text>
      </feedback>
    </answer>
      <answer fraction="100">
        <text>
Loire
        </text>
    </answer>
</question>
"""


def test_a_file_of_an_old_moodle_is_read_with_its_image():
    found, told = found_in(OLD)
    cloze, choice = found.items

    assert cloze.prompt == (
        "Which country?\n\\* Loire: {{France}}\n\\* Ebro: {{Spain}}\nIt ends at {{Tortosa}}.\n\n"
        f"![picture]({next(iter(found.files))})"
    )
    assert cloze.topic == "Rivers"
    assert found.files[next(iter(found.files))] == DOT
    assert (choice.prompt, [(each.text, each.right) for each in choice.choices]) == (
        'The longest "river"', [("Ebro", False), ("Loire", True)],
    )  # fmt: skip
    assert {rule for _, rule in told} == {
        "a gap that takes one of several is typed here",
        "what is said of an answer in a gap is left out",
        "what is said of a right answer is left out",
        "an answer that earns a part is not right here",
    }


def test_a_single_gap_may_take_several():
    fields, told = item("cloze", "", "These: {1:MRHS:=a~=b~c}")

    assert fields["kind"] == "multiple_response"
    assert [each.right for each in fields["choices"]] == [True, True, False]
    assert told == []


@pytest.mark.parametrize(
    "gap",
    [
        *(f"{{2:{name}:=iron~=zinc~sulfur}}" for name in ("MULTIRESPONSE", "MR", "MRH", "MRS", "MRHS")),
        *(f"{{2:MULTIRESPONSE_{name}:=iron~=zinc~sulfur}}" for name in ("H", "S", "HS")),
        "{2:MR:%50%iron~%50%zinc~%-50%sulfur}",
    ],
)
def test_a_gap_that_wants_all_of_several_among_others_is_no_blank(gap):
    text = f"Pick metals: {gap}. Sodium is {{1:SA:=Na}}."
    found, told = found_in(
        f'<question type="cloze"><questiontext format="html"><text>{text}</text></questiontext></question>'
    )

    assert found.items == ()
    rule = "a gap wants all of several at once, and a blank takes one: the question is left out"
    assert told == [("question", rule)]


def test_a_report_shows_what_a_gap_shows():
    html = "{1:MC:=H&lt;sub&gt;2&lt;/sub&gt;O~%50%CO<sub>2</sub>} and {1:SA:=a}"
    report = Report()
    text = html.replace("&", "&amp;").replace("<", "&lt;")
    asked = f'<questiontext format="html"><text>{text}</text></questiontext>'
    read(f'<quiz><question type="cloze">{asked}</question></quiz>'.encode(), "a.xml", report)

    assert [loss.was for loss in report.losses] == ["H₂O / CO₂", "CO₂"]


def test_a_gap_for_several_of_which_one_is_right_is_a_blank():
    fields, told = item("cloze", "", "{1:MR:=a~b} and {1:SA:=c}")

    assert fields["prompt"] == "{{a}} and {{c}}"
    assert told == [("prompt", "a gap that takes one of several is typed here")]


def test_what_is_said_of_an_answer_may_speak_of_gaps():
    assert item("cloze", "", "{1:SA:=a#as in {1:SA:=x\\}} {1:SA:=b}")[0]["prompt"] == "{{a}} {{b}}"


def test_a_file_that_is_no_base64_is_none():
    text = '<text><![CDATA[<img src="@@PLUGINFILE@@/x.png" alt="dot">]]></text>'
    file = '<file name="x.png" encoding="base64">abcde</file>'
    found, told = found_in(f'<question type="essay"><questiontext>{text}{file}</questiontext></question>')

    assert (found.items[0].prompt, found.files) == ("[dot]", {})
    assert told == [("prompt", "a picture is not in the file, or is none")]


def test_a_place_that_the_order_of_the_options_does_not_tell_is_told(tmp_path):
    _, told = written(
        paper_of(tmp_path, "type: multiple_choice\nprompt: P\nanswer: a\ndistractors: [b, c]\nplace: 2")
    )

    assert told == [("place", "", "")]


def test_a_picture_that_is_shown_twice_is_one_file(tmp_path):
    shown = "![a](a.png)"
    paper = paper_of(tmp_path, f'type: true_false\nprompt: "{shown}\\n\\n{shown}"\nanswer: true')
    text, _ = written(paper, Settings(pictures={"a.png": DOT}))

    assert text.count('<img src="@@PLUGINFILE@@/a.png"') == 2
    assert text.count("<file ") == 1


@pytest.mark.parametrize(
    "said",
    [
        "Your answer is correct.",
        "Die Antwort ist richtig.",
        "<p>Votre réponse est correcte.</p>",
        "您的回答正确。",
    ],
)
def test_what_moodle_itself_says_is_no_loss(said: str):
    told = f"<correctfeedback><text><![CDATA[{said}]]></text></correctfeedback>"
    found, losses = found_in(
        f'<question type="essay"><questiontext><text>P</text></questiontext>{told}</question>'
    )

    assert (found.items[0].explanation, losses) == ("", [])


@pytest.mark.parametrize(
    ("penalty", "told"),
    [
        ("0.3333333", []),
        ("1.0000000", []),
        ("0.5000000", [("marks", "what each further try costs is left out")]),
        ("much", [("marks", "what each further try costs is left out")]),
    ],
)
def test_what_a_further_try_costs(penalty: str, told: list[tuple[str, str]]):
    asked = f"<questiontext><text>P</text></questiontext><penalty>{penalty}</penalty>"

    assert found_in(f'<question type="essay">{asked}</question>')[1] == told


def test_a_question_with_numbers_of_its_own_for_everybody_keeps_its_text_and_its_formula():
    answers = "<answer fraction='100'><text>{d}/10</text><feedback><text>Bar.</text></feedback></answer>"
    asked = "<questiontext><text>A diver is {d} m deep.</text></questiontext>"
    found, told = found_in(f'<question type="calculated">{asked}{answers}</question>')
    (item,) = found.items

    assert (item.kind, item.prompt, item.answers) == ("numerical", "A diver is {d} m deep.", ())
    assert item.ours == {"x-formula": "{d}/10"}
    assert told == [
        ("why", "what is said of a typed answer is left out"),
        ("answer", "its numbers are drawn for everybody: write some into the prompt, and their answer"),
    ]


def test_a_star_that_stands_for_any_text_is_taken_for_none():
    question = '<question type="shortanswer"><questiontext><text>P</text></questiontext>{}</question>'
    found, told = found_in(
        question.format(answer("100", "*whale*") + answer("100", "*") + answer("100", r"a\*b"))
    )

    assert found.items[0].answers == ("whale", r"a\*b")
    assert told == [("answer", "a star stands for any text there, and for none here")] * 2


def test_the_category_of_a_course_is_called_as_the_course():
    category = "$course$/top/Default for BIO101/Reefs"
    told = f'<question type="category"><category><text>{category}</text></category></question>'
    found, _ = found_in(
        told + '<question type="essay"><questiontext><text>P</text></questiontext></question>'
    )

    assert (found.title, found.items[0].topic) == ("BIO101", "Reefs")
