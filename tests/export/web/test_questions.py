"""What of a question goes into a page."""

from __future__ import annotations

import pytest

from quizmill.bank.model import Audio, Cloze, Image, MultipleChoice, Numerical, ShortAnswer
from quizmill.compose.exercise import Exercise
from quizmill.export.web.markup_html import Setter
from quizmill.export.web.media import Media
from quizmill.export.web.page import direction
from quizmill.export.web.questions import Asker
from quizmill.words import words_in

PNG = b"\x89PNG\r\n\x1a\nIEND"
NONE = Media({}, {})


def asked(question, media=NONE, *, with_key=True):
    exercise = Exercise(question=question, topic="t", topic_title="T")
    return Asker(media, ("t",), (), words_in("en")).asked(exercise, "en", with_key=with_key)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "In {{1869}} the *{{ship}}*.",
            'In <span data-gap="1"></span> the <em><span data-gap="2"></span></em>.',
        ),
        ("`f({{x}})`", '<code>f(<span data-gap="1"></span>)</code>'),
        ("Gap1p and Gapp {{x}}", 'Gap1p and Gapp <span data-gap="1"></span>'),
        (
            "```python\n{{len}}(s)\n```",
            '<pre dir="ltr"><code><span data-gap="1"></span>(s)</code></pre>',
        ),
        ('<math alttext="Gap1p"> {{x}}', '&lt;math alttext="Gap1p"&gt; <span data-gap="1"></span>'),
    ],
)
def test_blanks_are_places_in_the_text(text, html):
    assert Setter(NONE).gapped(text) == html


def test_a_blank_in_a_formula_is_read_out_by_its_number():
    html = Setter(NONE).gapped(r"\(x + {{2}}\)")

    assert 'alttext="x + [1]"' in html
    assert '<mtext><span data-gap="1"></span></mtext>' in html


@pytest.mark.parametrize(
    ("text", "heading", "html"),
    [
        ("**Head**\n\nBody *here*.", "Head", "<p>Body <em>here</em>.</p>"),
        ("**Not all** is strong.\n\nBody.", "", "<p><strong>Not all</strong> is strong.</p><p>Body.</p>"),
        ("Body.", "", "<p>Body.</p>"),
    ],
)
def test_what_is_strong_as_a_whole_heads_a_lesson(text, heading, html):
    assert Setter(NONE).headed(text) == (heading, html)


def test_pictures_and_sounds_have_names_that_tell_nothing():
    media = Media({"right.png": PNG}, {"answer.mp3": b"ID3"})
    question = MultipleChoice(
        id="q",
        prompt="Which?",
        answer="a",
        distractors=(),
        image=Image(file="right.png", alt='a "leaf"', credit="Ann & Bo"),
        audio=Audio(file="answer.mp3", transcript="tea", credit="Cy"),
    )
    found = asked(question, media)

    assert found.image == (
        '<figure><img data-media="1" alt="a &quot;leaf&quot;"><figcaption>Ann &amp; Bo</figcaption></figure>'
    )
    assert (found.sound, found.sound_credit) == ("2", "Cy")
    assert media.urls == {"1": "data:image/png;base64,iVBORw0KGgpJRU5E", "2": "data:audio/mpeg;base64,SUQz"}


def test_what_is_not_there_is_told_in_words():
    question = ShortAnswer(
        id="q",
        prompt="What?",
        answer="tea",
        image=Image(file="no.png", alt="a <leaf>"),
        audio=Audio(file="no.mp3", transcript="tea"),
    )
    found = asked(question)

    assert (found.image, found.sound) == ("[a &lt;leaf&gt;]", "")


def test_without_a_key_nothing_hangs_on_what_is_right():
    """Neither that what is typed is code or a date, nor what the question rests on."""
    for one, other in (
        (ShortAnswer(id="q", prompt="?", answer="`len`"), ShortAnswer(id="q", prompt="?", answer="size")),
        (Numerical(id="q", prompt="?", answer="12"), Numerical(id="q", prompt="?", answer="2004-08-19")),
        (Cloze(id="q", text="{{a}}"), Cloze(id="q", text="{{b|c}}")),
    ):
        assert asked(one, with_key=False) == asked(other, with_key=False)
        assert asked(one) != asked(other)


@pytest.mark.parametrize(
    ("language", "way"), [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("zh-Hans", "ltr")]
)
def test_a_page_goes_the_way_of_its_bank(language, way):
    assert direction(language) == way
