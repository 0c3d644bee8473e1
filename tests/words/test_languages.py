"""The files of the languages, beside one another and beside the code that uses them."""

from __future__ import annotations

import ast
import itertools
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import quizmill.words
from quizmill.grade.misread import Fault, Help
from quizmill.grade.reasons import Reason
from quizmill.words import languages, words_in
from quizmill.words.plural import category

CODES = {codes.__name__: codes for codes in (Reason, Fault, Help)}
REST = "**"  # values that come from elsewhere
FOLDER = Path(quizmill.words.__file__).parent
CATEGORIES = {"zero", "one", "two", "few", "many", "other"}


def file(code):
    return tomllib.loads((FOLDER / f"{code}.toml").read_text("utf-8"))


def texts(table, above=""):
    """Every text of a file by its key: its forms, as a list."""
    found = {}
    for name, value in table.items():
        if isinstance(value, str):
            found[above + name] = {"other": value}
        elif "other" in value:
            found[above + name] = value
        else:
            found |= texts(value, f"{above}{name}.")
    return found


def blanks(text):
    return set(re.findall(r"{(\w+)}", text))


TEXTS = {
    code: texts({name: part for name, part in file(code).items() if name != "plural"}) for code in languages()
}


def test_there_are_english_german_spanish_french_and_chinese():
    assert languages() == ("de", "en", "es", "fr", "zh")


@pytest.mark.parametrize("code", ["de", "fr"])
def test_german_and_french_say_all_that_english_says(code):
    assert set(TEXTS[code]) == set(TEXTS["en"])


@pytest.mark.parametrize("code", languages())
def test_a_section_that_is_there_has_every_key_of_the_english_one(code):
    sections = {key.partition(".")[0] for key in TEXTS[code]}

    assert set(TEXTS[code]) == {key for key in TEXTS["en"] if key.partition(".")[0] in sections}


@pytest.mark.parametrize("code", languages())
def test_every_text_of_a_file_is_said(code):
    """Its sections are read one by one, each where a line begins with its heading."""
    words = words_in(code)
    single = {key: forms["other"] for key, forms in TEXTS[code].items() if len(forms) == 1}
    counted = {key: forms["other"] for key, forms in TEXTS[code].items() if len(forms) > 1}

    assert {key: said(words, key, text) for key, text in single.items()} == single
    assert {key: said(words, key, text, n=77) for key, text in counted.items()} == {
        key: text.replace("{n}", "77") for key, text in counted.items()
    }


def said(words, key, text, **values):
    """The text of *key*; what is not among the *values* stands in it as in the file."""
    return words(key, **{name: f"{{{name}}}" for name in blanks(text)} | values)


@pytest.mark.parametrize("code", languages())
def test_the_same_is_filled_in_as_in_english(code):
    english = TEXTS["en"]

    assert {key: blanks(forms["other"]) for key, forms in TEXTS[code].items()} == {
        key: blanks(english[key]["other"]) for key in TEXTS[code]
    }
    assert [
        (key, name)
        for key, forms in TEXTS[code].items()
        for name, text in forms.items()
        if not blanks(text) <= blanks(forms["other"])
    ] == []


@pytest.mark.parametrize("code", languages())
def test_a_text_has_the_forms_that_its_rules_tell_apart_and_no_others(code):
    rules = file(code)["plural"]
    needed = {category(rules, str(number)) for number in range(1001)} | {"other"}
    counted = {
        key: {name for name in forms if not name.isdigit()}
        for key, forms in TEXTS[code].items()
        if len(forms) > 1
    }

    assert {key: names for key, names in counted.items() if not needed <= names <= {*rules, "other"}} == {}
    assert set(rules) <= CATEGORIES


@pytest.mark.parametrize("code", languages())
def test_no_text_is_empty_or_has_a_space_at_an_end_by_mistake(code):
    apart = {
        "sheet.between",
        "list.and",
        "list.items",
        "list.between",
        "list.next",
        "number.thousands",
    }  # between texts
    said = [(key, text) for key, text in every_text(code) if key not in apart]

    assert [key for key, text in said if not text or text != text.strip()] == []


def every_text(code):
    return [(key, text) for key, forms in TEXTS[code].items() for text in forms.values()]


# What is written in a language as its printers write it

_NARROW = "\u202f"  # a space at which no line ends


@pytest.mark.parametrize(
    ("code", "slip"),
    [
        ("fr", rf"[^{_NARROW} ][?!;%»]"),  # after a letter: a narrow space stands before
        ("fr", rf"[^{_NARROW}\s][:](?:\s|$)"),  # but :hint is a command
        ("fr", rf" [?!;%»]| :(?:\s|$)|«[^{_NARROW}]"),  # and no space at which a line could end
        ("fr", "'|\""),  # apostrophes are round
        ("de", "['\"”«»]|„[^“]*$"),  # quotation marks „so“
        ("de", "[^\u00a0]%"),
    ],
)
def test_signs_stand_as_the_language_has_them(code, slip):
    assert [(key, text) for key, text in every_text(code) if re.search(slip, text) and text != "%"] == []


# What the code says


KEY = re.compile(rf"(?:{'|'.join({key.partition('.')[0] for key in TEXTS['en']})})(?:\.[a-z_]+)+")


def keys(node: ast.AST) -> str | None:
    """The keys that a string stands for, as a pattern: what is filled into an f-string is any part of one."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    if not all(isinstance(part, ast.Constant | ast.FormattedValue) for part in parts):
        return None
    texts = [str(part.value) if isinstance(part, ast.Constant) else None for part in parts]
    if not KEY.fullmatch("".join("x" if text is None else text for text in texts)):
        return None
    return "".join("[a-z_]+" if text is None else re.escape(text) for text in texts)


def nodes() -> Iterator[ast.AST]:
    for path in sorted(FOLDER.parent.rglob("*.py")):
        yield from ast.walk(ast.parse(path.read_text("utf-8")))


def keys_in_scripts() -> Iterator[str]:
    """Those that the pages' scripts and templates name, as whole strings."""
    pages = (FOLDER.parent.rglob(glob) for glob in ("script/**/*.js", "templates/*.html"))
    for path in sorted(itertools.chain(*pages)):
        yield from (re.escape(key) for key in re.findall(rf'"({KEY.pattern})"', path.read_text("utf-8")))


@cache
def used() -> set[str]:
    found = {pattern for node in nodes() if (pattern := keys(node))} | {*keys_in_scripts()}
    return {pattern for pattern in found if not pattern.endswith((".js", ".json"))}  # `list.js` is a file


def test_every_key_that_is_used_has_a_text():
    assert [pattern for pattern in used() if not any(re.fullmatch(pattern, key) for key in TEXTS["en"])] == []


def test_every_text_is_used():
    assert [key for key in TEXTS["en"] if not any(re.fullmatch(pattern, key) for pattern in used())] == []


def test_a_text_is_given_what_is_filled_in():
    wrong = []
    for node in nodes():
        if isinstance(node, ast.Call) and node.args and (forms := TEXTS["en"].get(key(node.args[0]))):
            values = set(given(node))
            wanted = blanks(forms["other"]) | ({"n"} if len(forms) > 1 else set())
            if not wanted <= values and REST not in values:
                wrong.append((ast.unparse(node), wanted - values))
    assert wrong == []


def key(argument: ast.expr) -> str:
    """The key that a call is about: written out, or the member of an enumeration of keys."""
    match argument:
        case ast.Constant(value=str(text)):
            return text
        case ast.Attribute(value=ast.Name(id=name), attr=member) if name in CODES:
            return CODES[name][member]
        case _:
            return ""


def given(call: ast.Call) -> Iterator[str]:
    """The names of the values that a call gives, as keywords or in a dictionary."""
    for keyword in call.keywords:
        yield keyword.arg or REST
    for argument in call.args[1:]:
        if isinstance(argument, ast.Dict):
            yield from (str(name.value) for name in argument.keys if isinstance(name, ast.Constant))
