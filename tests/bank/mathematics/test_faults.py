"""What is no formula: where it is wrong, and what to write instead."""

from __future__ import annotations

import pytest

from quizmill.bank.mathematics import Formula, Misread, linear, read


@pytest.mark.parametrize(
    ("source", "offset", "message", "help"),
    [
        (r"\dfrc{1}{2}", 0, r'"\dfrc" is no command that quizmill knows', r'did you mean "\dfrac"?'),
        (r"\Sin x", 0, r'"\Sin" is no command that quizmill knows', r'did you mean "\sin"?'),
        (r"\vect{v}", 0, r'"\vect" is no command that quizmill knows', r'did you mean "\vec"?'),
        (r"\sqr{2}", 0, r'"\sqr" is no command that quizmill knows', r'did you mean "\sqrt"?'),
        (r"\R", 0, r'"\R" is no command that quizmill knows', r"write \mathbb{R}"),
        (r"\foo", 0, r'"\foo" is no command that quizmill knows', r'did you mean "\frown"?'),
        (
            r"\ce{H2O}",
            0,
            r'"\ce" is no command that quizmill knows',
            r"write formulas of substances as \mathrm{H_2O}",
        ),
        (r"\SI{5}{m}", 0, r'"\SI" is no command that quizmill knows', r"write 5\,\mathrm{kg}"),
        (r"\over", 0, r'"\over" is no command that quizmill knows', r"write \frac{…}{…}"),
        (
            r"\href{https://example.org}{x}",
            0,
            r'"\href" is no command that quizmill knows',
            "leave it out: a formula only shows something",
        ),
        (
            r"\input{/etc/passwd}",
            0,
            r'"\input" is no command that quizmill knows',
            "leave it out: a formula only shows something",
        ),
        (
            r"\def\x{y}",
            0,
            r'"\def" is no command that quizmill knows',
            "leave it out: a formula only shows something",
        ),
        (
            r"\newcommand{\x}{y}",
            0,
            r'"\newcommand" is no command that quizmill knows',
            "leave it out: a formula only shows something",
        ),
        (
            r"\require{html}",
            0,
            r'"\require" is no command that quizmill knows',
            "leave it out: a formula only shows something",
        ),
        (
            r"\unicode{x41}",
            0,
            r'"\unicode" is no command that quizmill knows',
            "leave it out: a formula only shows something",
        ),
        (
            r"\class{a}{b}",
            0,
            r'"\class" is no command that quizmill knows',
            "leave it out: a formula only shows something",
        ),
        ("{a", 0, '"{" is never closed', 'write its "}"'),
        ("a}", 1, '"}" closes nothing', 'write "{" before it, or leave it out'),
        (r"\frac{1", 5, '"{" is never closed', 'write its "}"'),
        (r"\frac{1}", 0, r'"\frac" lacks what it is about', r"write \frac{…}"),
        (r"\sqrt", 0, r'"\sqrt" lacks what it is about', r"write \sqrt{…}"),
        ("x^", 1, '"^" lacks what it is about', "write ^{…}"),
        ("x_{}^", 4, '"^" lacks what it is about', "write ^{…}"),
        ("x^2^3", 3, 'two "^" on one thing', "write all of it in one, x^{…}, or {x^{…}}^{…}"),
        ("x_1_2", 3, 'two "_" on one thing', "write all of it in one, x_{…}, or {x_{…}}_{…}"),
        ("x^2'", 3, '"\'" stands after "^"', "write it before: f'^{2}"),
        ("x^23", 2, '"^" takes the 2 of "23" alone', "write {23}"),
        ("10^-3", 3, '"^" takes the - of "-3" alone', "write {-3}"),
        ("x_12", 2, '"_" takes the 1 of "12" alone', "write {12}"),
        (r"\sqrt12", 5, r'"\sqrt" takes the 1 of "12" alone', "write {12}"),
        (r"\frac123", 6, r'"\frac" takes the 2 of "23" alone', "write {23}"),
        (r"\left(a", 0, r'"\left" is never closed', r'write its "\right"'),
        (r"\left a", 0, r'"\left" is followed by no bracket', r'write "\left(", or "\left." for none'),
        (r"\right)", 0, r'"\right" closes nothing', r'write "\left" before it, or leave it out'),
        (r"\left(a}", 0, r'"\left" is not closed before "}"', 'close it, or leave "}" out'),
        (r"{a\right)", 0, r'"{" is not closed before "\right"', r'close it, or leave "\right" out'),
        (r"\middle|", 0, r'"\middle" stands outside of \left and \right', r"write \mid"),
        (r"\big x", 0, r'"\big" is followed by no bracket', r'write "\big(", or "\big." for none'),
        ("a & b", 2, '"&" stands outside of cells and lines', r"write \&"),
        (
            r"a \\ b",
            2,
            r'"\\" stands outside of cells and lines',
            r"write \begin{aligned} … \end{aligned} around the lines",
        ),
        (r"\begin{matrix} 1 & 2", 0, r'"\begin{matrix}" is never closed', r'write its "\end{matrix}"'),
        (r"\begin{matrix} 1 \end{pmatrix}", 21, r'"\begin{matrix}" ends as "pmatrix"', r"write \end{matrix}"),
        (
            r"\begin{align*} a \end{align*}",
            0,
            r'"\begin{align*}" is nothing that quizmill knows',
            r'write "\begin{aligned}"',
        ),
        (
            r"\begin{tabular}{c} a \end{tabular}",
            0,
            r'"\begin{tabular}" is nothing that quizmill knows',
            r'write "\begin{matrix}"',
        ),
        (
            r"\begin{foo} a \end{foo}",
            0,
            r'"\begin{foo}" is nothing that quizmill knows',
            "it must be one of matrix, pmatrix, bmatrix, Bmatrix, vmatrix, Vmatrix, smallmatrix, cases, "
            "aligned, gathered",
        ),
        (r"\begin x", 0, r'"\begin" is followed by no name', r"write \begin{matrix} … \end{matrix}"),
        (r"\end{matrix}", 0, r'"\end" closes nothing', r'write "\begin" before it, or leave it out'),
        (
            r"\begin{matrix} 1 \\[2pt] 2 \end{matrix}",
            19,
            r'"\\" is followed by a length',
            "leave it out, or write a space after \\\\",
        ),
        ("50%", 2, '"%" is no sign that quizmill knows', r"write \%"),
        ("$x$", 0, '"$" is no sign that quizmill knows', r"a dollar is written \$"),
        ("5 $", 2, '"$" is no sign that quizmill knows', r"a dollar is written \$"),
        ("#", 0, '"#" is no sign that quizmill knows', r"write \#"),
        ('"a"', 0, '""" is no sign that quizmill knows', r"write \text{“…”}"),
        ("@", 0, '"@" is no sign that quizmill knows', r"write \text{@}"),
        (r"\text a", 0, r'"\text" is followed by no braces', r"write \text{…}"),
        (
            r"\text{a $x$}",
            8,
            r'"$" stands in \text, which holds words alone',
            'end the words before it with "}"',
        ),
        (r"\text{a & b}", 8, r'"&" stands in \text', r"write \&"),
        (r"\text{a_b}", 7, r'"_" stands in \text', r"write \_"),
        (
            r"\text{a \textbf{b}}",
            8,
            r'"\" stands in \text, which holds words alone',
            'end the words before it with "}"',
        ),
        (r"\text{a", 5, '"{" is never closed', 'write its "}"'),
        (r"\operatorname", 0, r'"\operatorname" is followed by no name', r"write \operatorname{sgn}"),
        (r"\operatorname{a+b}", 0, r'"\operatorname" is followed by no name', r"write \operatorname{sgn}"),
        (
            r"\not\alpha",
            0,
            r'"\alpha" has no form with a stroke through it',
            r"write it in words, or as \neg (…)",
        ),
        (r"\not", 0, r'"\not" lacks what it is about', r"write \not\subset"),
        (r"x\limits_0", 1, r'"\limits" stands after no sum, integral or function', r"write \underset{…}{…}"),
        ("v⃗", 0, '"v⃗" is no single letter', r"write an accent as \vec{v}, \hat{p} or \bar{x}"),
        ("a\\", 1, "the formula ends too soon", "write what is missing, or leave the last command out"),
        (r"\)", 0, r'"\)" is no command that quizmill knows', r"a formula stands between \( and \) once"),
        (r"x \( y", 2, r'"\(" is no command that quizmill knows', r"a formula stands between \( and \) once"),
        ("a^'", 1, '"^" lacks what it is about', "write ^{…}"),
        (
            r"\tag{1}",
            0,
            r'"\tag" is no command that quizmill knows',
            "leave it out: formulas have no numbers",
        ),
        (
            r"\begin{cases} {a & b} \end{cases}",
            14,
            '"{" is not closed before "&"',
            'close it, or leave "&" out',
        ),
        (r"\fracc{1}{2}", 0, r'"\fracc" is no command that quizmill knows', r'did you mean "\frac"?'),
        (r"\Alpha", 0, r'"\Alpha" is no command that quizmill knows', r'did you mean "\alpha"?'),
        (
            r"\xyz",
            0,
            r'"\xyz" is no command that quizmill knows',
            r"leave it out, or write its words as \text{…}",
        ),
        (r"\textt{a}", 0, r'"\textt" is no command that quizmill knows', r'did you mean "\textit"?'),
        (r"\bold x", 0, r'"\bold" is no command that quizmill knows', r"write \mathbf{…}"),
        (r"\hspace{1cm}", 0, r'"\hspace" is no command that quizmill knows', r"write \, or \quad"),
        (r"\mathbbb{R}", 0, r'"\mathbbb" is no command that quizmill knows', r'did you mean "\mathbb"?'),
        (r"\alhpa", 0, r'"\alhpa" is no command that quizmill knows', r'did you mean "\alpha"?'),
        (
            r"\begin{Matrix} \end{Matrix}",
            0,
            r'"\begin{Matrix}" is nothing that quizmill knows',
            r'write "\begin{matrix}"',
        ),
        (
            r"Δ\begin{pmatrix} a & b \\ c",
            1,
            r'"\begin{pmatrix}" is never closed',
            r'write its "\end{pmatrix}"',
        ),
    ],
)
def test_a_fault_has_its_place_and_what_to_do(source: str, offset: int, message: str, help: str):
    assert read(source) == Misread(offset, message, help)


def test_a_fault_reads_as_a_sentence():
    assert (
        str(read(r"x + \dfrc{1}{2}")) == r'"\dfrc" is no command that quizmill knows; did you mean "\dfrac"?'
    )


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (r"\frac12", "1/2"),
        (r"\frac1{23}", "1/23"),
        ("x^2 3", "x²3"),
        (r"\mathrm{Na}^+", "Na⁺"),
        (r"\mathrm{e}^- + x", "e⁻ + x"),
        ("0^+", "0⁺"),
        ("x^2y", "x²y"),
        (r"\{x\}", "{x}"),
        ("[0, 1)", "[0, 1)"),
        ("]0; 1[", "]0; 1["),
        ("f(x", "f(x"),
        ("", ""),
        ("  ", ""),
        (r"\text{}", ""),
        (r"\text{5 < 6}", "5 < 6"),
        (r"\text{50% or 50\%}", "50% or 50%"),
        (r"\$5", "$5"),
        (r"x~y\ z", "x y z"),
    ],
)
def test_what_only_looks_like_a_fault_is_none(source: str, line: str):
    formula = read(source)

    assert isinstance(formula, Formula)
    assert linear(formula) == line
