"""A full stop stays at its formula, where else MathJax's box would let a line begin with it."""

from __future__ import annotations

import pytest

from quizmill.export.anki import html

X = r'<span class="mathematics">\(x\)</span>'


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        (r"\(x\)", X),
        (r"a \(x\) b", f"a {X} b"),
        (r"is \(x\). So", f'is <span class="unbroken">{X}.</span> So'),
        (r"(see \(x\))", f'(see <span class="unbroken">{X})</span>'),
        (r"(\(x\)), too", f'<span class="unbroken">({X}),</span> too'),
        (r"«\(x\)»", f'<span class="unbroken">«{X}»</span>'),
        (r"\(x\)-axis, *so* \(x\)!", f'<span class="unbroken">{X}-</span>axis, <em>so</em> '
         f'<span class="unbroken">{X}!</span>'),
        (r"\(x\)的", f"{X}的"),
        (r"\(x\)&lt;", f"{X}&amp;lt;"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_formula_stays_beside_it(marked, shown):
    assert html.text(marked) == shown
