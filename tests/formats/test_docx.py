"""Documents of a word processor, in the shapes in which teachers write them."""

from __future__ import annotations

import io
import zipfile

import pytest

from formed_games import read
from formed_word import document, formula, level, lists, m, p, picture, r, restart, table
from quizmill.errors import FileUnusable
from quizmill.formats.report import Report
from quizmill.formats.table import named, recognised

BY_LOOK = {
    "b": "options in bold type are taken for the right ones",
    "u": "options underlined are taken for the right ones",
    "i": "options in italics are taken for the right ones",
    "red": "options in another colour are taken for the right ones",
    "yellow": "options with a coloured background are taken for the right ones",
    "shaded": "options with a coloured background are taken for the right ones",
}
OUTLINE = lists({0: level(0) + level(1, "lowerLetter", "%2)")}, {1: "0"})
ABC = ("leaf", "stone", "wool")


def asked(data: bytes) -> list[tuple[str, ...]]:
    """The questions: prompt, then options with their signs, or the answers, or the truth."""
    found = []
    for item in named("docx").read(data, "a.docx", Report()).items:
        told = [("+" if each.right else "-") + each.text for each in item.choices]
        told += item.answers
        told += [] if item.truth is None else [str(item.truth)]
        found.append((item.prompt, *told))
    return found


def told(data: bytes) -> list[tuple[str, str, str]]:
    report = Report()
    named("docx").read(data, "a.docx", report)
    return [(loss.id, loss.rule, loss.was) for loss in report.losses]


def options(right: int, *looks: str) -> list[str]:
    """Options typed with their letters, one of them in some look."""
    return [p(f"{'abc'[at]}) ", r(text, *(looks if at == right else ()))) for at, text in enumerate(ABC)]


TEA = ("What is tea?", "+leaf", "-stone", "-wool")


def test_numbers_and_letters_may_be_typed():
    data = document(p("1. What is tea?"), p("*a) leaf"), p("b) stone"), p("c) wool"))

    assert asked(data) == [TEA]
    assert told(data) == []


def test_numbers_and_letters_may_be_of_a_list_with_levels():
    data = document(
        p("What is tea?", num=(1, 0)),
        *(p(text, num=(1, 1)) for text in ("*leaf", "stone", "wool")),
        p("What is wool?", num=(1, 0)),
        *(p(text, num=(1, 1)) for text in ("stone", "hair *")),
        p("Answers"),
        p("1. a"),
        numbering=OUTLINE,
    )

    assert asked(data) == [TEA, ("What is wool?", "-stone", "+hair")]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("upperLetter", "%2."),
        ("lowerLetter", "(%2)"),
        ("decimal", "%2."),
        ("decimal", "%1.%2"),
        ("lowerRoman", "%2."),
        ("bullet", "•"),
        ("none", ""),
    ],
)
def test_what_stands_below_a_number_is_an_option_whatever_sign_it_has(form, text):
    data = document(
        p("What is tea?", num=(1, 0)),
        *(p(r(option, *(["b"] if at == 0 else [])), num=(1, 1)) for at, option in enumerate(ABC)),
        numbering=lists({0: level(0) + level(1, form, text)}, {1: "0"}),
    )

    assert asked(data) == [TEA]


def test_options_with_bullets_are_lettered_anew_below_each_question():
    bullets = [p(text, num=(1, 0)) for text in ("leaf", "stone")]
    data = document(
        p("1. What is tea?"),
        *bullets,
        p(""),
        p("2. What is a rock?"),
        *bullets,
        p("Key"),
        p("1. a"),
        p("2. b"),
        numbering=lists({0: level(0, "bullet", "o")}, {1: "0"}),
    )

    assert asked(data) == [("What is tea?", "+leaf", "-stone"), ("What is a rock?", "-leaf", "+stone")]


def indented(inside: str, left: int) -> str:
    return inside.replace("</w:lvl>", f'<w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr></w:lvl>')


LIST_STYLES = "".join(
    f'<w:style w:styleId="{id}"><w:name w:val="{name}"/>'
    f'<w:pPr><w:numPr><w:numId w:val="{num}"/></w:numPr></w:pPr></w:style>'
    for id, name, num in (("ListNumber", "List Number", 1), ("ListNumber2", "List Number 2", 2))
)
FURTHER_IN = lists(
    {
        0: indented(level(0, pStyle="ListNumber"), 360),
        1: indented(level(0, pStyle="ListNumber2"), 720),
        2: indented(level(0, "upperLetter"), 1080),
    },
    {1: "0", 2: "1", 3: "2"},
)


def test_numbers_of_a_list_further_in_are_those_of_options():
    data = document(
        p("What is tea?", style="ListNumber"),
        *(p(r(text, *(["b"] if text == "leaf" else [])), style="ListNumber2") for text in ABC),
        p("What is wool?", style="ListNumber"),
        *(p(r(text, *(["b"] if text == "wool" else [])), style="ListNumber2") for text in ABC),
        p("Why?", style="ListNumber"),
        numbering=FURTHER_IN,
        styles=LIST_STYLES,
    )

    assert asked(data) == [TEA, ("What is wool?", "-leaf", "-stone", "+wool"), ("Why?",)]


@pytest.mark.parametrize(
    "options", [[p("*A) leaf"), p("B) stone")], [p("*leaf", num=(3, 0)), p("stone", num=(3, 0))]]
)
def test_numbers_further_in_that_have_options_are_those_of_questions(options):
    data = document(
        p("Leaves", style="ListNumber"),
        p("What is tea?", style="ListNumber2"),
        *options,
        p("Wool", style="ListNumber"),
        p("What is wool?", style="ListNumber2"),
        *options,
        numbering=FURTHER_IN,
        styles=LIST_STYLES,
    )

    assert [each for each in asked(data) if len(each) > 1] == [
        ("What is tea?", "+leaf", "-stone"),
        ("What is wool?", "+leaf", "-stone"),
    ]


def test_a_list_further_in_behind_another_goes_on_with_its_questions():
    data = document(
        p("What is tea?", style="ListNumber"),
        p("Answer: leaf"),
        p("What is wool?", style="ListNumber2"),
        p("Answer: hair"),
        numbering=FURTHER_IN,
        styles=LIST_STYLES,
    )

    assert asked(data) == [("What is tea?", "leaf"), ("What is wool?", "hair")]


def test_what_is_set_higher_or_lower_and_smaller_is_raised_or_lowered():
    run = '<w:r><w:rPr><w:position w:val="{}"/>{}</w:rPr><w:t>2</w:t></w:r>'
    small = '<w:sz w:val="19"/>'
    shifted = (run.format(8, small), run.format(-2, small), run.format(0, small), run.format(8, ""))
    data = document(p("1. x", *shifted, "?"), p("Answer: True"))

    assert asked(data) == [("x²₂22?", "True")]


def test_options_in_a_list_of_their_own_begin_anew_for_each_question():
    data = document(
        p("What is tea?", num=(1, 0)),
        *(p(text, num=(2, 0)) for text in ABC),
        p("What is wool?", num=(1, 0)),
        *(p(text, num=(3, 0)) for text in ABC),
        p("Key: 1-a, 2-c"),
        numbering=lists(
            {0: level(0), 1: level(0, "upperLetter", "%1)")}, {1: "0", 2: f"1{restart()}", 3: f"1{restart()}"}
        ),
    )

    assert asked(data) == [TEA, ("What is wool?", "-leaf", "-stone", "+wool")]


def test_lists_of_one_kind_go_on_counting_as_in_word():
    data = document(
        p("What is tea?", num=(1, 0)),
        p("To be chosen:"),
        p("leaf", num=(2, 0)),
        p("stone", num=(2, 0)),
        p("What is wool?", num=(3, 0)),
        p("leaf", num=(4, 0)),
        p("hair", num=(4, 0)),
        p("Answer key"),
        p("1. A"),
        p("2. D"),
        numbering=lists({0: level(0), 1: level(0, "upperLetter")}, {1: "0", 2: "1", 3: "0", 4: "1"}),
    )

    assert asked(data) == [
        ("What is tea?\nTo be chosen:", "+leaf", "-stone"),
        ("What is wool?", "-leaf", "+hair"),
    ]


def test_a_style_may_put_paragraphs_into_a_list():
    styles = (
        '<w:style w:styleId="Q"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="A"><w:basedOn w:val="Q"/></w:style>'
        '<w:style w:styleId="O"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Off"><w:basedOn w:val="Q"/>'
        '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    data = document(
        p("Before", style="Off"),
        p("What is tea?", style="A"),
        p("*leaf", style="O"),
        p("stone", style="O"),
        numbering=lists({0: level(0, pStyle="Q") + level(1, "lowerLetter", pStyle="O")}, {1: "0"}),
        styles=styles,
    )

    assert asked(data) == [("What is tea?", "+leaf", "-stone")]
    assert told(data) == [("paragraph 1", "it stands outside a question, and is left out", "Before")]


def test_a_list_may_be_one_of_a_style_of_lists():
    data = document(
        p("What is tea?", num=(1, 0)),
        p("*leaf", num=(1, 1)),
        p("stone", num=(1, 1)),
        numbering='<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
        + lists({0: level(0) + level(1, "lowerLetter")}, {1: "5", 2: "0"}),
        styles='<w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
    )

    assert asked(data) == [("What is tea?", "+leaf", "-stone")]


def test_numbers_start_where_the_list_says_and_levels_may_be_its_own():
    data = document(
        p("What is tea?", num=(1, 0)),
        p("leaf", num=(1, 1)),
        p("stone", num=(1, 1)),
        p("Answers: 7. a 8. b"),
        numbering=lists(
            {0: level(0, start="7") + level(1, "lowerLetter")},
            {1: f'0 <w:lvlOverride w:ilvl="1">{level(1, "upperLetter", "%2)")}</w:lvlOverride>'},
        ),
    )

    assert asked(data) == [("What is tea?", "+leaf", "-stone")]
    assert told(data) == [("paragraph 4", "it stands outside a question, and is left out", "8. b")]


@pytest.mark.parametrize("numbering", ["", f"<w:abstractNum>{level(0)}</w:abstractNum>"])
def test_a_list_that_is_nowhere_numbers_nothing(numbering):
    lines = (p("1. What is tea?", num=(9, 0)), p("*a) leaf", num=(9, 9)), p("b) stone"))
    data = document(*lines, numbering=numbering)

    assert asked(data) == [("What is tea?", "+leaf", "-stone")]


@pytest.mark.parametrize("look", BY_LOOK)
def test_the_right_option_may_be_the_one_that_looks_otherwise(look):
    data = document(p("1. What is tea?"), *options(0, look))

    assert asked(data) == [TEA]
    assert told(data) == [("", BY_LOOK[look], "")]


def test_one_look_says_it_in_the_whole_document():
    data = document(
        p("1. ", r("What is tea?", "b")),
        *options(0, "yellow"),
        p("2. What is wool?"),
        p("a) ", r("hair", "yellow")),
        p("b) ", r("Camellia", "i")),
        p("3. Which?"),
        p("a) ", r("tea", "yellow")),
        p("b) ", r("wool", "yellow")),
        p("c) stone"),
    )

    assert asked(data) == [
        TEA,
        ("What is wool?", "+hair", "-*Camellia*"),
        ("Which?", "+tea", "+wool", "-stone"),
    ]
    assert told(data) == [("", BY_LOOK["yellow"], "")]


def test_of_two_colours_the_rarer_is_that_of_right_options():
    data = document(
        p("1. What is tea?"),
        *(p(f"{'abc'[at]}) ", r(text, "red" if at else "green")) for at, text in enumerate(ABC)),
    )

    assert asked(data) == [TEA]


def test_a_look_of_one_question_among_many_says_nothing():
    others = [part for at in range(2, 6) for part in (p(f"{at}. Why?"), p("a) so"), p("b) no"))]
    data = document(p("1. What is tea?"), *options(0, "i"), *others)

    assert asked(data)[0] == ("What is tea?", "-*leaf*", "-stone", "-wool")


def test_what_is_said_in_words_goes_before_looks():
    data = document(p("1. What is tea?"), *options(1, "b"), p("Answer: A"))

    assert asked(data) == [("What is tea?", "+leaf", "-stone", "-wool")]


def test_options_without_letters_are_known_where_one_is_marked():
    data = document(
        p("What is tea?", num=(1, 0)),
        p("*leaf"),
        p("stone"),
        p("What is wool?", num=(1, 0)),
        p(r("hair", "yellow")),
        p("stone"),
        numbering=OUTLINE,
    )

    assert asked(data) == [("What is tea?", "+leaf", "-stone"), ("What is wool?", "+hair", "-stone")]


def test_questions_without_numbers_are_known_by_their_options():
    data = document(
        p("Read well."),
        p("What is tea?"),
        *options(0, "b"),
        p("In the picture stands a cup."),
        p("What is in it?"),
        p("A. wool"),
        p("B. tea"),
        p("Correct answer: B. tea"),
    )

    assert asked(data) == [TEA, ("In the picture stands a cup.\nWhat is in it?", "-wool", "+tea")]
    assert told(data)[0] == ("paragraph 1", "it stands outside a question, and is left out", "Read well.")


@pytest.mark.parametrize(
    "line",
    [
        "a) leaf\tb) stone\tc) wool",
        "a. leaf    b. stone    c. wool",
        "(a) leaf (b) stone (c) wool",
        "A) leaf B) stone C) wool",
    ],
)
def test_options_may_stand_side_by_side(line):
    data = document(p("1. What is tea?"), p(line), p("Ans: a"))

    assert asked(data) == [TEA]


def test_a_paragraph_may_have_line_ends():
    data = document(p("1. What is tea?\na) leaf\nb) stone\nc) wool\nAnswer: a\nExplanation: It is dried."))

    assert read("docx", data)[0] == [
        {
            "kind": "multiple_choice",
            "place": "paragraph 1",
            "prompt": "What is tea?",
            "choices": ["+leaf", "-stone", "-wool"],
            "explanation": "It is dried.",
        }
    ]


@pytest.mark.parametrize(
    ("after", "lost"),
    [
        ((p("ANSWER KEY"), p("1. a"), p("2. leaves"), p("3. False"), p("4. b, c")), 0),
        ((p("Answers: 1. A 2. leaves"), p("3) F"), p("4) B and C")), 0),
        ((p("Lösungen"), table(("1", "a", "3", "falsch"), ("2", "leaves", "4", "BC"))), 0),
        ((p("Answers"), table(("1", "2", "3", "4"), ("a", "leaves", "F", "b,c"))), 0),
        (
            (
                p("Answers"),
                p("a", num=(1, 0)),
                p("leaves", num=(1, 0)),
                p("F", num=(1, 0)),
                p("b/c", num=(1, 0)),
            ),
            0,
        ),
        (
            (
                p("答案"),
                p("1-a 2-leaves 3-F 4-b,c 5-a"),
            ),
            1,
        ),
    ],
)
def test_answers_may_stand_in_a_list_at_the_end(after, lost):
    data = document(
        p("1. What is tea?"),
        p("a) leaf    b) stone"),
        p("2. Tea is made of ____."),
        p("3. Tea is a stone."),
        p("4. Which?"),
        p("a) stone    b) tea    c) mate"),
        *after,
        numbering=lists({0: level(0)}, {1: "0"}),
    )

    assert asked(data) == [
        ("What is tea?", "+leaf", "-stone"),
        ("Tea is made of ____.", "leaves"),
        ("Tea is a stone.", "False"),
        ("Which?", "-stone", "+tea", "+mate"),
    ]
    assert len(told(data)) == lost


def test_numbers_that_begin_anew_are_answered_in_their_order():
    data = document(
        p("Part A"),
        p("1. What is tea?"),
        p("a) leaf    b) stone"),
        p("Part B: Words"),
        p("1. Tea is made of?"),
        p("Answers"),
        p("1. a"),
        p("1. leaves"),
    )

    found = named("docx").read(data, "a", Report()).items
    assert asked(data) == [("What is tea?", "+leaf", "-stone"), ("Tea is made of?", "leaves")]
    assert [item.topic for item in found] == ["Part A", "Part B: Words"]


@pytest.mark.parametrize(
    ("before", "option"),
    [
        ("Question 1", "A. "),
        ("Frage 1:", "A) "),
        ("1 - ", "a - "),
        ("1/ ", "a) "),
        ("Q1) ", "(A) "),
        ("第1题 ", "A、"),
        ("____ 1. ", "○ a) "),
        ("Pregunta n° 1. ", "A. "),
    ],
)
def test_questions_and_options_begin_as_people_begin_them(before, option):
    asks = [p(f"{before}What is tea?")] if before.endswith(" ") else [p(before), p("What is tea?")]
    lettered = (option.replace("a", letter).replace("A", letter.upper()) for letter in "abc")
    data = document(
        *asks, *(p(f"{sign}{text}") for sign, text in zip(lettered, ABC, strict=True)), p("Key: 1-a")
    )

    assert asked(data) == [TEA]


@pytest.mark.parametrize(
    ("prompt", "points"),
    [
        ("1. What is tea? (2 points)", 2),
        ("1. [3 Punkte] What is tea?", 3),
        ("1. What is tea?\t4\u00a0marks", 4),
        ("1. What is tea? (5 puntos)", 5),
        ("1. What is tea?", 1),
    ],
)
def test_what_a_question_is_worth_may_stand_beside_it(prompt, points):
    data = document(p(r(prompt, "b")), p("a) leaf"), p("b) stone"))

    [item] = named("docx").read(data, "a", Report()).items
    assert (item.prompt, item.marks) == ("What is tea?", points)


@pytest.mark.parametrize(
    "prompt",
    ["Tea is hot. T / F", "True or false: Tea is hot.", "Tea is hot. (True/False)", "Tea is hot.    V/F"],
)
def test_a_statement_may_say_that_it_is_one(prompt):
    data = document(p(f"1. {prompt}"), p("2. Why?"), p("Answers"), p("1. T"))

    assert asked(data) == [("Tea is hot.", "True"), ("Why?",)]
    [item, _] = named("docx").read(document(p(f"1. {prompt}"), p("2. Why?")), "a", Report()).items
    assert (item.kind, item.truth) == ("true_false", None)


def test_a_line_to_write_on_is_no_answer_and_a_letter_may_be_explained():
    data = document(
        p("1. What is tea?"),
        p("Answer: ________"),
        p("2. What is wool?"),
        p("a) leaf    b) hair"),
        p("Answer:"),
        p("Part B"),
        p("1. What is stone made of, by and large?"),
        p("Answers"),
        p("1. leaf"),
        p("2. b) It grows on sheep."),
        p("7. Which of these is the oldest tea of all?"),
        p("a) green    *b) black"),
    )

    found = named("docx").read(data, "a", Report()).items
    assert asked(data) == [
        ("What is tea?", "leaf"),
        ("What is wool?", "-leaf", "+hair"),
        ("What is stone made of, by and large?",),
        ("Which of these is the oldest tea of all?", "-green", "+black"),
    ]
    assert found[1].explanation == "It grows on sheep."


def test_answers_may_stand_at_the_end_of_each_part():
    data = document(
        p("Part A"),
        p("1. What is tea?"),
        p("a) leaf    b) stone"),
        p("Answers"),
        p("1. a"),
        p("Part B"),
        p("1. What is wool?"),
        p("a) leaf    b) hair"),
        p("Answers"),
        p("1. b"),
    )

    assert asked(data) == [("What is tea?", "+leaf", "-stone"), ("What is wool?", "-leaf", "+hair")]


def test_colours_that_say_nothing_are_left_out():
    data = document(p("1. ", r("What is tea?", "red")), p("*a) leaf"), p("b) ", r("stone", "yellow", "b")))

    assert asked(data) == [("What is tea?", "+leaf", "-stone")]
    assert told(data) == []


def test_an_answer_that_is_no_option_is_told():
    data = document(p("1. What is tea?"), *options(9), p("Answer: D"), p("Answer: iron"))

    assert told(data) == [
        ("paragraph 1", "the answer is none of the options", "D"),
        ("paragraph 1", "the answer is none of the options", "iron"),
    ]


def test_headings_are_the_title_and_the_topics():
    styles = (
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:styleId="Deep"><w:basedOn w:val="H"/></w:style>'
        '<w:style w:styleId="Other"><w:name w:val="Heading 2"/></w:style>'
    )
    data = document(
        p("All of tea", style="T"),
        p("Leaves", style="H", num=(1, 0)),
        p("1. What is tea?"),
        *options(0, "b"),
        p("Stones", style="Deep"),
        p("Why?", style="Other", num=(1, 0)),
        p("2. What is a stone?"),
        *options(1, "b"),
        p("Answers", style="H"),
        p("after"),
        styles=styles,
        numbering=OUTLINE,
    )

    found = named("docx").read(data, "a", Report())
    assert found.title == "All of tea"
    assert [(item.prompt, item.topic) for item in found.items] == [
        ("What is tea?", "Leaves"),
        ("Why?", "Stones"),
        ("What is a stone?", "Stones"),
    ]


def test_what_follows_an_option_is_no_part_of_it_unless_its_sentence_goes_on():
    data = document(
        p("1. What is tea?"),
        p("a) leaf"),
        p("and bud"),
        p("*b) stone"),
        p("Now turn the page."),
        p("2. Why?"),
    )

    assert asked(data) == [("What is tea?", "-leaf\nand bud", "+stone"), ("Why?",)]
    assert told(data) == [
        ("paragraph 5", "it stands outside a question, and is left out", "Now turn the page.")
    ]


def test_looks_within_a_text_are_kept_as_far_as_markup_has_them():
    data = document(
        p("1. What is ", r("not", "b"), " x", r("2", "sup"), " in H", r("2", "sub"), "O?"),
        p("Answer: ", r("a ", "i"), "leaf"),
    )

    assert asked(data) == [("What is **not** x² in H₂O?", "a leaf")]


def test_styles_of_letters_count_as_looks():
    styles = (
        '<w:style w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:styleId="Bold" w:type="paragraph" w:default="1"><w:rPr><w:i/></w:rPr></w:style>'
    )
    data = document(
        p("1. What is tea?"),
        *options(0, "Strong"),
        p("2. ", '<w:r><w:rPr><w:i w:val="0"/><w:b w:val="0"/></w:rPr><w:t>Why?</w:t></w:r>', style="Bold"),
        styles=styles,
    )

    assert [each[1:2] for each in asked(data)] == [("+*leaf*",), ()]
    assert asked(data)[1] == ("Why?",)


PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20 + b"IEND"


def test_pictures_come_out_and_what_stands_outside_is_not_fetched():
    data = document(
        p("1. What is this?"),
        p(picture("a.png", "a leaf")),
        p("a) ", picture("a.png")),
        p("*b) tea", picture("far", "a cup", how="link")),
        p('<w:r><w:pict><v:imagedata r:id="b.emf"/></w:pict></w:r>'),
        media={"a.png": PNG, "b.emf": b"EMF"},
        links={"far": "https://example.org/cup.png"},
    )

    found = named("docx").read(data, "a", Report())
    [path] = found.files
    assert found.files[path] == PNG
    assert asked(data) == [(f"What is this?\n\n![a leaf]({path})", f"-![picture]({path})", "+tea")]
    assert told(data) == [
        ("paragraph 4", "a picture is not in the file, or is none", "a cup"),
        ("paragraph 5", "a picture is not in the file, or is none", "word/media/b.emf"),
    ]


def test_formulas_are_latex_as_far_as_the_subset_holds():
    half = formula(f"<m:f><m:num>{m('1')}</m:num><m:den>{m('2')}</m:den></m:f>")
    strange = formula(f"<m:borderBox><m:e>{m('x^')}</m:e></m:borderBox>")
    data = document(p("1. What is ", half, "?"), p("a) ", strange), p("*b) ", half))

    assert asked(data) == [(r"What is \(\frac{1}{2}\)?", "-x^", r"+\(\frac{1}{2}\)")]
    assert told(data) == [
        (
            "paragraph 1",
            "a formula has no LaTeX that can be read, so that its signs alone are kept",
            "x^",
        )
    ]


def test_of_changes_that_are_tracked_the_new_is_read():
    data = document(
        p(
            "1. What is ",
            "<w:del><w:r><w:delText>wool</w:delText></w:r></w:del>",
            f"<w:ins>{r('tea')}</w:ins>",
            f"<w:moveFrom>{r('old')}</w:moveFrom><w:moveTo>{r('?')}</w:moveTo>",
        ),
        p("*a) leaf"),
        p("b) stone"),
    )

    assert asked(data) == [("What is tea?", "+leaf", "-stone")]
    assert told(data) == []


def test_what_stands_beside_the_text_is_told():
    box = f"<w:txbxContent>{p('a box')}</w:txbxContent>"
    data = document(
        p(
            "1. What is tea?",
            f"<w:r><mc:AlternateContent><mc:Choice>{'<w:drawing>' + box + '</w:drawing>'}</mc:Choice>"
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            '<w:r><w:footnoteReference w:id="2"/><w:commentReference w:id="0"/></w:r>',
            '<w:r><w:endnoteReference w:id="1"/></w:r>',
            '<w:r><w:drawing><wp:inline><wp:docPr descr="a chart"/></wp:inline></w:drawing></w:r>',
            r("it is leaf", "hidden"),
        ),
        p("Answer: leaf"),
    )

    assert asked(data) == [("What is tea?", "leaf")]
    assert told(data) == [
        ("paragraph 1", "a box of text beside the lines is left out", "a box"),
        ("paragraph 1", "a note at the foot of the page is left out", ""),
        ("paragraph 1", "what is commented beside the text is left out", ""),
        ("paragraph 1", "a note at the end is left out", ""),
        ("paragraph 1", "a drawing is left out", "a chart"),
        ("paragraph 1", "hidden text is left out", "it is leaf"),
    ]


def test_signs_and_boxes_are_read_as_what_they_show():
    ticked = '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr></w:sdt>'
    empty = '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr></w:sdt>'
    sign = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'
    data = document(
        p("1. What is ", sign.format("Symbol", "F061"), " at 90\uf0b0", sign.format("Symbol", "03B2"), "?"),
        p("a) ", sign.format("Wingdings", "F0A8"), " stone"),
        p("b) ", sign.format("Wingdings", "F0FE"), " leaf"),
        p("2. Which?"),
        p("a) ", ticked, " tea"),
        p("b) ", empty, " wool"),
        p("c) ", ticked, " mate", sign.format("Wingdings", "F04A"), sign.format("Strange", "xyz")),
    )

    assert asked(data) == [("What is α at 90°β?", "-stone", "+leaf"), ("Which?", "+tea", "-wool", "+mate")]


def test_what_lies_in_fields_links_and_controls_is_text():
    data = document(
        p(
            "1. ",
            f"<w:hyperlink>{r('What')}</w:hyperlink>",
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>',
            f"<w:fldSimple>{r(' is')}</w:fldSimple><w:sdt><w:sdtContent>{r(' tea')}</w:sdtContent></w:sdt>",
            "<w:r><w:noBreakHyphen/><w:t>x</w:t></w:r>",
        ),
        f"<w:sdt><w:sdtContent>{p('*a) leaf')}</w:sdtContent></w:sdt>",
        "<w:sectPr/>",
        p("b) stone"),
    )

    assert asked(data) == [("What is tea\u2011x", "+leaf", "-stone")]


def test_a_table_may_hold_questions_in_its_rows():
    data = document(
        p("Tea"),
        table(
            ("Question", "A", "B", "Answer"),
            ("What is tea?", "leaf", "stone", "A"),
            ("Wool?", "no", "hair", "B"),
        ),
    )

    assert asked(data) == [("What is tea?", "+leaf", "-stone"), ("Wool?", "-no", "+hair")]
    [first, _] = named("docx").read(data, "a", Report()).items
    assert first.place == "table after paragraph 1, row 2"


def test_a_table_may_only_set_numbers_and_letters_in_their_places():
    data = document(
        table(("1.", "What is tea?"), ("a)", "leaf"), ("b)", "stone")),
        p("2. What is wool?"),
        table(("A. stone", "B. hair"), ("C. leaf", "D. tea")),
        p("Key"),
        p("1. a, 2. B"),
    )

    assert asked(data) == [
        ("What is tea?", "+leaf", "-stone"),
        ("What is wool?", "-stone", "+hair", "-leaf", "-tea"),
    ]


def test_two_sides_of_a_table_are_matched_by_the_key():
    rows = (("1. tea", "a. hair"), ("2. wool", "b. leaf"), ("", "c. stone"))
    data = document(
        p("Match each to what it is made of."),
        table(*rows),
        p("Answers"),
        p("1. b"),
        p("2-a"),
    )

    [item] = named("docx").read(data, "a", Report()).items
    assert (item.kind, item.prompt) == ("matching", "Match each to what it is made of.")
    assert item.pairs == (("tea", "leaf"), ("wool", "hair"))
    assert item.extra == ("stone",)
    assert told(data) == []


def test_a_matching_may_have_a_number_and_lack_its_key():
    rows = (("3.", "tea", "A)", "hair"), ("4.", "wool", "B)", "leaf"))
    data = document(p("1. Why?"), p("2. Match."), table(*rows), p("Key: 3-B"))

    _, item = named("docx").read(data, "a", Report()).items
    assert (item.prompt, item.pairs, item.extra) == ("Match.", (("tea", "leaf"),), ("hair",))
    assert told(data) == [("paragraph 2", "no key says what belongs to it", "wool")]


def test_a_table_below_a_question_is_part_of_it_and_others_are_told():
    data = document(
        p("1. Which is dear?"),
        table(("tea", "price"), ("green", "3")),
        p("*a) green"),
        p("b) black"),
        table(("marks", "of 20"), ("name", "")),
    )

    assert asked(data) == [
        ("Which is dear?\n\n| tea | price |\n| --- | --- |\n| green | 3 |", "+green", "-black")
    ]
    assert told(data) == [
        (
            "table after paragraph 7",
            "a table that belongs to no question is left out",
            "marks | of 20 | name | ",
        )
    ]


def test_two_columns_without_questions_beside_them_are_cards():
    data = document(table(("tea", "a leaf"), ("wool", "hair")))

    assert asked(data) == [("tea", "a leaf"), ("wool", "hair")]


def test_a_key_may_be_a_table_of_its_own():
    data = document(
        p("1. What is tea?"),
        p("a) leaf    b) stone"),
        p("2. Wool?"),
        p("a) leaf    b) hair"),
        table(("1", "A"), ("2", "B")),
    )

    assert asked(data) == [("What is tea?", "+leaf", "-stone"), ("Wool?", "-leaf", "+hair")]


def test_both_kinds_of_the_standard_are_read():
    data = document(
        p("What is tea?", num=(1, 0)), p("*leaf", num=(1, 1)), p("no", num=(1, 1)), numbering=OUTLINE
    )
    strict = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(strict, "w") as other:
        for name in packed.namelist():
            text = packed.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            other.writestr(name, text)

    assert asked(strict.getvalue()) == asked(data) == [("What is tea?", "+leaf", "-no")]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "an old Word"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "locked by a password",
        ),
        (rb"{\rtf1 1. What?}", "a document of another kind"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "of another kind"),
        (document(), "no paragraph begins with the number of a question"),
        (document(p("Dear all")), "no paragraph begins with the number of a question"),
    ],
)
def test_other_documents_are_refused_in_a_sentence(data, told):
    assert recognised(data, "a").name == "docx"
    with pytest.raises(FileUnusable, match=told):
        named("docx").read(data, "a", Report())


def test_an_archive_of_something_else_is_none():
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as packed:
        packed.writestr("a.txt", "a")

    assert not named("docx").recognises(other.getvalue())
    with pytest.raises(FileUnusable, match="no document of a word processor"):
        named("docx").read(other.getvalue(), "a", Report())


def test_a_document_that_would_do_harm_is_refused():
    harmful = io.BytesIO()
    with zipfile.ZipFile(harmful, "w") as packed:
        packed.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><w/>')

    with pytest.raises(FileUnusable, match="DOCTYPE"):
        named("docx").read(harmful.getvalue(), "a", Report())
