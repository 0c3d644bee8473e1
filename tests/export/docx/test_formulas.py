"""Formulas as OfficeMath."""

from __future__ import annotations

import re

import pytest
from docx.oxml import parse_xml
from hypothesis import given
from lxml import etree

from formulas import formulas
from quizmill.bank.mathematics import read
from quizmill.export.docx.omml import omml


def told(source: str) -> str:
    """The formula's elements, without looks: `f(num(a) den(b))`."""
    xml = etree.tostring(omml(read(source), display=False), encoding="unicode")
    xml = re.sub(r' xmlns:\w+="[^"]*"| xml:space="preserve"', "", xml)
    xml = re.sub(r"<(m|w):rPr>.*?</\1:rPr>", "", xml)
    xml = re.sub(r"<m:r>(?:<w:rPr>.*?</w:rPr>)?<m:t>(.*?)</m:t></m:r>", r"\1", xml)
    xml = re.sub(r'<m:(\w+)((?: m:\w+="[^"]*")?)/>', lambda f: f"{f[1]}{f[2].replace(' m:val=', ':')} ", xml)
    return (
        re.sub(r"</m:\w+>", ")", re.sub(r"<m:(\w+)>", r"\1(", xml)).removeprefix("oMath(").removesuffix(")")
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"a+\alpha", "a+α"),
        (r"\frac{a}{2}", "f(num(a)den(2))"),
        (r"\binom{n}{k}", 'd(dPr(begChr:"(" endChr:")" )e(f(fPr(type:"noBar" )num(n)den(k))))'),
        (r"\sqrt{x}", 'rad(radPr(degHide:"1" )deg e(x))'),
        (r"\sqrt[3]{x}", "rad(radPr deg(3)e(x))"),
        (r"x_1^2", "sSubSup(e(x)sub(1)sup(2))"),
        (r"x_1", "sSub(e(x)sub(1))"),
        (r"f''", "sSup(e(f)sup(′′))"),
        (
            r"\sum_{i=1}^n i=1",
            'nary(naryPr(chr:"∑" limLoc:"undOvr" )sub(i=1)sup(n)e(i))=1',
        ),
        (r"\int x", 'nary(naryPr(chr:"∫" limLoc:"subSup" subHide:"1" supHide:"1" )sub sup e(x))'),
        (r"\bigcup_i A", "limLow(e(⋃)lim(i))A"),
        (r"\lim_{x\to 0} x=0", "func(fName(limLow(e(lim)lim(x→0)))e(x))=0"),
        (r"\sin x", "sin\u2009x"),
        (r"\vec{v}", 'acc(accPr(chr:"\u20d7" )e(v))'),
        (r"\overline{AB}", 'bar(barPr(pos:"top" )e(AB))'),
        (r"\underbrace{a}_{b}", 'limLow(e(groupChr(groupChrPr(chr:"⏟" pos:"bot" vertJc:"top" )e(a)))lim(b))'),
        (r"a \pmod{5}", 'a\u2003d(dPr(begChr:"(" endChr:")" )e(mod\u20045))'),
        (r"\left[x\right)", 'd(dPr(begChr:"[" endChr:")" )e(x))'),
        (r"\overset{!}{=}", "limUpp(e(\u2009=\u2009)lim(!))"),
        (r"\xrightarrow[b]{a}", "limUpp(e(limLow(e(→)lim(b)))lim(a))"),
        (r"\text{ if } \mathbb{R}, \mathrm{kg}\,\big|", " if ℝ,kg\u2009|"),
        (r"\operatorname{sgn} x", "sgn\u2009x"),
        (
            r"\begin{cases}1&x\\2\end{cases}",
            'd(dPr(begChr:"{" endChr:"" )e(m(mPr(mcs(mc(mcPr(count:"1" mcJc:"left" ))'
            'mc(mcPr(count:"1" mcJc:"left" ))))'
            "mr(e(1)e(x))mr(e(2)e ))))",
        ),
        (r"\mathrm{Ca^{2+}}", "CsSup(e(a)sup(2\u2009+\u2009))"),
        (r"-x", "−x"),
    ],
)
def test_each_thing_as_an_element_of_its_own(source, expected):
    assert told(source) == expected


@given(formulas)
def test_every_formula_is_such_as_xml_holds(formula):
    made = etree.tostring(omml(formula, display=True))
    assert etree.tostring(parse_xml(made), method="c14n") == etree.tostring(
        etree.fromstring(made), method="c14n"
    )
