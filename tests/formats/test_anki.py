"""Anki's packages and text files as questions."""

from __future__ import annotations

import io
import json
import zipfile

import genanki
import pytest

import recordings
import samples
from anki_decks import bank_of, release
from formed_anki import BASIC, CLOZE, REVERSED, TYPED, package
from quizmill.bank import anki_archive
from quizmill.bank.model import (
    Audio,
    Compare,
    Distractor,
    Image,
    MultipleChoice,
    Numerical,
    ShortAnswer,
)
from quizmill.bank.write import question_fields
from quizmill.errors import FileUnusable
from quizmill.formats.anki_text import read_text
from quizmill.formats.item import Item
from quizmill.formats.questions import Maker
from quizmill.formats.report import Report
from quizmill.formats.table import named, recognised

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20 + b"IEND"
ALL_IN_ONE = (
    "AllInOne (kprim, mc, sc)",
    ("Question", "Title", "QType (0=kprim,1=mc,2=sc)", "Q_1", "Q_2", "Q_3", "Answers", "Sources", "Extra 1"),
    [("{{Question}}<script>go()</script>", "{{FrontSide}}{{Sources}}{{Extra 1}}")],
)


def items(data: bytes, name: str = "a.apkg") -> tuple[Item, ...]:
    return named("anki").read(data, name, Report()).items


def told(data: bytes) -> list[tuple[str, str, str]]:
    report = Report()
    named("anki").read(data, "a", report)
    return [(loss.id, loss.rule, loss.was) for loss in report.losses]


def asked(data: bytes) -> list[tuple[str, ...]]:
    """The questions: kind, prompt, then the answers, points, options with their signs, or the truth."""
    found = []
    for item in items(data):
        said = [("+" if each.right else "-") + each.text for each in item.choices]
        said += [*item.answers, *item.points, *([] if item.truth is None else [str(item.truth)])]
        found.append((item.kind, item.prompt, *said))
    return found


@pytest.mark.parametrize("newer", [False, True])
def test_each_card_is_a_question_in_both_generations_of_packages(newer):
    data = package(
        (BASIC, ("What is <b>tea</b>?", "a leaf")),
        (REVERSED, ("Hund", "dog")),
        (REVERSED, ("Katze", "cat")),
        (TYPED, ("2 + 2?", "4 " * 50)),
        (CLOZE, ("{{c1::Tea::a drink}} is {{c2::hot}}.", "in Asia")),
        decks=("School::Tea", "School::German::Animals"),
        tags=("plants", "my::own", "leech"),
        newer=newer,
        without={3: [1]},
    )

    found = items(data)
    assert asked(data) == [
        ("short_answer", "What is **tea**?", "a leaf"),
        ("short_answer", "Hund", "dog"),
        ("short_answer", "dog", "Hund"),
        ("short_answer", "Katze", "cat"),
        ("short_answer", "2 + 2?", ("4 " * 50).strip()),
        ("cloze", "{{Tea}} is {{hot}}."),
    ]
    assert [item.id for item in found] == ["guid1", "guid2", "guid2/2", "guid3", "guid4", "guid5"]
    assert [item.topic for item in found] == ["Tea", *["German – Animals"] * 5]
    assert found[0].tags == ("plants", "my::own")
    assert (found[-1].hint, found[-1].explanation) == ("a drink", "in Asia")
    assert named("anki").read(data, "a", Report()).title == "School"
    assert recognised(data, "a.apkg").name == "anki"


def test_the_deck_of_all_notes_is_no_topic_unless_notes_lie_in_it():
    data = package((BASIC, ("a", "b")), (BASIC, ("c", "d")), decks=("Top", "Top::Sub"))

    assert [item.topic for item in items(data)] == ["Top", "Sub"]


def test_an_answer_that_nobody_types_is_an_essay_and_true_or_false_a_statement():
    data = package(
        (BASIC, ("Teas?", "<ul><li>green</li><li>black</li></ul>")),
        (BASIC, ("Why?", "first<br>second")),
        (BASIC, ("Tea is a stone.", "False")),
        (BASIC, ("Long?", f"{'word ' * 20}end")),
        (BASIC, ("Code?", "<pre>a = 1\nb = 2</pre>")),
    )

    assert asked(data) == [
        ("essay", "Teas?", "green", "black"),
        ("essay", "Why?", "first", "second"),
        ("true_false", "Tea is a stone.", "False"),
        ("essay", "Long?", f"{'word ' * 20}end"),
        ("essay", "Code?", "```\na = 1\nb = 2\n```"),
    ]
    long = "nobody types so long an answer: what it says are the points of an essay"
    lines = "nobody types an answer of several lines: they are the points of an essay"
    assert [loss[1] for loss in told(data)] == [lines, lines, long, lines]


def test_templates_say_what_is_asked_what_answers_and_what_helps():
    kind = (
        "Vocabulary",
        ("Word", "Reading", "Meaning", "Help", "Notes"),
        [
            (
                "{{#Word}}{{kanji:Word}}{{/Word}} {{hint:Help}}",
                "{{FrontSide}}{{Meaning}}{{Reading}}{{Tags}}{{Notes}}",
            )
        ],
    )
    [item] = items(package((kind, ("茶", "cha", "tea", "a drink", ""))))

    assert (item.prompt, item.answers, item.hint, item.explanation) == ("茶", ("tea",), "a drink", "cha")


@pytest.mark.parametrize(
    ("front", "prompt"),
    [
        ("What does <b>{{Word}}</b> mean?", "What does **gato** mean?"),
        ("<div>Translate:</div><div>{{Word}}</div>{{type:Meaning}}", "Translate:\n\ngato"),
        ("{{Word}}<br>Example: {{Example}}<br>Deck: {{Deck}}", "gato"),
        ("{{#Example}}In “{{Example}}”:<br>{{/Example}}What is {{Word}}?", "What is gato?"),
        ("{{^Example}}Alone: {{/Example}}{{Word}}", "Alone: gato"),
        ("{{#Word}}{{#Meaning}}Say: {{Word}}{{/Meaning}}{{/Word}}", "Say: gato"),
        ("<script>say('{{Word}}')</script><button>Listen</button>{{Word}} – {{Word}}", "gato"),
    ],
)
def test_the_words_of_a_template_are_asked_too(front, prompt):
    kind = ("Words", ("Word", "Meaning", "Example"), [(front, "{{FrontSide}}{{Meaning}}")])
    data = package((kind, ("gato", "cat", "")), (kind, ("", "dog", "")))

    assert asked(data) == [("short_answer", prompt, "cat")]
    assert told(data) == [("guid2", "this card asks nothing", "dog")]


def test_words_before_an_answer_are_named_and_those_before_the_rest_explain():
    back = "{{FrontSide}}<hr>In English: <b>{{Meaning}}</b><br>{{#Example}}As in: {{Example}}{{/Example}}"
    back += "{{Note}}"
    kind = ("Words", ("Word", "Meaning", "Example", "Note"), [("{{Word}}", back)])
    data = package((kind, ("gato", "cat", "un gato negro", "m.")), (kind, ("perro", "dog", "", "m.")))

    assert asked(data) == [("short_answer", "gato", "cat"), ("short_answer", "perro", "dog")]
    assert [item.explanation for item in items(data)] == ["As in: un gato negro\n\nm.", "m."]
    rule = "words that a template sets before an answer are left out"
    assert told(data) == [(id, rule, "In English:") for id in ("guid1", "guid2")]


def test_the_words_of_a_template_stand_around_a_text_with_blanks():
    kind = ("Cloze", ("Text", "Extra"), [("Fill in: {{cloze:Text}}", "{{cloze:Text}}<br>Note: {{Extra}}")])
    [item] = items(package((kind, ("{{c1::Tea}} is hot.", "in Asia"))))

    assert (item.prompt, item.explanation) == ("Fill in: {{Tea}} is hot.", "Note: in Asia")


def test_what_shows_nothing_to_answer_is_named():
    occlusion = ("Image Occlusion", ("Occlusion",), [("{{cloze:Occlusion}}", "{{cloze:Occlusion}}")])
    script = ("Strange", ("A",), [("<script>x</script>", "{{A}}")])
    data = package(
        (occlusion, ("{{c1::image-occlusion:rect}}",)),
        (script, ("a",)),
        (CLOZE, ("no blanks", "")),
        (BASIC, ("", "b")),
        (BASIC, ("a", "b")),
    )

    assert len(items(data)) == 1
    rule = "of this note type a bank has no questions"
    assert told(data) == [
        (
            "guid1",
            "of this note type a bank has no questions: Image Occlusion",
            "{{c1::image-occlusion:rect}}",
        ),
        ("guid2", f"{rule}: Strange", "a"),
        ("guid3", f"{rule}: Cloze", "no blanks"),
        ("guid4", "this card asks nothing", "b"),
    ]


@pytest.mark.parametrize(
    ("source", "markup"),
    [
        (r"\(x^2\) and $a$", r"\(x^2\) and $a$"),
        (r"[latex]$\alpha$[/latex]", r"\(\alpha\)"),
        (r"[latex]\begin{displaymath}x&lt;y<br>\end{displaymath}[/latex]", r"\(x<y\)"),
        (r"[$]x_1[/$]<br>[$$]x_2[/$$]", "\\(x_1\\)\n\\(x_2\\)"),
        (r"<div>so</div><div>[$$]x_2[/$$]</div>", "so\n\n\\[x_2\\]"),
        ("<anki-mathjax>x&nbsp;+ 1</anki-mathjax>", r"\(x + 1\)"),
        (r"\[x^2\]", r"\[x^2\]"),
        ("[anki:tts lang=en_US]said[/anki:tts]", "said"),
        ("a * b &lt;i&gt;", r"a \* b <i>"),
    ],
)
def test_formulas_are_taken_out_of_all_that_anki_puts_around_them(source, markup):
    assert items(package((BASIC, (source, "b"))))[0].prompt == markup


def test_a_formula_beyond_the_subset_stands_as_it_is_written():
    data = package((BASIC, (r"[$]\unknown{x}[/$]", "b")))

    assert items(data)[0].prompt == r"\unknown{x}"
    assert told(data) == [
        ("guid1", "a formula has what no formula here has: its LaTeX stands as it is", r"\unknown{x}")
    ]


@pytest.mark.parametrize(
    ("source", "text", "hint"),
    [
        ("{{c1::a}} {{c1::b::h}} {{c2::c|d::i}}", r"{{a}} {{b}} {{c\|d}}", "h; i"),
        ("{{c1::<b>Tea</b>}} is {{c2::hot {{c3::drink}}}}", "{{**Tea**}} is {{hot drink}}", ""),
        (r"\({{c1::x}}^2 + {{c2::\alpha}}\)", r"\({{x}}^2 + {{\alpha}}\)", ""),
        ("<ul><li>{{c1::one}}</li><li>{{c2::two}}</li></ul>", "- {{one}}\n- {{two}}", ""),
        ("{{c1,2::both}} of {{c3::x&lt;y}}", "{{both}} of {{x<y}}", ""),
        ("{{c1::a}} { {b} } <code>{ {c} }</code>", "{{a}} { {b} } `{ {c} }`", ""),
        ("<pre>a[{{c1::i}}] = {}</pre>", "```\na[{{i}}] = {}\n```", ""),
    ],
)
def test_deletions_are_blanks_wherever_they_stand(source, text, hint):
    [item] = items(package((CLOZE, (source, ""))))

    assert (item.prompt, item.hint) == (text, hint)


@pytest.mark.parametrize("newer", [False, True])
def test_pictures_and_sounds_come_along(newer):
    sound = recordings.MP3
    data = package(
        (BASIC, ('<img src="a%20b.png"><br>What? [sound:say.mp3]', "leaf [sound:say.mp3]")),
        (BASIC, ("[sound:none.mp3]What?", "leaf")),
        (BASIC, ('What? <img src="https://example.org/far.png">', "[sound:say.mp3]")),
        (CLOZE, ("{{c1::a}} [sound:say.mp3]", "[sound:other.mp3]")),
        media={"a b.png": PNG, "say.mp3": sound, "other.mp3": sound + b"\0"},
        newer=newer,
    )

    found = named("anki").read(data, "a", Report())
    first, second, third, fourth = found.items
    assert first.prompt.startswith("![picture](pictures/")
    assert first.audio is not None
    assert found.files[first.audio.file] == sound
    assert (second.audio, third.audio) == (None, None)
    assert fourth.audio is not None
    rules = [(id, rule) for id, rule, _ in told(data)]
    assert rules[:4] == [
        ("guid2", "a sound is not in the file, or is none"),
        ("guid3", "a picture is not in the file, or is none"),
        ("guid3", "a sound of the answer has no place"),
        ("guid4", "a question has one sound"),
    ]


@pytest.mark.parametrize(
    ("kind", "fields", "is_asked"),
    [
        (
            ALL_IN_ONE,
            ("Which?", "", "1", "tea", "mate", "wool", "1 1 0", "a book", "so"),
            ("multiple_response", "Which?", "+tea", "+mate", "-wool"),
        ),
        (
            ALL_IN_ONE,
            ("Which?", "", "2", "tea", "wool", "", "1 0", "", ""),
            ("multiple_choice", "Which?", "+tea", "-wool"),
        ),
        (
            ALL_IN_ONE,
            ("True?", "", "0", "tea", "mate", "wool", "1 0 0", "", ""),
            ("multiple_response", "True?", "+tea", "-mate", "-wool"),
        ),
        (
            (
                "MCNT",
                ("number", "question", "a", "b", "c", "answers", "ref", "explanation"),
                [("{{question}}", "")],
            ),
            ("", "Which?", "tea", "mate", "wool", "a, b", "", ""),
            ("multiple_response", "Which?", "+tea", "+mate", "-wool"),
        ),
        (
            (
                "Choice",
                ("Question", "Correct", "Incorrect_1", "Incorrect_2"),
                [("{{Question}}", "{{Correct}}")],
            ),
            ("Which?", "tea", "wool", ""),
            ("multiple_choice", "Which?", "+tea", "-wool"),
        ),
        (
            (
                "Multiple Choice",
                ("question", "answer_1", "answer_2", "correct_answer", "explanation"),
                [("{{question}}", "{{correct_answer}}")],
            ),
            ("Which?", "tea", "wool", "wool", "so"),
            ("multiple_choice", "Which?", "-tea", "+wool"),
        ),
        *(
            (
                (
                    "Options",
                    ("Question", *(f"{begin}{end}" for end in ends), key, "Explanation"),
                    [("{{Question}}", "")],
                ),
                ("Which?", "wool", "tea", "", right, ""),
                ("multiple_choice", "Which?", "-wool", "+tea"),
            )
            for begin, ends, key, right in (
                ("Option ", "ABC", "Answer", "B"),
                ("Option_", "abc", "Correct Option", "b)"),
                ("Option", "123", "CorrectOption", "2"),
                ("Choice", "123", "CorrectAnswer", "tea"),
                ("Choice ", "ABC", "Answer Key", "Choice B"),
                ("Answer ", "ABC", "CorrectChoice", "<b>B</b>"),
            )
        ),
    ],
)
def test_note_types_for_choices_are_known_by_their_fields(kind, fields, is_asked):
    assert asked(package((kind, fields))) == [is_asked]


def test_what_a_note_for_choices_says_beside_is_kept_or_named():
    data = package((ALL_IN_ONE, ("Which?", "Head", "1", "tea", "mate", "wool", "1 1 0", "a book", "so")))

    assert items(data)[0].explanation == "a book\n\nso"
    assert told(data) == [("guid1", "a field of its note type has no place", "Title: Head")]


@pytest.mark.parametrize("key", ["E", "C", "3", "mate"])
def test_a_key_that_names_no_option_is_told(key):
    kind = ("Options", ("Question", "A", "B", "C", "D", "Answer"), [("{{Question}}", "")])
    data = package((kind, ("Which?", "wool", "tea", "", "silk", key)))

    assert asked(data) == [("multiple_choice", "Which?", "-wool", "-tea", "-silk")]
    assert told(data) == [("guid1", "what is right names none of the options", key)]


def test_a_letter_counts_the_options_that_are_empty_too():
    kind = ("Options", ("Question", "A", "B", "C", "D", "Answer"), [("{{Question}}", "")])
    data = package(
        (kind, ("Which?", "wool", "tea", "", "silk", "D")), (kind, ("Which?", "wool", "tea", "", "", ""))
    )

    assert asked(data) == [
        ("multiple_choice", "Which?", "-wool", "-tea", "+silk"),
        ("multiple_choice", "Which?", "-wool", "-tea"),
    ]


def fields_of(data: bytes) -> tuple[dict[str, dict[str, object]], list[tuple[str, str]]]:
    """The questions as a bank's file has them, by id, and what was told."""
    report = Report()
    found = named("anki").read(data, "a.apkg", report)
    maker = Maker(report, unexplained=True)
    made = maker.made(found.items, "anki", "a.apkg")
    return {each.id: each.fields for each in made}, [(loss.field, loss.rule) for loss in report.losses]


BESIDES = {"facts", "allow", "lines", "distractors", "points", "text", "place", "answers"}  # told below


def test_a_deck_of_our_own_comes_back(tmp_path):
    bank = samples.load(tmp_path).bank
    found, told = fields_of(release(bank).data)

    for _, question in bank.questions():
        back, own = found[question.id], question_fields(question)
        for name in own.keys() - {
            "facts",
            "allow",
            "lines",
            "distractors",
            "points",
            "text",
            "place",
            "answers",
        }:
            assert back[name] == own[name], (question.id, name)
    assert sorted(map(str, found["tea-plant"]["distractors"])) == [
        "Aspalathus linearis",
        "Ilex paraguariensis",
        "{'text': 'Camellia japonica', 'why': 'It is a garden cousin without tea in its leaves.'}",
    ]
    assert sorted(found["tea-true"]["answers"]) == ["Oolong", "Pu-erh"]
    assert found["ship-year"]["text"] == "In {{1869}} the {{Cutty Sark}} was launched."
    assert found["tea-essay"]["points"] == [
        "The first tea of a season sold for more",
        "Tea loses flavour at sea",
    ]
    assert dict.fromkeys(told) == {
        ("facts", "a card tells the facts that it rests on in words alone: they are left out"): None,
        ("accept", "what else is right for a blank is left out"): None,
    }


def test_pictures_sounds_and_ways_to_ask_come_back_from_a_deck_of_our_own():
    question = ShortAnswer(
        id="heard",
        prompt='What is said?\n\n![a cup](cup.png "Ann, CC0")',
        answer="`tea`",
        compare=Compare.CHARACTERS,
        explanation="```python\nx = 1\n```",
        image=Image(file="cup.png", alt="a cup", credit="Ann, CC0"),
        audio=Audio(file="tea.mp3", transcript="tea", credit="Bob"),
        facts=("tea-book/leaf",),
    )
    number = Numerical(id="n", prompt="How many?", answer="5", tolerance="1", facts=("tea-book/leaf",))
    fixed = MultipleChoice(
        id="fixed", prompt="Which?", answer="b", distractors=(Distractor(text="a"),), shuffle=False, place=2
    )
    media = {"cup.png": PNG, "tea.mp3": recordings.MP3}
    data = release(bank_of(question, number, fixed), media=media).data

    found, told = fields_of(data)
    sound, shown = found["heard"]["audio"], found["heard"]["image"]
    assert (sound["transcript"], sound["credit"]) == ("tea", "Bob")
    assert (shown["alt"], shown["credit"]) == ("a cup", "Ann, CC0")
    assert found["heard"]["compare"] == "characters"
    assert (found["fixed"]["shuffle"], found["fixed"]["place"]) == (False, 2)
    assert [field for field, _ in told if field not in ("facts", "file")] == [
        "credit",
        "listing",
        "tolerance",
    ]


def test_what_a_release_has_withdrawn_is_no_question():
    first = bank_of(ShortAnswer(id="a", prompt="P", answer="x"), ShortAnswer(id="b", prompt="Q", answer="y"))
    second = bank_of(ShortAnswer(id="a", prompt="P", answer="x"))
    found, told = fields_of(release(second, day=1, after=release(first)).data)

    assert [*found] == ["a"]
    assert told[-1] == ("file", "notes that a release has withdrawn are left out")


def test_cards_of_ours_to_be_read_are_no_questions():
    fields = ("Title", "Prompt", "Lessons", "Source", "Topic", "Id", "Released", "Language", "Licence")
    study = ("quizmill study", fields, [("{{Title}}", "{{Lessons}}")])
    found, told = fields_of(package((study, ("Tea", "", "<ul></ul>", *[""] * 6)), (BASIC, ("a", "b"))))

    assert len(found) == 1
    assert told == [("file", "cards to be read, with what a topic teaches, are left out")]


def test_what_genanki_writes_is_read(tmp_path):
    deck = genanki.Deck(1, "Tea")
    deck.add_note(genanki.Note(genanki.BASIC_MODEL, ["What is tea?", "a leaf"], guid="one", tags=["t"]))
    deck.add_note(genanki.Note(genanki.BASIC_TYPE_IN_THE_ANSWER_MODEL, ["2 + 2?", "4"]))
    deck.add_note(genanki.Note(genanki.BASIC_OPTIONAL_REVERSED_CARD_MODEL, ["a", "b", ""]))
    deck.add_note(genanki.Note(genanki.CLOZE_MODEL, ["{{c1::Tea}} is {{c2::hot}}", "so"]))
    genanki.Package(deck).write_to_file(tmp_path / "a.apkg")
    data = (tmp_path / "a.apkg").read_bytes()

    assert asked(data) == [
        ("short_answer", "What is tea?", "a leaf"),
        ("short_answer", "2 + 2?", "4"),
        ("short_answer", "a", "b"),
        ("cloze", "{{Tea}} is {{hot}}"),
    ]
    assert items(data)[0].tags == ("t",)


TEXT = """\
#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:7
g1\tBasic\tTop::Tea\t"a <b>x</b>\ttab ""q""\"\tl1\t\tt1 t2
g2\tBasic (and reversed card)\tTop\tHund\tdog\t\t
g3\tBasic (optional reversed card)\tTop\tKatze\tcat\t\t
g4\tBasic (optional reversed card)\tTop\tMaus\tmouse\ty\t
# a comment
g5\tBasic (type in the answer)\tTop\t2+2?\t4\t\t
g6\tCloze\tTop\t{{c1::Tea}} is {{c2::hot}}\t"ex
tra"\t\t
"#7"\tOwn\tTop\tFront\tBack\tso\t
"""


def test_a_text_file_says_itself_what_its_columns_are():
    found = items(TEXT.encode(), "a.txt")

    assert asked(TEXT.encode()) == [
        ("short_answer", 'a **x** tab "q"', "l1"),
        ("short_answer", "Hund", "dog"),
        ("short_answer", "dog", "Hund"),
        ("short_answer", "Katze", "cat"),
        ("short_answer", "Maus", "mouse"),
        ("short_answer", "mouse", "Maus"),
        ("short_answer", "2+2?", "4"),
        ("cloze", "{{Tea}} is {{hot}}"),
        ("short_answer", "Front", "Back"),
    ]
    assert [(item.id, item.place) for item in found[:3]] == [
        ("g1", "line 7"),
        ("g2", "line 8"),
        ("g2/2", "line 8, card 2"),
    ]
    assert (found[0].tags, found[0].topic, found[7].explanation) == (("t1", "t2"), "Tea", "ex tra")
    assert (found[8].id, found[8].explanation) == ("#7", "so")
    assert recognised(TEXT.encode(), "a.txt").name == "anki"


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("#separator:Semicolon\n#html:false\na <b>;c\n", ("short_answer", "a <b>", "c")),
        ("#html:true\na|b\n", ("short_answer", "a", "b")),
        ("\ufeff#deck:D\na\tb\n", ("short_answer", "a", "b")),
        ("#separator:Pipe\n#columns:id|question|answer|tags\n1|Why?|so|t\n", ("short_answer", "Why?", "so")),
        ("#separator:,\n#notetype column:0\nWhy?,so\n", ("short_answer", "Why?", "so")),
        ("#notetype:Cloze\n{{c1::a}} b\n", ("cloze", "{{a}} b")),
        ("#separator:;\n#columns:word;prefix;meaning\nHund;der;dog\n", ("short_answer", "Hund", "dog")),
        (
            "#separator:;\n#notetype:AllInOne (kprim, mc, sc)\nWhich?;;2;tea;wool;;;;1 0;;\n",
            ("multiple_choice", "Which?", "+tea", "-wool"),
        ),
    ],
)
def test_lines_at_the_head_may_say_anything(text, is_asked):
    assert asked(text.encode()) == [is_asked]


def test_heads_give_decks_and_tags_to_all():
    [item] = items(b"#deck:Top::Sub\n#tags:a b\n#separator:tab\nP\tx\n")

    assert (item.topic, item.tags, item.id) == ("Sub", ("a", "b"), "")


def test_a_field_may_be_as_long_as_its_file():
    (note,) = read_text(b'#separator:tab\n"' + b"a" * 200_000 + b'"\tb\n', "long.txt")

    assert next(iter(note.fields.values())) == "a" * 200_000


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"#separator:tab\nalone\n", "no line has two columns"),
        (b"#separator:tab\n", "no line has two columns"),
        (package(), "there is no note in it"),
        (b"PK\x05\x06" + b"\0" * 18, "no collection of Anki"),
        (b"PK\x03\x04", "not an Anki deck"),
    ],
)
def test_what_is_no_file_of_ankis_ends_in_a_sentence(data, told):
    with pytest.raises(FileUnusable, match=told):
        items(data)


def changed(data: bytes, **members: bytes | None) -> bytes:
    """The package with other files in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if members.get(name, b"") is not None:
                new.writestr(name, members.get(name) or old.read(name))
    return made.getvalue()


def test_a_package_that_would_do_harm_ends_in_a_sentence(monkeypatch):
    whole = package((BASIC, ("a", "b")), media={"a.png": PNG})
    listed = json.dumps({"0": "a.png", "9": "../../x"}).encode()
    monkeypatch.setattr(anki_archive, "_LARGEST_LIST", 1000)
    for harmful, said in (
        (changed(whole, media=b"{" + b" " * 2000 + b"}"), "its list of files is too long"),
        (changed(whole, media=b"[]"), "damaged"),
        (changed(whole, media=None), "damaged"),
        (changed(whole, **{"collection.anki2": b"SQLite format 3\0" + b"x" * 100}), "damaged"),
        (changed(whole, **{"collection.anki2": b"no database"}), "its collection is no database"),
    ):
        with pytest.raises(FileUnusable, match=said):
            items(harmful)
    assert [item.prompt for item in items(changed(whole, media=listed))] == ["a"]
    monkeypatch.setattr(anki_archive, "LARGEST", 100)
    with pytest.raises(FileUnusable, match="unpacks to more than"):
        items(whole)
