"""The timeline: a sheet to fill in, and its solution."""

from __future__ import annotations

import pytest

from printed import Printed
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.bank.values import Moment
from quizmill.compose.selection import Selection
from quizmill.compose.timeline import Event, Hidden, Timeline, timeline
from quizmill.errors import ExportRefused
from quizmill.export.paper.timeline import TimelineOptions, timeline_sheet, timeline_solution
from quizmill.words import languages

A4 = TimelineOptions()


def event(year, says, hidden=Hidden.NOTHING):
    return Event(when=Moment(year), date=str(year), says=says, source="The Book", paragraph=3, hidden=hidden)


SMALL = Timeline(
    title="Tea & <b>ships</b>",
    events=(
        event(1869, "A ship was launched in 1869.", Hidden.DATE),
        event(1870, "She sailed in 1870.", Hidden.EVENT),
        event(1938, "She came to rest in 1938."),
    ),
)


def test_what_is_left_out_is_not_on_the_sheet_except_among_the_choices():
    text = Printed(timeline_sheet(SMALL, A4)).text

    assert text.startswith("Timeline: Tea & <b>ships</b> Name Class Date Marks / 2 Write in each empty box")
    assert "A ship was launched in _____. 1870 1938 She came to rest in 1938." in text
    assert text.count("1869") == 0
    assert "Choose from these: • She sailed in _____." in text


def test_the_solution_has_everything_and_where_it_stands():
    text = Printed(timeline_solution(SMALL, A4)).text

    assert "1869 A ship was launched in 1869. Source: The Book, paragraph 3 1870 She sailed in 1870." in text
    assert f"paper {SMALL.fingerprint}" in text
    assert f"paper {SMALL.fingerprint}" in Printed(timeline_sheet(SMALL, A4)).text


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize("language", languages())
def test_all_that_the_shipped_bank_dates_stays_inside_the_margins(size, language):
    made = timeline(load_bank(shipped_bank()).bank, Selection(), seed=3)
    options = TimelineOptions(size=size, language=language)
    for data in (timeline_sheet(made, options), timeline_solution(made, options)):
        found = Printed(data)
        assert all(min(found.ink(page)) > 34 for page in range(len(found.pages)))
    assert all(each.says.split()[-1] in found.text for each in made.events)


def test_events_move_together_where_that_saves_a_page():
    hidden = (Hidden.DATE, Hidden.EVENT, Hidden.NOTHING)
    events = tuple(event(1900 + 9 * n, f"Ship {n} sailed.", hidden[n % 3]) for n in range(11))
    longer = tuple(event(1900 + 9 * n, f"Ship {n} sailed.", hidden[n % 3]) for n in range(13))
    one, two = (Printed(timeline_sheet(Timeline(title="x", events=each), A4)) for each in (events, longer))

    assert (len(one.pages), len(two.pages)) == (1, 2)
    assert "Choose from these: • Ship" in two.pages[1]
    assert "•" not in two.pages[0]


def test_a_character_that_cannot_be_printed_is_named():
    with pytest.raises(ExportRefused, match="the timeline: U\\+1F389 PARTY POPPER"):
        timeline_sheet(Timeline(title="x", events=(event(1900, "🎉 1900"),)), A4)


def test_equal_in_equal_out():
    assert timeline_sheet(SMALL, A4) == timeline_sheet(SMALL, A4)
