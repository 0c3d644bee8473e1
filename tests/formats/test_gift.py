"""GIFT: what is written, what is read, and the traps of Moodle's importer."""

from __future__ import annotations

import pytest

import samples
from quizmill.compose.paper import compose
from quizmill.errors import FileUnusable
from quizmill.formats.format import Settings
from quizmill.formats.gift import FORMAT
from quizmill.formats.gift_read import read
from quizmill.formats.gift_write import write
from quizmill.formats.report import Report

_EVERY = "this is no number in digits: Moodle would take every answer for right"
HEAD = "title: T\nquestions:\n"


def written(tmp_path, question: str, **more: str) -> tuple[str, list[tuple[str, str, str]]]:
    """The entry of one question, without its comment, and what the writer told of it."""
    entry = "".join(f"    {line}\n" for line in f"id: q\n{question}".splitlines())
    bank = samples.load(tmp_path, bank="title: B\nnamespace: b\n", tea=f"{HEAD}  -{entry[3:]}", **more).bank
    report = Report()
    paper = compose(bank, tuple(bank.questions()), seed=1, order="bank")
    text = write(paper, Settings(), report).decode()
    told = [(loss.field, loss.was, loss.became) for loss in report.losses]
    return text.partition("// [id:q]\n")[2].strip(), told


def test_a_paper_is_a_text(tmp_path):
    bank = samples.load(tmp_path).bank
    paper = compose(bank, tuple(bank.questions())[:4], seed=1, order="bank")

    assert (
        write(paper, Settings(), Report()).decode()
        == """\
$CATEGORY: $course$/top/Tea and the sea/2026-11-22/Tea

// [id:tea-plant] [tag:plants]
::tea-plant::[html]From which plant is <em>every</em> true tea made?{
~Aspalathus linearis
~Ilex paraguariensis
~Camellia japonica#It is a garden cousin without tea in its leaves.
=Camellia sinensis
####Green, black and white tea differ in what is done to the leaf.<br><br>Source\\: The Tea Book, paragraph 2}

// [id:tea-true]
::tea-true::[plain]Select the two drinks that are true teas.{
~%50%Pu-erh
~%-50%Mate
~%50%Oolong
~%-50%Rooibos
####Rooibos & Mate come from other plants <b>altogether</b>.\\n\\nSource\\: The Tea Book, paragraph 2}

// [id:tea-herbs]
::tea-herbs::[plain]Peppermint tea is a true tea.{FALSE#Peppermint is no Camellia, so its tea is an \
infusion.####Only one plant gives true tea.\\n\\nSource\\: The Tea Book, paragraph 2}

// [id:ship-name]
::ship-name::[plain]Which clipper was launched in 1869 to carry tea from China?{=Cutty Sark \
=The Cutty Sark####She still stands in Greenwich.\\n\\nSource\\: The Tea Book, paragraph 3}
"""
    )


def test_the_source_may_be_left_out(tmp_path):
    bank = samples.load(tmp_path).bank
    paper = compose(bank, tuple(bank.questions())[:1], seed=1, order="bank")
    report = Report()

    assert "Source" not in write(paper, Settings(evidence=False), report).decode()
    assert report.losses == ()


@pytest.mark.parametrize(
    ("question", "entry", "told"),
    [
        (  # Moodle would take every answer for right: {#1,5}, {#75 km} and {#$75} are all read as a star
            "type: numerical\nprompt: How much?\nanswer: $1.5 million",
            "::q::[plain]How much? (USD){#1500000:0}",
            [("answer", "$1.5 million", "1500000"), ("prompt", "", "USD"), ("unit", "USD", "")],
        ),
        (
            "type: numerical\nprompt: How far?\nanswer: 16,000\nunit: km\ntolerance: 2%",
            "::q::[plain]How far? (km){#16000:320}",
            [
                ("answer", "16,000", "16000"),
                ("prompt", "", "km"),
                ("unit", "km", ""),
                ("tolerance", "2%", "320"),
            ],
        ),
        (
            "type: numerical\nprompt: How much?\nanswer: '13'\ntolerance: +0.5",
            "::q::[plain]How much?{#13.25:0.25}",
            [("answer", "13", "13.25"), ("tolerance", "+0.5", "0.25")],
        ),
        (
            "type: numerical\nprompt: When?\nanswer: 2004-08-19",
            "::q::[plain]When?{=2004-08-19}",
            [("type", "2004-08-19", "")],
        ),
        ("type: numerical\nprompt: When?\nanswer: '2004'", "::q::[plain]When?{#2004:0}", []),
        (  # a blank line, a brace, and every other sign of its own
            'type: short_answer\nprompt: "a {b} = c ~ d # e: f\\n\\ng \\\\ h"\nanswer: "{x} = *"',
            "::q::[plain]a \\{b\\} \\= c \\~ d \\# e\\: f\\n\\ng \\\\ h{=\\{x\\} \\= \\\\*}",
            [],
        ),
        (  # an arrow cannot be escaped, and would make a matching of it
            "type: short_answer\nprompt: P\nanswer: a -> b",
            "::q::[plain]P{=a → b}",
            [("answer", "a -> b", "a → b")],
        ),
        (
            "type: matching\nprompt: M\npairs: [[a -> b, '1'], [c, '2 -> 3']]\nextra: ['4']",
            "::q::[plain]M{\n=a → b -> 1\n=c -> 2 → 3\n= -> 4\n}",
            [("pairs", "a -> b = 1", "1"), ("pairs", "c = 2 -> 3", "2 → 3")],
        ),
        (
            "type: cloze\ntext: The word {{tea|chai}} is here.",
            "::q::[plain]The word {=tea =chai} is here.",
            [],
        ),
        (
            "type: cloze\ntext: The word is {{tea}}",
            "::q::[plain]The word is {=tea}",
            [("type", "The word is ____", "")],
        ),
        ('type: cloze\ntext: "{{a}} and {{b}} are."', "", [("question", "____ and ____ are.", "")]),
        (
            "type: ordering\nprompt: O\nsequence: [a, b]\nexplanation: E",
            "::q::[plain]O{>2 ALL VERTICAL RELATIVE_NEXT_EXCLUDE_LAST SHOW none\na\nb\n}",
            [("type", "", "")],
        ),
        (
            "type: essay\nprompt: Why?\npoints: [a, b]\nexplanation: E",
            "::q::[plain]Why?{####E\\n\\n- a\\n- b}",
            [],
        ),
        (
            r"type: true_false"
            + "\nanswer: true\n"
            + r"prompt: So \(\frac{1}{2}\) is `x{1}`"
            + "\ncontext: C",
            r"::q::[html]C\n\nSo \\(\\frac\{1\}\{2\}\\) is <code>x\{1\}</code>{TRUE}",
            [],
        ),
    ],
    ids=lambda value: value.split("\n")[0] if isinstance(value, str) else "",
)
def test_nothing_is_written_that_moodle_stumbles_over(tmp_path, question, entry, told):
    assert written(tmp_path, question) == (entry, told)


def item(text: str) -> tuple[dict[str, object], list[tuple[str, str]]]:
    """What one question says, without its place, and what was told of it."""
    report = Report()
    items = read(text.encode(), "a.gift", report).items
    told = [(loss.field, loss.rule) for loss in report.losses]
    said = {name: getattr(items[0], name) for name in items[0].__struct_fields__} if items else {}
    empty = ("", (), None, {})
    return {
        name: value for name, value in said.items() if value not in empty and name not in ("place", "marks")
    }, told


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Is it?{T}", {"kind": "true_false", "prompt": "Is it?", "truth": True}),
        ("No?{FALSE#it is}", {"kind": "true_false", "prompt": "No?", "truth": False, "correction": "it is"}),
        ("Who?{=Lei Jun =雷军}", {"kind": "short_answer", "prompt": "Who?", "answers": ("Lei Jun", "雷军")}),
        ("Who?{Lei Jun}", {"kind": "short_answer", "prompt": "Who?", "answers": ("Lei Jun",)}),
        ("N?{#75:0.5}", {"kind": "numerical", "prompt": "N?", "answers": ("75",), "tolerance": "0.5"}),
        ("N?{#2003..2005}", {"kind": "numerical", "prompt": "N?", "answers": ("2004",), "tolerance": "1"}),
        ("N?{#=1e6}", {"kind": "numerical", "prompt": "N?", "answers": ("1000000",), "tolerance": "0"}),
        ("W?{####E}", {"kind": "essay", "prompt": "W?", "explanation": "E"}),
        (
            "M{=a -> 1 =b -> 2 = -> 3}",
            {"kind": "matching", "prompt": "M", "pairs": (("a", "1"), ("b", "2")), "extra": ("3",)},
        ),
        ("O{>2 ALL\na\nb}", {"kind": "ordering", "prompt": "O", "steps": ("a", "b")}),
        ("The {=tea =chai} is", {"kind": "cloze", "prompt": "The {{tea|chai}} is"}),
        ("// c\n$CATEGORY: $course$/top/A/B // C\n\na\\: \\{b\\}\\n\\\\{T}", {
            "kind": "true_false", "prompt": "a: {b}\n\\", "truth": True, "topic": "B / C"}),
        ("// [id:q 1] [tag:a] [tag:b\\]]\n::N::[markdown]*x*{T}", {
            "kind": "true_false", "prompt": "*x*", "truth": True, "id": "q 1", "tags": ("a", "b]")}),
        ("::N::2 * 3 *{T}", {"kind": "true_false", "prompt": r"2 \* 3 \*", "truth": True, "id": "N"}),
        ("a <b>b</b>\nc{T}", {"kind": "true_false", "prompt": "a **b**\nc", "truth": True}),
    ],
)  # fmt: skip
def test_a_question_is_read_as_moodle_reads_it(text, fields):
    assert item(text) == (fields, [])


_EITHER = "Moodle takes either of its right options: here all of them are to be chosen"
_BRACES = "it has braces that are no pair: is one forgotten, or meant as a sign, as in \\{ and \\}?"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Just a text", [("question", "it has no answer in braces")]),
        ("N{#1,5:0.1}", [("answer", _EVERY)]),
        ("N{#75 km}", [("answer", _EVERY)]),
        ("N{#=1 =%50%2:1 ~#no =3}", [
            ("accept", "an answer that earns a part is not right here"),
            ("why", "what is said of a typed answer is left out"),
            ("accept", "one number is right here"),
        ]),
        ("N{#=%50%2:1 =1#yes}", [
            ("accept", "an answer that earns a part is not right here"),
            ("why", "what is said of a right answer is left out"),
        ]),
        ("N{#=%50%2:1#near =1}", [
            ("accept", "an answer that earns a part is not right here"),
            ("why", "what is said of a typed answer is left out"),
        ]),
        ("S{=a =%50%b =a*}", [
            ("accept", "an answer that earns a part is not right here"),
            ("answer", "a star stands for any text there, and for none here"),
        ]),
        ("S{=a#well done}", [("why", "what is said of a right answer is left out")]),
        ("S{=a#since tea is a plant}", [
            ("explanation", "what is said of a right answer is the explanation, since there is no other"),
        ]),
        ("C{=a#yes ~%50%b}", [
            ("distractors", "an answer that earns a part is not right here"),
            ("why", "what is said of a right answer is left out"),
        ]),
        ("T{T#no#yes}", [
            ("why", "a true statement says nothing to who denies it"),
            ("why", "what is said of a right answer is left out"),
        ]),
        ("<script>x</script>T{T}", [("prompt", "<script> is left out")]),
        ("C{=a =b ~c}", [("type", _EITHER)]),
        ("C{~a ~b =c =d}", [("type", _EITHER)]),
        ("C{=a ~b\nNext?{T}", [("question", _BRACES)]),
        ("A {=a} and {=b}", [("question", _BRACES)]),
        ("A {=a} and {", [("question", _BRACES)]),
    ],
)  # fmt: skip
def test_what_moodle_or_a_bank_reads_otherwise_is_told(text, told):
    assert item(text)[1] == told


def test_options_keep_what_is_said_of_them():
    fields, _ = item("P{~%50%a ~%50%b#why ~%-50%c#no}")

    assert fields["kind"] == "multiple_response"
    assert [(each.text, each.right, each.why) for each in fields["choices"]] == [
        ("a", True, ""), ("b", True, ""), ("c", False, "no"),
    ]  # fmt: skip


def test_a_gap_for_a_choice_is_shown():
    assert item("The {=tea ~coffee} is")[0]["prompt"] == "The ____ is"


@pytest.mark.parametrize(
    ("data", "known"),
    [
        (b"::a::b{T}", True),
        (b"Is it?{T}", True),
        (b"$CATEGORY: x", True),
        (b"What?\nA) a\nANSWER: A", False),
        (b"<quiz>{x}</quiz>", False),
        (b'{"a": 1}', False),
        (b"Explain.{}", True),
        (b"Half of 3?{ #1.5}", True),
        (b"What is Q_{n+1}?\tthe {next} one", False),
        (b"std::vector<int>::x", False),
        (b"\0", False),
    ],
)
def test_it_is_known_by_its_braces(data, known):
    assert FORMAT.recognises(data) is known


def test_what_is_no_text_is_refused():
    with pytest.raises(FileUnusable, match="this is no text"):
        read(b"\0", "a.gift", Report())


def test_a_question_right_below_another_is_one_of_its_own():
    report = Report()
    text = "::a::P {\n=x\n~y { ::z::\n}\n::b::R{T}\n::c:: no answer\n"
    found = read(text.replace("{ ::z", "\\{ ::z").encode(), "a.gift", report)

    assert [(each.id, each.kind) for each in found.items] == [("a", "multiple_choice"), ("b", "true_false")]
    assert [(each.id, each.rule) for each in report.losses] == [
        ("line 5", "a question right below another: Moodle wants an empty line between them"),
        ("line 6", "a question right below another: Moodle wants an empty line between them"),
        ("c", "it has no answer in braces"),
    ]


def test_questions_without_names_may_stand_right_below_each_other():
    report = Report()
    text = (
        "::a::P{\n~%100%x\n~y\n####Since.\n}\nSun?{T}\nWhale?{FALSE#no}\nThe {=tea} is\ngood.\n"
        "// [id:m]\nWho\nis it?\n{\n=$\\frac{1}{2}$\n~z\n}\nI forgot {=a ~b\n\nLast?{#1}\n"
    )
    found = read(text.encode(), "a.gift", report)
    note = "a question right below another: Moodle wants an empty line between them"

    assert [(each.place, each.prompt, each.explanation) for each in found.items] == [
        ("line 1", "P", "Since."),
        ("line 6", "Sun?", ""),
        ("line 7", "Whale?", ""),
        ("line 8", "The {{tea}} is\ngood.", ""),
        ("line 11", "Who\nis it?", ""),
        ("line 19", "Last?", ""),
    ]
    assert [(each.id, each.rule) for each in report.losses if each.severity != "note"] == [
        ("line 17", "it has no answer in braces")
    ]
    assert [each.id for each in report.losses if each.rule == note] == [
        f"line {number}" for number in (6, 7, 8)
    ]


def test_several_right_options_of_which_one_is_chosen_are_all_to_be_chosen():
    fields, _ = item("C{=a =b ~c}")

    assert fields["kind"] == "multiple_response"
    assert [(each.text, each.right) for each in fields["choices"]] == [("a", True), ("b", True), ("c", False)]
