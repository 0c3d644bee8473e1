"""Formulas of word processors as LaTeX of our subset."""

from __future__ import annotations

import pytest

from formed_word import document, formula, m, p
from quizmill.bank import mathematics
from quizmill.bank.mathematics import Formula
from quizmill.bank.mathematics.linear import linear
from quizmill.export.docx.omml import omml
from quizmill.formats.docx_package import Package
from quizmill.formats.omml import latex


def e(tag: str, inside: str = "", properties: str = "") -> str:
    """An element with its properties."""
    told = f"<m:{tag}Pr>{properties}</m:{tag}Pr>" if properties else ""
    return f"<m:{tag}>{told}{inside}</m:{tag}>"


def v(tag: str, value: str) -> str:
    return f'<m:{tag} m:val="{value}"/>'


def read(inside: str) -> str:
    text = Package(document(p(formula(inside))), "a.docx").text()
    found = text.find(".//m-oMath")
    assert found is not None
    return latex(found)


X, N = e("e", m("x")), m("n")


@pytest.mark.parametrize(
    ("inside", "written"),
    [
        (m("a+b=5%"), r"a+b=5\%"),
        (m("𝑥𝐯ℝ"), r"x\mathbf{v}\mathbb{R}"),
        (m("kg", "p"), r"\mathrm{kg}"),
        (m("sin", "p") + m("\u2061x"), r"\sin x"),
        (m("{a}~&\\"), r"\{a\}\sim \&\backslash"),
        (e("r", "<m:t>if </m:t>", "<m:nor/>") + m("x"), r"\text{if }x"),
        (e("r", "<m:t>R</m:t>", v("scr", "double-struck")), r"\mathbb{R}"),
        (e("f", e("num", m("1")) + e("den", m("2"))), r"\frac{1}{2}"),
        (e("rad", e("deg") + X, v("degHide", "1")), r"\sqrt{x}"),
        (e("rad", e("deg", m("3")) + X), r"\sqrt[3]{x}"),
        (e("sSup", X + e("sup", m("2"))), "x^2"),
        (e("sSup", X + e("sup", m("10"))), "x^{10}"),
        (e("sSup", X + e("sup", m("′"))), "x'"),
        (e("sSub", e("e", m("ab")) + e("sub", N)), "{ab}_n"),
        (e("sSubSup", X + e("sub", m("i")) + e("sup", m("2"))), "x_i^2"),
        (e("sPre", e("sub", m("6")) + e("sup", m("14")) + e("e", m("C"))), "{}_6^{14}C"),
        (
            e("nary", e("sub", m("i=1")) + e("sup", N) + e("e", m("i")), v("chr", "∑")),
            r"\sum_{i=1}^n i",
        ),
        (e("nary", e("sub") + e("sup") + X), r"\int x"),
        (
            e("nary", e("sub", m("a")) + e("sup", m("b")) + X, v("limLoc", "undOvr") + v("supHide", "on")),
            r"\int\limits_a x",
        ),
        (e("func", e("fName", m("ln", "p")) + X), r"\ln x"),
        (e("func", e("fName", m("sgn", "p")) + X), r"\operatorname{sgn} x"),
        (e("func", e("fName", e("limLow", e("e", m("lim", "p")) + e("lim", m("x→0")))) + X), r"\lim_{x→0} x"),
        (e("limLow", X + e("lim", N)), r"\underset{n}{x}"),
        (e("limUpp", e("e", m("=")) + e("lim", m("!"))), r"\overset{!}{=}"),
        (e("limUpp", e("e", m("→")) + e("lim", m("Δ"))), r"\xrightarrow{Δ}"),
        (
            e("limUpp", e("e", e("limLow", e("e", m("→")) + e("lim", m("b")))) + e("lim", m("a"))),
            r"\xrightarrow[b]{a}",
        ),
        (e("acc", X, v("chr", "\u20d7")), r"\vec{x}"),
        (e("acc", X), r"\hat{x}"),
        (e("acc", X, v("chr", "☃")), "{x}"),
        (e("bar", X, v("pos", "top")), r"\overline{x}"),
        (e("bar", X), r"\underline{x}"),
        (e("groupChr", X), r"\underbrace{x}"),
        (e("limLow", e("e", e("groupChr", X)) + e("lim", N)), r"\underbrace{x}_{n}"),
        (e("d", X), "(x)"),
        (e("d", X + e("e", m("y")), v("begChr", "[") + v("endChr", "⟩") + v("sepChr", ",")), r"[x,y\rangle"),
        (
            e("d", e("e", e("f", e("num", m("1")) + e("den", m("2"))))),
            r"\left( \frac{1}{2} \right)",
        ),
        (e("d", X, v("begChr", "") + v("endChr", "|")), r"\left. x \right|"),
        (e("d", e("e", e("f", e("num", m("n")) + e("den", m("k")), v("type", "noBar")))), r"\binom{n}{k}"),
        (
            e("d", e("e", e("m", e("mr", X + e("e", m("y"))) + e("mr", e("e", m("0")) + e("e", m("1")))))),
            r"\begin{pmatrix} x & y \\ 0 & 1 \end{pmatrix}",
        ),
        (e("m", e("mr", X)), r"\begin{matrix} x \end{matrix}"),
        (e("eqArr", e("e", m("x&=1")) + X), r"\begin{aligned} x&=1 \\ x \end{aligned}"),
        (e("d", e("e", e("eqArr", X)), v("begChr", "{") + v("endChr", "")), r"\begin{cases} x \end{cases}"),
        (
            e("d", e("e", e("m", e("mr", X))), v("begChr", "{") + v("endChr", "")),
            r"\begin{cases} x \end{cases}",
        ),
        (e("box", X) + e("phant", X, v("show", "1")), "xx"),
    ],
)
def test_each_element_is_its_latex(inside, written):
    assert read(inside) == written
    assert isinstance(mathematics.read(written), Formula)


@pytest.mark.parametrize(
    "source",
    [
        r"\frac{a+b}{2}",
        r"2\frac13",
        r"\sqrt[3]{8} + \sqrt{x+1}",
        r"a_{n+1} = x_i^2",
        r"v_{\text{max}} = 90^\circ",
        r"e^{-kx}",
        "f''(x)",
        r"{}^{14}_{6}\mathrm{C}",
        r"\binom{n}{k}",
        r"\sum_{i=1}^{n} i^2 = \prod_{k=1}^n k",
        r"\lim_{x\to0} \frac{\sin x}{x}",
        r"\left[\frac{x^2}{2}\right]_0^1",
        r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}",
        r"\begin{cases} x & \text{if } x > 0 \\ 0 & \text{else} \end{cases}",
        r"\vec{x} \cdot \overline{AB} \le \underbrace{a+b}_{n}",
        r"\xrightarrow[b]{a} \mathbb{R}",
    ],
)
def test_what_we_write_into_documents_comes_back(source):
    from lxml import etree  # which python-docx brings along

    formula = mathematics.read(source)
    assert isinstance(formula, Formula)
    body = etree.tostring(omml(formula, display=False)).decode()
    found = mathematics.read(read(_inside(body)))

    assert isinstance(found, Formula)
    assert linear(found) == linear(formula)


def _inside(body: str) -> str:
    """What stands within the element of a formula, whose names are declared in it."""
    return body.partition(">")[2].rpartition("</")[0]
