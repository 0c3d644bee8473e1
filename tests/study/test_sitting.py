"""A sitting is a fold of what the learner does."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from printed import paper_of
from quizmill.bank.model import Cloze
from quizmill.compose.paper import Paper
from quizmill.grade import Blanks, Choice, Order, Pairing, Response, Skipped, Text, Verdict, Written
from quizmill.study.results import outcomes
from quizmill.study.retry import missed
from quizmill.study.sitting import (
    Action,
    Appeal,
    Assess,
    Back,
    Flag,
    Give,
    GoTo,
    Mode,
    Sitting,
    Skip,
    Stop,
    Suspend,
    TakeHint,
    Undo,
    begin,
    step,
)
from spoken import told

PLANT, TRUE_TEAS, HERBS, SHIP, ESSAY = 0, 1, 2, 3, 8


def after(paper: Paper, *actions: Action, mode: Mode = Mode.PRACTICE) -> Sitting:
    sitting = begin(paper, mode=mode)
    for action in actions:
        sitting = step(sitting, action)
    return sitting


def right(paper: Paper, at: int) -> Give:
    response: Response = Choice(paper.exercises[at].key)
    return Give("right", response)


def test_an_answer_is_marked_and_leads_to_the_next_question(paper: Paper):
    sitting = after(paper, right(paper, PLANT))

    assert sitting.position == 1
    assert sitting.answers["tea-plant"].mark.verdict is Verdict.RIGHT
    assert sitting.answers["tea-plant"].text == "right"
    assert not sitting.answers["tea-plant"].appealed


def test_a_hint_halves_the_marks_of_its_question_only(paper: Paper):
    sitting = after(paper, TakeHint(), right(paper, PLANT), right(paper, TRUE_TEAS))

    assert sitting.answers["tea-plant"].mark.earned == 0.5
    assert sitting.answers["tea-true"].mark.earned == 2


def test_a_question_without_a_hint_gives_none(paper: Paper):
    assert after(paper, Skip(), TakeHint()).hinted == frozenset()


def test_undo_takes_the_answer_back_but_not_the_hint(paper: Paper):
    sitting = after(paper, TakeHint(), right(paper, PLANT), Undo())

    assert (sitting.position, sitting.answers, sitting.hinted) == (0, {}, {"tea-plant"})


def test_undo_brings_back_the_answer_given_before(paper: Paper):
    wrong = Give("wrong", Choice((paper.exercises[PLANT].key[0] - 1,)))
    sitting = after(paper, right(paper, PLANT), Back(), wrong, Undo())

    assert sitting.answers["tea-plant"].mark.verdict is Verdict.RIGHT


def test_undo_with_nothing_to_undo_changes_nothing(paper: Paper):
    assert after(paper, Undo()) == begin(paper)


def test_skipping_an_answered_question_keeps_its_answer(paper: Paper):
    sitting = after(paper, right(paper, PLANT), Back(), Skip())

    assert sitting.position == 1
    assert set(sitting.answers) == {"tea-plant"}


def test_going_back_leads_to_the_question_before_and_from_the_first_nowhere(paper: Paper):
    assert after(paper, Skip(), Skip(), Back()).position == 1
    assert after(paper, Back()).position == 0


def test_taking_an_answer_back_takes_the_sitting_up_again(paper: Paper):
    stopped = after(paper, right(paper, PLANT), Stop())

    assert (stopped.stopped, step(stopped, Undo()).stopped) == (True, False)


def test_a_flag_is_put_on_and_taken_off(paper: Paper):
    assert after(paper, Flag()).flagged == {"tea-plant"}
    assert after(paper, Flag(), Flag()).flagged == frozenset()


def test_a_question_left_behind_can_be_flagged_and_one_that_is_not_there_cannot(paper: Paper):
    assert after(paper, Skip(), Flag("tea-plant")).flagged == {"tea-plant"}
    assert after(paper, Flag("coffee-plant")).flagged == frozenset()


def test_a_flag_kept_before_it_could_name_its_question_is_still_read():
    assert msgspec.json.decode('{"type":"Flag"}', type=Action) == Flag()


KEPT = {
    '{"type":"Give","text":"a","response":{"type":"Choice","picks":[0,2]}}': Give("a", Choice((0, 2))),
    '{"type":"Give","text":"雷军","response":{"type":"Text","text":"雷军"}}': Give("雷军", Text("雷军")),
    '{"type":"Give","text":"a|b","response":{"type":"Blanks","texts":["a","b"]}}': Give(
        "a|b", Blanks(("a", "b"))
    ),
    '{"type":"Give","text":"1b","response":{"type":"Pairing","rights":[1,null]}}': Give(
        "1b", Pairing((1, None))
    ),
    '{"type":"Give","text":"2 1","response":{"type":"Order","steps":[1,0]}}': Give("2 1", Order((1, 0))),
    '{"type":"Give","text":"x","response":{"type":"Essay","text":"x","named":null}}': Give("x", Written("x")),
    '{"type":"Give","text":"","response":{"type":"Skipped"}}': Give("", Skipped()),
    '{"type":"Assess","question":"q","response":{"type":"Essay","text":"x","named":[true,false]}}': Assess(
        "q", Written("x", (True, False))
    ),
    '{"type":"Appeal","question":"q"}': Appeal("q"),
    '{"type":"Skip"}': Skip(),
    '{"type":"TakeHint"}': TakeHint(),
    '{"type":"Back"}': Back(),
    '{"type":"GoTo","number":3}': GoTo(3),
    '{"type":"Flag"}': Flag(),
    '{"type":"Flag","question":"q"}': Flag("q"),
    '{"type":"Suspend"}': Suspend(),
    '{"type":"Suspend","question":"q"}': Suspend("q"),
    '{"type":"Undo"}': Undo(),
    '{"type":"Stop"}': Stop(),
}


def test_actions_stand_in_histories_so_their_names_and_fields_never_change():
    assert {msgspec.json.encode(action).decode(): action for action in KEPT.values()} == KEPT
    assert {text: msgspec.json.decode(text, type=Action) for text in KEPT} == KEPT


def test_practice_is_over_behind_the_last_question(paper: Paper):
    assert after(paper, *[Skip()] * 9).over
    assert not after(paper, *[Skip()] * 8).over


def test_an_exam_waits_to_be_handed_in(paper: Paper):
    waiting = after(paper, *[Skip()] * 9, mode=Mode.EXAM)

    assert not waiting.over
    assert step(waiting, GoTo(3)).position == 2
    assert step(waiting, Stop()).over


def test_an_essay_is_marked_when_its_points_have_been_gone_through(paper: Paper):
    told = Written("Freshness sold.", (True, False))
    written = after(paper, GoTo(9), Give("Freshness sold.", Written("Freshness sold.")))
    marked = step(written, Assess("tea-essay", told))

    assert written.answers["tea-essay"].mark.verdict is Verdict.UNMARKED
    assert marked.answers["tea-essay"].mark.verdict is Verdict.PARTIAL
    assert marked.answers["tea-essay"].text == "Freshness sold."


def test_what_was_not_answered_cannot_be_marked_anew(paper: Paper):
    written = after(paper, GoTo(9))

    assert step(written, Assess("tea-essay", Written("x", (True, True)))) is written
    assert step(written, Assess("coffee", Written("x", (True, True)))) is written


def test_who_only_looks_at_a_question_has_not_left_it_behind(paper: Paper):
    assert after(paper, Skip(), Back(), GoTo(3), Stop()).passed == {"tea-plant"}


class TestWhatIsMissed:
    """It comes back behind the last question, as often as it takes; the first answer counts."""

    @staticmethod
    def sat(paper: Paper, *typed: str, at: tuple[int, ...] = (PLANT, SHIP, HERBS)) -> Sitting:
        """Three questions: right (`r`), wrong (`w`), skipped (`s`), taken back (`u`), gone back (`b`)."""
        short = msgspec.structs.replace(paper, exercises=tuple(paper.exercises[i] for i in at))
        sitting = begin(short, repeats=True)
        for each in "".join(typed):
            key = sitting.current.key if sitting.current else ()
            right = (
                Text("Cutty Sark") if sitting.current and sitting.current.id == "ship-name" else Choice(key)
            )
            wrong = Text("Victory") if isinstance(right, Text) else Choice((1 - key[0],) if key else ())
            actions = {"r": Give("r", right), "w": Give("w", wrong), "s": Skip(), "u": Undo(), "b": Back()}
            sitting = step(sitting, actions[each])
        return sitting

    def test_comes_back_in_the_order_in_which_it_was_missed(self, paper: Paper):
        ids = [
            sitting.current.id if sitting.current else ""
            for sitting in (self.sat(paper, "wrw"), self.sat(paper, "wrw", "r"), self.sat(paper, "wrw", "rr"))
        ]

        assert ids == ["tea-plant", "tea-herbs", ""]
        assert not self.sat(paper, "wrw", "r").over
        assert self.sat(paper, "wrw", "rr").over

    def test_comes_back_again_until_it_is_right(self, paper: Paper):
        sitting = self.sat(paper, "wrw", "wwr")

        assert (sitting.current.id, sitting.is_repeat) == ("tea-herbs", True)
        assert self.sat(paper, "wrw", "wwrr").over
        assert self.sat(paper, "rrw", "w").current.id == "tea-herbs"

    def test_is_asked_as_if_it_had_no_answer(self, paper: Paper):
        assert self.sat(paper, "wrr").answer_so_far is None
        assert self.sat(paper, "wrw", "r", "bb").answer_so_far.text == "r"

    @pytest.mark.parametrize("typed", ["wrr", "wrrw", "wrrr", "wrrs"])
    def test_counts_as_it_was_answered_at_first(self, paper: Paper, typed: str):
        found = outcomes(self.sat(paper, typed))

        assert [each.mark.verdict.value for each in found] == ["wrong", "right", "right"]
        assert found[0].answer.text == "w"

    def test_comes_back_no_more_once_it_is_skipped(self, paper: Paper):
        assert self.sat(paper, "wrw", "sr").over
        assert self.sat(paper, "wrw", "sr").answers["tea-plant"].text == "w"

    def test_is_taken_back_with_all_that_came_of_it(self, paper: Paper):
        undone, once = self.sat(paper, "wrr", "u"), self.sat(paper, "wr")

        assert (undone.answers, undone.again, undone.first, undone.position) == (
            once.answers,
            once.again,
            once.first,
            once.position,
        )
        assert self.sat(paper, "wrw", "ru").current.id == "tea-plant"
        assert self.sat(paper, "wrw", "ru", "rr").over

    def test_is_nothing_more_to_try_once_it_was_right(self, paper: Paper):
        assert missed(self.sat(paper, "wrw", "rs")).exercises == (paper.exercises[HERBS],)
        assert missed(self.sat(paper, "wrw", "rr")) is None

    def test_comes_back_too_where_a_learner_has_gone_back_meanwhile(self, paper: Paper):
        assert self.sat(paper, "wrw", "r", "b").current.id == "ship-name"
        assert self.sat(paper, "wrw", "r", "bs").current.id == "tea-herbs"

    def test_is_no_essay_whose_points_were_read(self, paper: Paper):
        short = msgspec.structs.replace(paper, exercises=(paper.exercises[ESSAY],))
        sitting = step(begin(short, repeats=True), Give("Speed.", Written("Speed.")))

        assert step(sitting, Assess("tea-race", Written("Speed.", (False, False)))).over

    def test_and_set_aside_comes_back_once_it_is_taken_up_again(self, paper: Paper):
        aside = step(self.sat(paper, "wr"), Suspend("tea-plant"))

        assert (aside.again, aside.suspended) == ((), {"tea-plant"})
        taken_up = step(aside, Suspend("tea-plant"))
        assert (taken_up.again, taken_up.suspended) == (("tea-plant",), frozenset())
        assert step(step(aside, Suspend()), Suspend()).again == ()
        assert step(aside, Suspend("no-such")) is aside

    def test_and_skipped_does_not_come_back(self, paper: Paper):
        assert self.sat(paper, "srr").over

    def test_and_appealed_does_not_come_back(self, paper: Paper):
        sitting = step(self.sat(paper, "rw"), Appeal("ship-name"))

        assert sitting.again == ()


def test_the_question_in_front_of_a_learner_who_stops_was_not_passed(paper: Paper):
    assert after(paper, Skip(), Stop()).passed == {"tea-plant"}


ACTIONS = st.one_of(
    st.builds(Skip),
    st.builds(TakeHint),
    st.builds(Back),
    st.builds(GoTo, st.integers(-3, 20)),
    st.builds(Flag),
    st.builds(Suspend),
    st.builds(Undo),
    st.just("answer"),
)


@given(actions=st.lists(ACTIONS, max_size=40), mode=st.sampled_from(Mode), repeats=st.booleans())
def test_whatever_a_learner_does_the_sitting_stays_whole(paper: Paper, actions, mode: Mode, repeats: bool):
    sitting = begin(paper, mode=mode, repeats=repeats)
    for action in actions:
        before = sitting
        sitting = step(sitting, _answer(sitting) if isinstance(action, str) else action)
        assert 0 <= sitting.position <= len(paper.exercises)
        assert sitting.passed >= before.passed
        assert sitting.hinted >= before.hinted
        assert set(sitting.answers) <= sitting.passed
        assert set(sitting.again) | set(sitting.first) <= set(sitting.answers)


def _answer(sitting: Sitting) -> Action:
    exercise = sitting.current
    if exercise is None or exercise.kind not in ("multiple_choice", "multiple_response", "short_answer"):
        return Skip()
    return Give("x", Text("x") if exercise.kind == "short_answer" else Choice((0,)))


def test_i_was_right_counts_a_typed_answer_and_is_known_as_such(paper):
    sitting = step(begin(paper), GoTo(4))
    ship = sitting.current.id
    sitting = step(sitting, Give("the Sark", Text("the Sark")))
    assert sitting.answers[ship].mark.verdict == "wrong"

    appealed = step(sitting, Appeal(ship)).answers[ship]

    assert (appealed.mark.verdict, appealed.mark.earned, appealed.appealed) == ("right", 1, True)
    assert told(appealed.mark) == "counted as right: you said so"
    assert appealed.text == "the Sark"


def test_i_was_right_after_a_hint_earns_half_as_a_right_answer_would(paper):
    exercises = tuple(
        msgspec.structs.replace(each, question=msgspec.structs.replace(each.question, hint="A short shirt."))
        for each in paper.exercises
    )
    hinted = msgspec.structs.replace(paper, exercises=exercises)
    sitting = after(hinted, GoTo(4), TakeHint(), Give("the Sark", Text("the Sark")), Appeal("ship-name"))

    assert (sitting.answers["ship-name"].mark.verdict, sitting.answers["ship-name"].mark.earned) == (
        "right",
        0.5,
    )


def test_i_was_right_of_several_blanks_is_of_all_of_them(paper):
    sitting = after(paper, GoTo(6), Give("1869|Sark", Blanks(("1869", "Sark"))))
    assert sitting.answers["ship-year"].mark.parts == (True, False)
    mark = step(sitting, Appeal("ship-year")).answers["ship-year"].mark

    assert (mark.verdict, mark.parts, mark.near) == ("right", (True, True), False)


def test_i_was_right_of_one_blank_leaves_the_slip_in_another_told():
    paper = paper_of(Cloze(id="race", text="In {{1872}} she raced the {{Thermopylae}}."))
    sitting = after(paper, Give("'72 | Thermopilae", Blanks(("'72", "Thermopilae"))))
    mark = step(sitting, Appeal("race")).answers["race"].mark

    assert (mark.verdict, mark.earned) == ("right", 1)
    assert told(mark) == 'counted as right: you said so; blank 2: it is spelt "Thermopylae"'


def test_of_a_chosen_option_nobody_can_say_it_was_right(paper):
    sitting = step(begin(paper), Give("b", Choice((1,))))

    assert step(sitting, Appeal(sitting.paper.exercises[0].id)) == sitting
