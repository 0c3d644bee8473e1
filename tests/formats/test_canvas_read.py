"""QTI 1.2 as Canvas and others write it: what becomes of it, and what is told."""

from __future__ import annotations

import base64
import io
import zipfile
from html import escape

import pytest
from msgspec.structs import asdict

from quizmill.errors import FileUnusable
from quizmill.formats.canvas import recognises
from quizmill.formats.canvas_read import read
from quizmill.formats.format import Found
from quizmill.formats.item import Choice, Item
from quizmill.formats.report import Report

SPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
PIXEL = b"\x89PNG\r\n\x1a\n IEND"  # all that a program needs to take it for a picture
EMPTY = asdict(Item(kind="", place=""))


def quiz(*items: str, title: str = "Q", ident: str = "quiz") -> bytes:
    section = f'<section ident="root_section">{"".join(items)}</section>'
    return (
        f'<?xml version="1.0"?><questestinterop xmlns="{SPACE}">'
        f'<assessment ident="{ident}" title="{title}">{section}</assessment></questestinterop>'
    ).encode()


def bank(*items: str, title: str) -> bytes:
    told = f"<qtimetadata>{field('bank_title', title)}</qtimetadata>"
    return (
        f'<questestinterop xmlns="{SPACE}"><objectbank ident="bank">{told}{"".join(items)}</objectbank>'
        "</questestinterop>"
    ).encode()


def field(label: str, entry: str) -> str:
    told = f"<fieldlabel>{label}</fieldlabel><fieldentry>{entry}</fieldentry>"
    return f"<qtimetadatafield>{told}</qtimetadatafield>"


def item(called: str, asked: str, responses: str = "", marked: str = "", said: str = "", **more: str) -> str:
    """An item of a type *called* so; *asked* is HTML, *more* are its metadata, ident and title."""
    ident, title = more.pop("ident", "i1"), more.pop("title", "Question")
    told = ({"question_type": called} if called else {}) | more
    about = "".join(field(*each) for each in told.items())
    return (
        f'<item ident="{ident}" title="{title}">'
        f"<itemmetadata><qtimetadata>{about}</qtimetadata></itemmetadata>"
        f"<presentation>{material(asked)}{responses}</presentation>"
        f"<resprocessing>{marked}</resprocessing>{said}</item>"
    )


def material(text: str, style: str = "text/html") -> str:
    return f'<material><mattext texttype="{style}">{escape(text)}</mattext></material>'


def choice(options: dict[str, str], ident: str = "response1", above: str = "", **more: str) -> str:
    labels = "".join(
        f'<response_label ident="{name}">{material(text, "text/plain")}</response_label>'
        for name, text in options.items()
    )
    told = "".join(f' {name}="{value}"' for name, value in more.items())
    above = above and material(above, "text/plain")
    return (
        f'<response_lid ident="{ident}"{told}>{above}<render_choice>{labels}</render_choice></response_lid>'
    )


ENTRY = '<render_fib><response_label ident="answer1"/></render_fib>'
TYPED = f'<response_str ident="response1">{ENTRY}</response_str>'


def when(asked: str, score: str = "100", shows: str = "", action: str = "Set") -> str:
    shown = f'<displayfeedback linkrefid="{shows}"/>' if shows else ""
    earned = f'<setvar action="{action}" varname="SCORE">{score}</setvar>' if score else ""
    return f"<respcondition><conditionvar>{asked}</conditionvar>{earned}{shown}</respcondition>"


def equal(value: str, ident: str = "response1") -> str:
    return f'<varequal respident="{ident}">{value}</varequal>'


def feedback(ident: str, html: str) -> str:
    return f'<itemfeedback ident="{ident}"><flow_mat>{material(html)}</flow_mat></itemfeedback>'


def package(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return held.getvalue()


def found(data: bytes) -> tuple[Found, list[tuple[str, str, str]]]:
    """What is read, and what is told of it: the field, the rule, and what it was."""
    report = Report()
    return read(data, "a.zip", report), [(each.field, each.rule, each.was) for each in report.losses]


def fields(*items: str) -> tuple[dict[str, object], list[tuple[str, str, str]]]:
    """What the only item says, and what is told of it."""
    read, told = found(quiz(*items))
    (only,) = read.items
    return {k: v for k, v in asdict(only).items() if v != EMPTY[k] and k not in ("id", "place")}, told


AB = {"a": "A", "b": "B"}


def test_a_choice_keeps_what_is_said_of_wrong_options():
    said = feedback("general_fb", "<p>Because.</p>") + feedback("b_fb", "<p>Not <em>that</em>.</p>")
    told, losses = fields(
        item(
            "multiple_choice_question",
            "<div>P?</div>",
            choice(AB),
            when(equal("a")),
            said,
            points_possible="3.0",
        )
    )

    assert told == {
        "kind": "multiple_choice",
        "prompt": "P?",
        "choices": (Choice("A", True), Choice("B", False, "Not *that*.")),
        "explanation": "Because.",
        "marks": 3,
    }
    assert losses == []


def test_what_is_said_to_who_is_right_explains_where_nothing_else_does():
    said = (
        feedback("correct_fb", "Since tea is a plant.")
        + feedback("general_incorrect_fb", "Read chapter 2.")
        + feedback("a_fb", "Well done!")
    )
    told, losses = fields(item("multiple_choice_question", "P?", choice(AB), when(equal("a")), said))

    assert told["explanation"] == "Since tea is a plant."
    assert losses == [
        (
            "explanation",
            "what is said of a right answer is the explanation, since there is no other",
            "Since tea is a plant.",
        ),
        ("why", "what is said of a right answer is left out", "Well done!"),
        ("why", "what is said of a partly or wholly wrong answer is left out", "Read chapter 2."),
    ]


def test_feedback_is_found_by_the_condition_that_shows_it_too():
    marked = when("<other/>", "", "x1") + when(equal("a"), shows="x2") + when(equal("b"), "0", "x3")
    said = feedback("x1", "To all.") + feedback("x2", "To the right.") + feedback("x3", "To who takes B.")
    told, losses = fields(item("multiple_choice_question", "P?", choice(AB), marked, said))

    assert told["explanation"] == "To all."
    assert told["choices"] == (Choice("A", True), Choice("B", False, "To who takes B."))
    assert losses == [("why", "what is said of a right answer is left out", "To the right.")]


def test_a_second_right_option_and_one_that_earns_a_part_are_told():
    marked = when(equal("a"), "10") + when(equal("b"), "5") + when(equal("c"), "10") + when(equal("d"), "0")
    told, losses = fields(
        item("multiple_choice_question", "P?", choice({each: each.upper() for each in "abcd"}), marked)
    )

    assert told["choices"] == (Choice("A", True), Choice("B"), Choice("D"))
    assert losses == [
        ("distractors", "an answer that earns a part is not right here", "B"),
        ("answer", "a second option that is right too is left out", "C"),
    ]


def test_of_several_right_options_those_count_that_are_not_denied():
    marked = when(f"<and>{equal('a')}<not>{equal('b')}</not>{equal('c')}</and>")
    told, _ = fields(item("multiple_answers_question", "P?", choice({**AB, "c": "C"}), marked))

    assert (told["kind"], [each.right for each in told["choices"]]) == (
        "multiple_response",
        [True, False, True],
    )


@pytest.mark.parametrize("right", ["true", "false"])
def test_a_statement_is_corrected_by_what_is_said_to_who_agrees(right):
    options = choice({"1": "True", "2": "False"})
    marked = when(equal("1" if right == "true" else "2"))
    told, losses = fields(
        item("true_false_question", "P.", options, marked, feedback("1_fb", "It is only half of it."))
    )

    assert told["truth"] is (right == "true")
    assert told.get("correction") == (None if right == "true" else "It is only half of it.")
    assert [rule for _, rule, _ in losses] == (
        ["what is said of a right answer is the explanation, since there is no other"]
        if right == "true"
        else []
    )


def test_each_form_of_a_typed_answer_is_right():
    told, _ = fields(item("short_answer_question", "P?", TYPED, when(equal("H*O") + equal("a &lt; b"))))

    assert told["answers"] == ("H\\*O", "a < b")
    assert "ours" not in told


def test_capitals_count_where_every_form_says_so():
    exact = equal("Tea").replace(">", ' case="Yes">', 1)
    marked = [when(exact), when(exact) + when(equal("tea"))]

    assert [fields(item("short_answer_question", "P?", TYPED, each))[0].get("ours") for each in marked] == [
        {"compare": "case"},
        None,
    ]


@pytest.mark.parametrize(
    ("asked", "answer", "tolerance", "losses"),
    [
        (equal("42.0"), "42", "", []),
        (f"<or>{equal('75')}<and><vargte>74.5</vargte><varlte>75.5</varlte></and></or>", "75", "0.5", []),
        (f"<or>{equal('75')}<and><vargt>70</vargt><varlte>75</varlte></and></or>", "75", "-5", []),
        (
            f"<or>{equal('3.14')}<and><vargte>3.1300000000000003</vargte><varlte>3.15</varlte></and></or>",
            "3.14",
            "0.01",
            [],
        ),
        (
            '<or><varequal margintype="percent" margin="20.0">200</varequal>'
            "<and><vargte>160</vargte><varlte>240</varlte></and></or>",
            "200",
            "20%",
            [],
        ),
        (
            "<vargte>1.0</vargte><varlte>22.0</varlte>",
            "11.5",
            "10.5",
            [("answer", "numbers from one to another are the middle, with a tolerance", "1 … 22")],
        ),
        (
            f"<or>{equal('5')}<and><vargte>8</vargte><varlte>9</varlte></and></or>",
            "5",
            "",
            [("tolerance", "a tolerance that does not hold the number is left out", "8 … 9")],
        ),
    ],
)
def test_a_number_is_right_exactly_nearly_or_from_here_to_there(asked, answer, tolerance, losses):
    told, said = fields(item("numerical_question", "P?", TYPED, when(asked)))

    assert (told["answers"], told.get("tolerance", "")) == ((answer,), tolerance)
    assert said == losses


def test_a_number_with_one_bound_is_no_answer_and_a_second_one_is_told():
    told, losses = fields(
        item("numerical_question", "P?", TYPED, when("<vargte>3</vargte>") + when(equal("9")))
    )

    assert "answers" not in told
    assert losses == [
        ("accept", "one number is right here", "9"),
        ("answer", "a number that has only one bound is no answer here", "3 … "),
    ]


def test_blanks_are_named_in_the_text_and_take_every_form():
    told, losses = fields(
        item(
            "fill_in_multiple_blanks_question",
            "<p>{{a}} [x_1] &amp; [y], not [z].</p>",
            choice({"1": "red", "2": "Red|ish"}, "response_x_1", "x_1")
            + choice({"3": "blue"}, "response_y", "y")
            + choice({"4": "?"}, "response_gone", "gone"),
            when(equal("1", "response_x_1"), "50", action="Add") + when(equal("3", "response_y"), "50"),
        )
    )

    assert told["kind"] == "cloze"
    assert told["prompt"] == "\\{{a\\}} {{red|Red\\|ish}} & {{blue}}, not [z]."
    assert losses == [("prompt", "a blank that the text does not name is left out", "gone")]


def test_a_blank_that_is_chosen_from_a_list_takes_the_right_one_alone():
    responses = choice({"1": "red", "2": "blue"}, "response_x") + choice(AB, "response_y")
    marked = when(equal("2", "response_x"), "50") + when(equal("a", "response_y"), "50")
    told, losses = fields(item("multiple_dropdowns_question", "[x] [y]", responses, marked))
    listed = responses.replace("<response_label", '<response_label answer_type="wordbank"')
    new, _ = fields(item("fill_in_multiple_blanks_question", "[x] [y]", listed, marked))

    assert told["prompt"] == new["prompt"] == "{{blue}} {{A}}"
    assert losses == [
        ("prompt", "a blank that takes one of several is typed here", "red / blue"),
        ("prompt", "a blank that takes one of several is typed here", "A / B"),
    ]


def test_a_single_list_is_a_choice():
    told, losses = fields(
        item("multiple_dropdowns_question", "It is [x].", choice(AB, "response_x"), when(equal("b")))
    )

    assert told == {
        "kind": "multiple_choice",
        "prompt": "It is ____.",
        "choices": (Choice("A"), Choice("B", True)),
    }
    assert losses == []


def test_a_blank_that_compares_loosely_is_told():
    response = choice({"1": "red"}, "response_x").replace(
        "<response_label", '<response_label scoring_algorithm="TextRegex"'
    )
    told, losses = fields(item("fill_in_multiple_blanks_question", "[x]", response, when(equal("1"))))

    assert told["prompt"] == "{{red}}"
    assert [rule for _, rule, _ in losses] == [
        "a blank that takes what is like the answer, or a pattern, takes it as it is written"
    ]


def test_pairs_have_spare_rights_and_empty_ones_are_no_pairs():
    rights = {"r1": "one", "r2": "two", "r3": "", "r4": "four"}
    told, losses = fields(
        item(
            "matching_question",
            "P?",
            choice(rights, "response_1", "1")
            + choice(rights, "response_2", "2")
            + choice(rights, "response_3"),
            when(equal("r2", "response_1"), "50") + when(equal("r3", "response_3"), "50"),
        )
    )

    assert (told["pairs"], told["extra"]) == ((("1", "two"),), ("one", "four"))
    assert losses == [("pairs", "a left without a right is left out", "2")]


def test_an_order_is_that_of_its_condition_and_what_stands_around_it_is_told():
    ordered = (
        '<response_lid ident="response1" rcardinality="Ordered"><render_extension>'
        f"{material('first', 'text/plain')}<ims_render_object><flow_label>"
        f'<response_label ident="a">{material("A")}</response_label>'
        f'<response_label ident="b">{material("B")}</response_label></flow_label></ims_render_object>'
        "</render_extension></response_lid>"
    )
    told, losses = fields(item("ordering_question", "P?", ordered, when(equal("b") + equal("a"))))

    assert told["steps"] == ("B", "A")
    assert losses == [("prompt", "what stands above and below the steps is left out", "first")]


def test_the_points_of_an_essay_of_ours_come_back_and_nobody_elses_are_made_up():
    ours, _ = fields(
        item(
            "essay_question",
            "P?",
            TYPED,
            when("<other/>", "", "general_fb"),
            feedback("general_fb", '<div>E</div><ul class="essay-points"><li>a</li><li><b>b</b> c</li></ul>'),
        )
    )
    theirs, _ = fields(
        item("essay_question", "P?", TYPED, "", feedback("general_fb", "<p>E</p><ul><li>a</li></ul>"))
    )

    assert (ours["points"], ours["explanation"]) == (("a", "**b** c"), "E")
    assert "points" not in theirs
    assert theirs["explanation"] == "E\n\n- a"


def test_a_text_stands_above_the_questions_that_name_it_and_another_asks_nothing():
    read, losses = found(
        quiz(
            item("text_only_question", "<p>Read <b>this</b>.</p>", ident="s", title="S"),
            item("essay_question", "P?", TYPED, ident="i2", parent_stimulus_item_ident="s"),
            item("text_only_question", "<p>Good luck!</p>", ident="t"),
        )
    )

    assert [(each.prompt, each.context) for each in read.items] == [("P?", "Read **this**.")]
    assert losses == [
        ("question", "a text above several questions is the context of each", "Read this."),
        ("question", "a text asks nothing", "Good luck!"),
    ]


@pytest.mark.parametrize("called", ["calculated_question", "file_upload_question", "categorization_question"])
def test_a_type_that_a_bank_has_not_is_named(called):
    read, losses = found(quiz(item(called, "<p>P?</p>"), item("essay_question", "R?", ident="i2")))

    assert [each.prompt for each in read.items] == ["R?"]
    assert losses == [("question", f"a bank has no questions of the type {called}", "P?")]


def test_a_group_says_what_its_questions_earn_and_that_some_are_drawn():
    group = (
        '<section ident="g" title="Group 1"><selection_ordering><selection>'
        "<selection_number>1</selection_number><selection_extension><points_per_item>2.0</points_per_item></selection_extension></selection>"
        f"</selection_ordering>{item('essay_question', 'P?')}"
        f"{item('essay_question', 'R?', ident='i2')}</section>"
    )
    read, losses = found(quiz(group))

    assert [each.marks for each in read.items] == [2, 2]
    assert losses == [
        ("question", "a quiz draws some questions of a group; a bank has them all", "Group 1: 1 of 2")
    ]


def test_questions_of_a_bank_that_is_not_there_are_named():
    absent = (
        '<section ident="g"><selection_ordering><selection><sourcebank_ref>there</sourcebank_ref></selection>'
        '</selection_ordering></section><bankentry_item item_ref="i9" sourcebank_ref="there"/>'
        '<bankentry_item item_ref="i1" sourcebank_ref="bank"/>'
    )
    _, losses = found(
        package(**{"a.xml": quiz(absent), "b.xml.qti": bank(item("essay_question", "P?"), title="B")})
    )

    rule = "a question that the quiz takes from a question bank is not in the file: export the bank too"
    assert losses == [("question", rule, "there"), ("question", rule, "i9")]


def test_marks_that_are_no_whole_number_are_told():
    told, losses = fields(item("essay_question", "P?", points_possible="2.5"))

    assert "marks" not in told
    assert losses == [("marks", "marks are a whole number from 1 to 100", "2.5")]


def test_a_name_is_told_where_it_says_more_than_the_question():
    names = ("Question 12", "Who was", "Who was it...", "Chapter 2")
    _, losses = found(
        quiz(
            *(
                item("essay_question", "Who was it?", ident=f"i{at}", title=each)
                for at, each in enumerate(names)
            )
        )
    )

    assert losses == [
        ("name", "a question has no name in a bank: what it was called is left out", "Chapter 2")
    ]


def shown(html: str, **files: bytes) -> tuple[str, dict[str, bytes], list[tuple[str, str, str]]]:
    """A prompt of a quiz in a package with *files* beside it, what is kept of them, and what is told."""
    read, losses = found(package(**{"q/q.xml": quiz(item("essay_question", html)), **files}))
    return read.items[0].prompt, dict(read.files), losses


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("%24IMS-CC-FILEBASE%24/Uploaded%20Media/a%20b.png", "web_resources/Uploaded Media/a b.png"),
        ("$IMS-CC-FILEBASE$/a.png?canvas_download=1", "web_resources/a.png"),
        ("$IMS-CC-FILEBASE$../a.png", "a.png"),
        ("$IMS_CC_FILE_BASE$org1/a.png", "org1/a.png"),
        ("$CANVAS_COURSE_REFERENCE$/file_contents/course%20files/x/a.png", "web_resources/x/a.png"),
        ("A.PNG", "q/a.png"),
        ("./images/a.png", "q/images/a.png"),
    ],
)
def test_a_picture_of_the_package_is_found_by_any_of_its_names(source, path):
    prompt, files, losses = shown(f'<p>P?</p><img src="{escape(source)}" alt="A">', **{path: PIXEL})

    assert list(files.values()) == [PIXEL]
    assert prompt == f"P?\n\n![A]({next(iter(files))})"
    assert losses == []


@pytest.mark.parametrize("source", ["/courses/1/files/2/preview", "https://example.org/a.png", "../../a.png"])
def test_a_picture_that_is_not_in_the_package_is_named(source):
    prompt, files, losses = shown(f'<p>P? <img src="{source}" alt="A"></p>', **{"b.png": PIXEL})

    assert (prompt, files) == ("P? [A]", {})
    assert losses == [("prompt", "a picture is not in the file, or is none", source)]


def test_pictures_of_plain_qti_are_shown_too():
    beside = (
        '<material><matimage uri="a.png" label="A"/><matbreak/><mattext>It &lt; that</mattext></material>'
    )
    data = quiz(item("essay_question", "P?").replace("</presentation>", f"{beside}</presentation>"))
    read, _ = found(package(**{"q.xml": data, "a.png": PIXEL}))

    assert read.items[0].prompt == f"P?\n\n![A]({next(iter(read.files))})\n\nIt < that"


@pytest.mark.parametrize(
    "image",
    [
        '<img class="equation_image" data-equation-content="a &lt; \\frac{1}{2}" src="/equation_images/x">',
        "<img class='equation_image' title='a &lt; \\frac{1}{2}' src='/equation_images/x'>",
        '<img src="/equation_images/a%2520%253C%2520%255Cfrac%257B1%257D%257B2%257D" class="equation_image">',
        '<img alt="LaTeX: a &lt; \\frac{1}{2}" class="equation_image">',
        r"\(a &lt; \frac{1}{2}\)",
        '<math><semantics><mi>a</mi><annotation encoding="application/x-tex">a &lt; \\frac{1}{2}</annotation>'
        "</semantics></math>",
    ],
)
def test_a_formula_is_one_however_canvas_keeps_it(image):
    told, losses = fields(item("essay_question", f"<p>Is {image}?</p>"))

    assert told["prompt"] == r"Is \(a < \frac{1}{2}\)?"
    assert losses == []


def test_html_that_stands_unescaped_or_without_a_type_is_html():
    nodes = item("essay_question", "").replace("</mattext>", "a &lt; <b>b</b> c</mattext>", 1)
    bare = item("essay_question", "<p>a <b>b</b></p>").replace(' texttype="text/html"', "", 1)
    plain = item("essay_question", "a <b", ident="i3").replace(' texttype="text/html"', "", 1)

    assert [fields(each)[0]["prompt"] for each in (nodes, bare, plain)] == ["a < **b** c", "a **b**", "a <b"]


@pytest.mark.parametrize(
    ("responses", "marked", "kind"),
    [
        (choice(AB), when(equal("a")), "multiple_choice"),
        (choice(AB, rcardinality="Multiple"), when(equal("a")), "multiple_response"),
        (choice({"a": "False", "b": "True"}), when(equal("a")), "true_false"),
        (choice(AB, rcardinality="Ordered"), when(equal("b") + equal("a")), "ordering"),
        (choice(AB, "response_1", "1"), when(equal("a", "response_1")), "matching"),
        (choice(AB, "response_1", "1") * 2, when(equal("a", "response_1")), "matching"),
        (choice(AB, "response_P"), when(equal("a", "response_P")), "multiple_choice"),
        (choice(AB, "response_P") + choice(AB, "response_R"), when(equal("a")), "cloze"),
        (TYPED, when(equal("x")), "short_answer"),
        (TYPED, when("<vargte>1</vargte><varlte>2</varlte>"), "numerical"),
        (TYPED.replace("<render_fib", '<render_fib fibtype="Integer"'), when(equal("1")), "numerical"),
        (TYPED, "", "essay"),
        (TYPED * 2, when(equal("x")), "cloze"),
    ],
)
def test_a_type_that_nobody_names_is_told_by_its_shape(responses, marked, kind):
    told, _ = fields(item("", "<p>[P] [R]</p>", responses, marked))

    assert told["kind"] == kind


@pytest.mark.parametrize(
    "responses", [TYPED + choice(AB), '<response_xy ident="x"/>', '<response_lid ident="r"/>']
)
def test_a_shape_that_is_none_of_ours_is_named(responses):
    _, losses = found(quiz(item("", "P?", responses), item("essay_question", "R?", ident="i2")))

    assert losses == [("question", "a bank has no questions of the type (none)", "P?")]


def test_typed_answers_stand_where_they_are_typed():
    inside = (
        f"<flow>{material('Tea is a ')}"
        '<response_str ident="r1"><render_fib><response_label ident="l1"/></render_fib></response_str>'
        f"{material(', and coffee a ')}"
        '<response_str ident="r2"><render_fib><response_label ident="l2"/></render_fib></response_str></flow>'
    )
    data = item("", "", inside, when(equal("plant", "l1")) + when(equal("bean", "r2") + equal("seed", "r2")))
    told, _ = fields(data)

    assert (told["kind"], told["prompt"]) == ("cloze", "Tea is a {{plant}}, and coffee a {{bean|seed}}")


def test_desire2learn_and_blackboard_are_read_by_their_names_for_types():
    right = when(f"{equal(' x_A2 ')}<not>{equal('x_A1')}</not>", "1")
    wrong = when(f"<not>{equal('x_A2')}</not>", "0")
    learn = (
        '<item ident="q" title="q"><itemmetadata><qtimetadata><qti_metadatafield><fieldlabel>qmd_questiontype'
        "</fieldlabel><fieldentry>Multi-Select</fieldentry></qti_metadatafield></qtimetadata></itemmetadata>"
        f"<presentation><flow>{material('P?')}{choice({'x_A1': '1', 'x_A2': '2'})}</flow></presentation>"
        f"<resprocessing>{right}{wrong}</resprocessing>{feedback('x_IF1', 'No.')}"
        f"<hint><hintmaterial>{material('Count.')}</hintmaterial></hint></item>"
    )
    board = (
        "<item><itemmetadata><bbmd_questiontype>Multiple Choice</bbmd_questiontype><qmd_absolutescore_max>4"
        '</qmd_absolutescore_max></itemmetadata><presentation><flow class="Block"><flow><material>'
        "<mat_extension>"
        '<mat_formattedtext type="HTML">&lt;p&gt;R?&lt;/p&gt;</mat_formattedtext></mat_extension></material>'
        f"</flow><flow>{choice(AB)}</flow></flow></presentation><resprocessing>"
        '<respcondition title="correct"><conditionvar>'
        '<varequal respident="response1">b</varequal></conditionvar>'
        '<setvar variablename="SCORE" action="Set">SCORE.max</setvar></respcondition>'
        "<respcondition><conditionvar><other/></conditionvar><setvar variablename='SCORE'>0</setvar>"
        "<setvar variablename='OTHER'>1</setvar></respcondition></resprocessing></item>"
    )
    read, losses = found(quiz(learn, board))

    assert [(each.kind, each.prompt, each.marks, each.hint) for each in read.items] == [
        ("multiple_response", "P?", 1, "Count."),
        ("multiple_choice", "R?", 4, ""),
    ]
    assert read.items[0].choices == (Choice("1", False, "No."), Choice("2", True))
    assert read.items[1].choices == (Choice("A"), Choice("B", True))
    assert losses == []


COURSE = {
    "imsmanifest.xml": b"<manifest><lom><title><string>Tea 101</string></title></lom></manifest>",
    "i1/assessment_qti.xml": quiz(item("cc.essay.v0p1", "shortened"), title="Leaves"),
    "i1/assessment_meta.xml": b"<quiz><title>Leaves</title>"
    b"<description>&lt;p&gt;Good luck.&lt;/p&gt;</description></quiz>",
    "non_cc_assessments/i1.xml.qti": quiz(
        item("essay_question", "P?", assessment_question_identifierref="b1"), title="Leaves"
    ),
    "non_cc_assessments/i2.xml.qti": quiz(item("essay_question", "R?", ident="i2"), title="Leaves"),
    "non_cc_assessments/b.xml.qti": bank(
        item("essay_question", "P?", ident="b1"), item("essay_question", "S?", ident="b2"), title="All"
    ),
    "__MACOSX/i1/._x.xml": quiz(item("essay_question", "debris")),
}


def test_a_course_is_read_once_quiz_by_quiz_and_then_its_banks():
    read, losses = found(package(**COURSE))

    assert read.title == "Tea 101"
    assert [(each.topic, each.prompt) for each in read.items] == [
        ("Leaves", "P?"),
        ("Leaves (2)", "R?"),
        ("All", "S?"),
    ]
    assert losses == [
        ("question", "a question that a quiz and a question bank both hold is read once", ""),
        ("question", "what is said above a quiz is left out", "Good luck."),
    ]


def test_a_quiz_that_is_broken_is_told_and_the_others_are_read():
    read, losses = found(
        package(**{"a.xml": b"<questestinterop><assessment>", "b.xml": quiz(item("essay_question", "P?"))})
    )

    assert [each.prompt for each in read.items] == ["P?"]
    assert [rule for _, rule, _ in losses] == ["a quiz that is broken is left out"]


def test_an_archive_beside_a_quiz_is_named():
    _, losses = found(package(**{"a.xml": quiz(item("essay_question", "P?")), "b.zip": package()}))

    rule = "an archive within the archive is left out: unpack it, and import what is in it"
    assert losses == [("question", rule, "b.zip")]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (package(**{"a.txt": b"a"}), "there is no quiz of QTI 1.2 in it"),
        (package(**{"in/b.ZIP": package()}), 'but another archive, "in/b.ZIP": unpack that first'),
        (package(**{"a.xml": b"<questestinterop>"}), "a.xml: this is no XML"),
        (b"<questestinterop", "this is no XML"),
        (b"<quiz/>", "there is no quiz of QTI 1.2 in it"),
        (package(**{"../a.xml": quiz()}), "leads out of it"),
        (package(**{"/a.xml": quiz()}), "leads out of it"),
    ],
)
def test_what_has_no_quiz_is_refused_in_a_sentence(data, sentence):
    with pytest.raises(FileUnusable, match=r"a\.zip") as refused:
        read(data, "a.zip", Report())

    assert sentence in str(refused.value)


def test_it_is_known_by_what_is_in_it_whatever_the_files_are_called():
    inside = quiz(item("essay_question", "P?"))

    assert recognises(inside)
    assert recognises(inside.decode().encode("utf-16"))
    assert recognises(package(**{"Folder/RES00001.DAT": inside}))
    assert not recognises(package(**{"a.xml": b"<assessmentItem/>"}))
    assert not recognises(b"a text about questestinterop")


def test_a_single_file_is_a_quiz_without_topics():
    read, _ = found(quiz(item("essay_question", "P?"), title="Leaves"))

    assert (read.title, [each.topic for each in read.items]) == ("Leaves", [""])


def test_a_statement_of_two_other_words_is_a_choice():
    told, _ = fields(item("true_false_question", "P?", choice({"a": "Yes", "b": "No"}), when(equal("a"))))

    assert (told["kind"], told["choices"]) == ("multiple_choice", (Choice("Yes", True), Choice("No")))


def test_a_picture_may_stand_in_the_text_itself():
    source = f"data:image/png;base64,{base64.b64encode(PIXEL).decode()}"
    read, losses = found(quiz(item("essay_question", f'<img src="{source}" alt="A">')))

    assert list(read.files.values()) == [PIXEL]
    assert losses == []


def test_a_sound_or_film_of_plain_qti_is_told():
    beside = '<material><mataudio uri="a.mp3"/></material>'
    data = item("essay_question", "P?").replace("</presentation>", f"{beside}</presentation>")

    assert fields(data)[1] == [("prompt", "<audio> is left out", "a.mp3")]


def test_a_formula_without_a_source_is_a_picture():
    _, losses = fields(item("essay_question", '<img class="equation_image" src="/x.png" alt="A">'))

    assert losses == [("prompt", "a picture is not in the file, or is none", "/x.png")]


def test_what_is_said_of_a_blank_is_left_out():
    response = choice({"1": "red"}, "response_x") + choice(AB, "response_y")
    said = feedback("1_fb", "Red it is, as you know.") + feedback("b_fb", "Not B.")
    marked = when(equal("1", "response_x"), "50") + when(equal("a", "response_y"), "50")
    _, losses = fields(item("multiple_dropdowns_question", "[x] [y]", response, marked, said))

    assert [(rule, was) for _, rule, was in losses[2:]] == [
        (
            "what is said of a right answer is the explanation, since there is no other",
            "Red it is, as you know.",
        ),
        ("what is said of one of several answers is left out", "Not B."),
    ]


def test_a_second_range_is_told_and_a_word_is_no_number():
    ranges = when("<vargte>1</vargte><varlte>3</varlte>") + when("<vargte>7</vargte><varlte>9</varlte>")

    assert fields(item("numerical_question", "P?", TYPED, ranges))[1][0] == (
        *("accept", "one number is right here"),
        "7 … 9",
    )
    assert fields(item("numerical_question", "P?", TYPED, when(equal("two"))))[0]["answers"] == ("two",)


@pytest.mark.parametrize(
    ("about", "title"),
    [
        ('<objectbank ident="b" title="One">{}</objectbank>', "One"),
        ('<objectbank ident="b"><section title="Two">{}</section></objectbank>', "Two"),
        ('<objectbank ident="b"><qtimetadata><qtimetadatafield/></qtimetadata>{}</objectbank>', ""),
    ],
)
def test_a_bank_is_called_by_what_it_has(about, title):
    data = f"<questestinterop>{about.format(item('essay_question', 'P?'))}</questestinterop>"

    assert found(data.encode())[0].title == title


def test_a_group_of_which_all_are_asked_needs_no_word():
    chosen = "<selection><selection_number>1</selection_number></selection>"
    ordering = f"<selection_ordering>{chosen}</selection_ordering>"
    group = f'<section title="G">{ordering}{item("essay_question", "P?")}</section>'

    assert found(quiz(group))[1] == []


def test_what_stands_beside_the_quizzes_may_be_broken_or_untitled():
    inside = quiz(item("essay_question", "P?"), title="Leaves")
    other = quiz(item("essay_question", "R?", ident="i2"), title="Sea")
    files = {"imsmanifest.xml": b"<manifest><title/></manifest>", "a/assessment_meta.xml": b"<quiz>"}
    read, losses = found(package(**files, **{"q.xml": inside, "r.xml": other}))

    assert (read.title, losses) == ("Leaves", [])


def test_what_asks_nothing_by_its_shape_is_a_text():
    _, losses = found(quiz(item("", "Good luck!"), item("essay_question", "P?", ident="i2")))

    assert losses == [("question", "a text asks nothing", "Good luck!")]


def test_a_group_may_be_drawn_from_a_bank_that_is_there():
    chosen = (
        "<selection><selection_number>2</selection_number><sourcebank_ref>bank</sourcebank_ref></selection>"
    )
    group = f'<section title="G"><selection_ordering>{chosen}</selection_ordering></section>'
    files = {"q.xml": quiz(group), "b.xml.qti": bank(item("essay_question", "P?"), title="B")}
    read, losses = found(package(**files))

    assert [(each.topic, each.prompt) for each in read.items] == [("B", "P?")]
    assert losses == [
        ("question", "a quiz draws some questions of a group; a bank has them all", "G: 2 of bank")
    ]
