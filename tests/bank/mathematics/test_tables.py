"""The tables of commands: each is read, drawn in every way, and written again."""

from __future__ import annotations

import unicodedata
from xml.etree import ElementTree

import pytest

from quizmill.bank.mathematics import Formula, Misread, commands, latex, linear, mathml, read
from quizmill.bank.mathematics.nodes import Group, Letter, Named, Sign, Space
from quizmill.bank.mathematics.refused import _INSTEAD, _NEVER
from quizmill.bank.mathematics.signs import signs
from quizmill.bank.mathematics.syntax import known_commands

A = (Letter("a"),)


def formula(source: str) -> Formula:
    found = read(source)
    assert isinstance(found, Formula), str(found)
    return found


@pytest.mark.parametrize("entry", signs().values(), ids=lambda entry: entry.name)
def test_a_sign_is_read_under_each_of_its_names(entry):
    for written in (entry.name, *entry.others):
        assert formula(written).row == (Sign(entry.name),)
    assert latex(formula(entry.name)) == entry.name


@pytest.mark.parametrize("entry", signs().values(), ids=lambda entry: entry.name)
def test_a_sign_is_drawn_with_its_character(entry):
    found = formula(f"a {entry.name} b")

    assert entry.char in linear(found)
    assert entry.char in "".join(ElementTree.fromstring(mathml(found, display=False)).itertext())


TAKING = {
    **{name: f"{name}{{a}}{{b}}" for name in (*commands.FRACTIONS, *commands.STACKS)},
    **{name: f"{name}{{a}}" for name in (*commands.ACCENTS, *commands.STYLES, *commands.ARROWS)},
    **{name: f"{name}{{a}}" for name in (*commands.WORDS, *commands.OTHER_WORDS)},
    **{name: f"{name} a" for name in commands.SWITCHES},
    **{name: f"{name}( a" for name in commands.SIZES},
    **{name: f"a{name} a" for name in (*commands.SPACES, *commands.OTHER_SPACES)},
    **{name: rf"\begin{{{name}}} a & b \\ c & d \end{{{name}}}" for name in commands.GRIDS},
}


@pytest.mark.parametrize("name", TAKING)
def test_a_command_is_drawn_in_every_way(name: str):
    found = formula(TAKING[name])

    assert formula(latex(found)) == found
    assert "a" in unicodedata.normalize("NFKD", linear(found))
    ElementTree.fromstring(mathml(found, display=True))


def test_other_names_of_spaces_and_texts_mean_those_of_the_tables():
    assert set(commands.OTHER_SPACES.values()) <= set(commands.SPACES)
    assert set(commands.OTHER_WORDS.values()) <= set(commands.WORDS)
    assert formula(r"\thinspace").row == (Space("\\,"),)


def test_a_switch_is_for_all_that_follows_in_its_braces():
    assert formula(r"{\displaystyle a}a").row == (Group(A, r"\displaystyle"), *A)
    assert formula(r"a\displaystyle a").row == (*A, Group(A, r"\displaystyle"))


@pytest.mark.parametrize("name", sorted(commands.NAMED))
def test_functions_of_other_languages_have_commands_that_mathjax_does_not_know(name: str):
    assert formula(f"\\{name}").row == (Named(name),)
    assert latex(formula(f"\\{name}")) == rf"\operatorname{{{name}}}"


@pytest.mark.parametrize("written", [*_INSTEAD, *sorted(_NEVER)])
def test_what_is_refused_is_no_command(written: str):
    assert written not in known_commands()
    assert isinstance(read(f"{written} a"), Misread)


def test_a_character_means_what_a_command_does():
    assert formula("α≤β→∞, −x·y ∉ ∅") == formula(r"\alpha\le\beta\to\infty, -x\cdot y\notin\emptyset")
    assert formula("x²ⁿ + a₁₂ + 90° + f′ + f″") == formula(r"x^{2n} + a_{12} + 90^\circ + f' + f''")
    assert formula("µ").row == formula(r"\mu").row


def test_a_stroke_makes_the_sign_that_has_one():
    assert formula(r"\not= \not\in \not\subset \not\equiv").row == tuple(
        Sign(name) for name in (r"\ne", r"\notin", r"\not\subset", r"\not\equiv")
    )


def test_letters_of_all_scripts_stand_for_themselves():
    assert formula("äжא米").row == tuple(map(Letter, "äжא米"))
    assert formula("a\N{COMBINING DIAERESIS}").row == (Letter("ä"),)


def test_what_mathjax_has_no_place_for_is_set_as_text():
    assert latex(formula(r"5\,€")) == r"5\,\text{€}"
    assert latex(formula("★☃")) == r"\bigstar\text{☃}"
