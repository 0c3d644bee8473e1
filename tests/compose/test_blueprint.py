"""Blueprints: what may be written, what is drawn by one, and what is said of one that cannot be met."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.model import Bank, Essay, Importance, Point, ShortAnswer, Topic
from quizmill.compose.blueprint import read_blueprint
from quizmill.compose.by_blueprint import choose_by
from quizmill.compose.selection import Selection
from quizmill.compose.traits import Traits
from quizmill.errors import BadRequest, FileUnusable


def short(
    id: str, *, tags: tuple[str, ...] = (), core: bool = False, facts: tuple[str, ...] = ()
) -> ShortAnswer:
    matters = Importance.CORE if core else Importance.USEFUL
    return ShortAnswer(id=id, prompt="Which?", answer="It", tags=tags, importance=matters, facts=facts)


def essay(id: str) -> Essay:
    return Essay(id=id, prompt="Why?", points=(Point(point="Speed"),))


LEAVES = [short(f"t{n}", tags=("leaf",)) for n in range(4)]
BANK = Bank(
    title="Sea",
    namespace="sea",
    topics=(
        Topic(id="ships", title="S", questions=(*(short(f"s{n}") for n in range(6)), essay("se"))),
        Topic(id="tea", title="T", questions=(*LEAVES, essay("te"))),
        Topic(id="tides", title="W", elective=True, questions=(short("w0"), short("w1"))),
    ),
)


def silent(questions) -> tuple[frozenset[str], ...]:
    return ()


def drawn(text: str, *, seed: int = 1, selection: Selection | None = None, bank: Bank = BANK) -> list[str]:
    parts = read_blueprint(text)
    found = choose_by(parts, bank, selection or Selection(), seed=seed, leaks=silent)
    return [question.id for _, question in found.questions]


class TestReading:
    def test_parts_are_words_a_colon_and_a_number(self):
        first, second = read_blueprint("joyo-sale:5, joyo-lessons type=essay|cloze importance=core: 2")

        assert (first.traits, first.count) == (Traits(topics=("joyo-sale",)), 5)
        wanted = Traits(topics=("joyo-lessons",), types=("essay", "cloze"), importances=("core",))
        assert (second.traits, second.count) == (wanted, 2)

    def test_a_file_has_lines_and_remarks(self):
        text = "# for 8b\nships:3  # the basics\n\n  tea tag = leaf : 1, *:2\n"
        parts = read_blueprint(text, "plan.txt")

        assert [(part.text, part.count, str(part.place)) for part in parts] == [
            ("ships:3", 3, "plan.txt:2:1"),
            ("tea tag = leaf : 1", 1, "plan.txt:4:3"),
            ("*:2", 2, "plan.txt:4:23"),
        ]
        assert parts[1].traits == Traits(topics=("tea",), tags=("leaf",))
        assert parts[2].traits == Traits()

    def test_every_trait_that_an_option_names_may_be_a_word(self):
        words = "topic=a source=b type=essay importance=core difficulty=easy level=apply tag=t id=i:1"
        [part] = read_blueprint(words)

        assert all(getattr(part.traits, name) for name in Traits.__struct_fields__)

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("ships:3, tea", 'column 10: "tea": how many? Write a colon and a number behind it, such as :5'),
            ("ships:x", 'column 1: "ships:x": how many? Write a colon and a number behind it, such as :5'),
            ("ships:0", 'column 1: "ships:0": so many are none; write 1 or more, or leave it out'),
            ("tea:1,:4", 'column 7: ":4": of what? Write a topic before the colon, or * for everything'),
            ("typ=essay:1", 'column 1: "typ=essay:1": "typ" is nothing to choose by; did you mean "type"?'),
            ("tag==x:1", 'column 1: "tag==x:1": "=="'),
            (" , ", 'column 1: "": there is no part such as joyo-sale:5 in it'),
        ],
    )  # fmt: skip
    def test_what_cannot_be_read_is_told_with_its_place(self, text, told):
        with pytest.raises(BadRequest) as caught:
            read_blueprint(text)
        assert str(caught.value).startswith(f"--blueprint, {told}")

    def test_of_a_file_the_place_is_file_line_and_column(self):
        with pytest.raises(FileUnusable) as caught:
            read_blueprint("ships:3\n\n tea : many\n", "plan.txt")
        assert str(caught.value) == (
            'plan.txt:3:2: "tea : many": how many? Write a colon and a number behind it, such as :5'
        )


class TestDrawing:
    def test_parts_stand_in_their_order_each_in_that_of_the_bank(self):
        ids = drawn("tea:2, ships:3")

        assert [id[0] for id in ids] == ["t", "t", "s", "s", "s"]
        assert ids[:2] == sorted(ids[:2])

    def test_the_seed_draws(self):
        draws = {tuple(drawn("ships:3", seed=seed)) for seed in range(20)}

        assert len(draws) > 5
        assert drawn("ships:3", seed=4) == drawn("ships:3", seed=4)

    def test_core_comes_first_in_each_part(self):
        bank = Bank(
            title="Sea",
            namespace="sea",
            topics=(Topic(id="a", title="A", questions=(*map(short, "bcdef"), short("core", core=True))),),
        )
        for seed in range(9):
            assert "core" in drawn("a:2", seed=seed, bank=bank)

    def test_nothing_is_drawn_twice_and_the_scarce_part_is_not_starved(self):
        for seed in range(20):
            ids = drawn("ships:6, type=essay:2", seed=seed)
            assert sorted(ids) == ["s0", "s1", "s2", "s3", "s4", "s5", "se", "te"]

    @given(seed=st.integers(0, 99))
    def test_whoever_holds_what_another_needs_takes_something_else(self, seed):
        """Each of these parts could take what the others need; only by giving way are all met."""
        ids = drawn("id=s0|s1:1, id=s1|s2:1, id=s0|s2:1", seed=seed)

        assert sorted(ids) == ["s0", "s1", "s2"]

    def test_elective_topics_are_drawn_where_they_are_named(self):
        assert sorted(drawn("tides:2")) == ["w0", "w1"]
        assert not {"w0", "w1"} & set(drawn("*:12"))
        assert {"w0", "w1"} <= set(drawn("*:14", selection=Selection(electives=True)))

    def test_a_selection_narrows_every_part(self):
        without = Selection(without=Traits(types=("essay",)))

        assert "se" not in drawn("ships:6", selection=without)
        with pytest.raises(BadRequest, match="7 are asked for; 6 fit"):
            drawn("ships:7", selection=without)

    def test_all_parts_that_are_short_are_told_at_once_and_what_earlier_papers_took(self):
        typed = "type=essay:1, ships:7, tea type=essay:1, id=s0|s1:1, tides:3"
        earlier = Selection(earlier=("te", "s0", "s1"))
        with pytest.raises(BadRequest) as caught:
            drawn(typed, selection=earlier)
        parts = read_blueprint(typed.replace(", ", "\n"), "p.txt")
        with pytest.raises(FileUnusable) as in_file:
            choose_by(parts, BANK, earlier, seed=1, leaks=silent)
        once = "the only one that would stood on an earlier paper (--not-in)"
        olds = "stood on earlier papers (--not-in)"
        told = [
            (15, 2, f'"ships:7": 7 are asked for; 5 fit, and 2 more {olds}'),
            (24, 3, f'"tea type=essay:1": 1 are asked for; nothing fits, since {once}'),
            (42, 4, f'"id=s0|s1:1": 1 are asked for; nothing fits, since all 2 that would {olds}'),
            (54, 5, '"tides:3": 3 are asked for; 2 fit'),
        ]  # fmt: skip

        assert str(caught.value).splitlines() == [f"--blueprint, column {at}: {why}" for at, _, why in told]
        assert str(in_file.value).splitlines() == [f"p.txt:{line}:1: {why}" for _, line, why in told]

    def test_siblings_are_not_drawn_together_where_there_are_others(self):
        questions = (short("a", facts=("l/x",)), short("b", facts=("l/x",)), short("c"))
        bank = Bank(title="S", namespace="s", topics=(Topic(id="t", title="T", questions=questions),))
        found = choose_by(read_blueprint("t:1, *:1"), bank, Selection(), seed=2, leaks=silent)
        forced = choose_by(read_blueprint("id=a:1, id=b:1"), bank, Selection(), seed=2, leaks=silent)

        assert "c" in {question.id for _, question in found.questions}
        assert found.notes == ()
        assert forced.notes == ("a and b may answer each other; too few others fit the blueprint",)

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("tea:2, ships:8", 'column 8: "ships:8": 8 are asked for; 7 fit'),
            ("tag=leaf type=essay:1", 'column 1: "tag=leaf type=essay:1": 1 are asked for; nothing fits'),
            ("type=essay:2, tea type=essay:2", 'column 15: "tea type=essay:2": 2 are asked for; 1 fits'),
            ("id=s0|s1:2, id=s0|s1|s2:2", "column 13: "
             '"id=s0|s1|s2:2": 2 are asked for; 1 is left that no other part has'),
            ("teas:2", 'column 1: "teas:2": there is no topic "teas"; did you mean "tea"?'),
            ("tea:1, type=esay:1", 'column 8: "type=esay:1": there is no type "esay"; did you mean "essay"?'),
        ],
    )  # fmt: skip
    def test_too_little_is_told_with_the_place_of_its_part(self, text, told):
        with pytest.raises(BadRequest) as caught:
            drawn(text)
        assert str(caught.value) == f"--blueprint, {told}"
