"""Which questions are chosen, and what is said when none can be."""

import pytest

import samples
from quizmill.bank.model import Bank, Essay, Fact, Importance, Point, Source, Topic
from quizmill.compose.selection import Selection, choose
from quizmill.compose.traits import Traits
from quizmill.errors import BadRequest


@pytest.fixture(scope="module")
def bank(tmp_path_factory):
    ships = (
        samples.TOPIC.split("\n\n")[3]
        .replace("id: ship-name", "id: ship-again")
        .join(["title: Ships\nquestions:\n", ""])
    )
    return samples.load(tmp_path_factory.mktemp("bank"), tea=samples.TOPIC, ships=ships).bank


def ids(chosen) -> list[str]:
    return [question.id for _, question in chosen.questions]


def test_without_a_word_everything_is_chosen_in_the_banks_order(bank):
    assert ids(choose(bank, Selection(), seed=1))[:3] == ["ship-again", "tea-plant", "tea-true"]


def test_values_of_one_field_are_alternatives_and_fields_narrow_each_other(bank):
    wanted = Selection(types=("short_answer", "numerical"), topics=("tea",))
    assert ids(choose(bank, wanted, seed=1)) == ["ship-name", "ship-cargo"]


def test_a_source_is_found_under_the_points_of_an_essay_too():
    point = Point(point="Speed", facts=("log/wind",))
    essay = Essay(id="why", prompt="Why?", points=(point,))
    other = Essay(id="how", prompt="How?", points=(Point(point="By sail"),))
    bank = Bank(
        title="T",
        namespace="t",
        topics=(Topic(id="sea", title="Sea", questions=(essay, other)),),
        sources=(Source(id="log", title="Log", facts=(Fact(id="wind", paragraph=1, says="It blew."),)),),
    )

    assert ids(choose(bank, Selection(sources=("log",)), seed=1)) == ["why"]


def test_tags_levels_difficulties_and_sources_choose(bank):
    assert ids(choose(bank, Selection(tags=("plants",)), seed=1)) == ["tea-plant"]
    assert ids(choose(bank, Selection(levels=("apply",)), seed=1)) == ["tea-steps"]
    assert ids(choose(bank, Selection(difficulties=("hard",)), seed=1)) == ["ship-cargo"]
    assert len(ids(choose(bank, Selection(sources=("tea-book",)), seed=1))) == 10


def test_a_count_larger_than_the_bank_is_a_note_and_all_there_are(bank):
    chosen = choose(bank, Selection(count=40), seed=1)
    assert chosen.notes == ("40 questions were asked for; 10 fit, and all of them are used",)
    assert len(chosen.questions) == 10


def test_a_count_of_all_there_are_needs_no_note(bank):
    assert choose(bank, Selection(count=10), seed=1).notes == ()


@pytest.mark.parametrize(
    ("types", "fit"),
    [(("essay",), "1 fits, and is used"), (("essay", "cloze"), "2 fit, and all of them are used")],
)
def test_the_note_counts_what_fits(bank, types, fit):
    chosen = choose(bank, Selection(types=types, count=3), seed=1)
    assert chosen.notes == (f"3 questions were asked for; {fit}",)


def test_one_question_can_be_asked_and_none_cannot(bank):
    assert len(choose(bank, Selection(count=1), seed=1).questions) == 1
    with pytest.raises(BadRequest, match="--count: 0 questions cannot be asked; it must be at least 1"):
        choose(bank, Selection(count=0), seed=1)


def test_an_essay_rests_on_the_facts_of_its_points(tmp_path):
    essay = "    explanation: 雷军 has been seen with a cup; Émile paid ¥5 for it.\n"
    tea = samples.TOPIC.replace(f"{essay}    facts: [tea-book/clipper]\n", essay)
    found = choose(samples.load(tmp_path, tea=tea).bank, Selection(sources=("tea-book",)), seed=1)

    assert "tea-essay" in ids(found)


def test_a_drawn_question_stays_drawn_when_the_count_grows(bank):
    few, more = (set(ids(choose(bank, Selection(count=n), seed=5))) for n in (3, 6))
    assert few < more


def test_a_draft_is_said_to_be_one(tmp_path):
    tea = samples.TOPIC + "  - {id: tea-ceremony, state: draft}\n"
    bank = samples.load(tmp_path, tea=tea).bank

    with pytest.raises(BadRequest) as caught:
        choose(bank, Selection(ids=("tea-plant", "tea-ceremony")), seed=1)
    assert str(caught.value) == (
        '--id: "tea-ceremony" is a draft, which is asked nowhere; delete its `state: draft`'
    )


def test_a_question_is_found_by_an_id_it_had(tmp_path):
    tea = samples.TOPIC.replace("id: tea-plant\n", "id: tea-bush\n    formerly: tea-plant\n")
    bank = samples.load(tmp_path, tea=tea).bank

    assert ids(choose(bank, Selection(ids=("tea-plant",)), seed=1)) == ["tea-bush"]


class TestLeftOut:
    """What is there but is not asked is said to be there, and where."""

    CLOZE = "  - {id: lost, type: cloze, text: no blank, facts: [tea-book/leaf]}\n"

    def refused(self, folder, text, **wanted) -> str:
        bank = samples.load(folder, tea=samples.TOPIC, u=text).bank
        with pytest.raises(BadRequest) as caught:
            choose(bank, Selection(**wanted), seed=1)
        return str(caught.value).replace(f"{folder}/", "")

    @pytest.mark.parametrize(
        "entry",
        [CLOZE, "  - {id: lost, type: cloze\n", "  - {type: cloze, id: lost, text: '{{a}}'}\n"],
        ids=["of no sense", "that is no YAML", "without evidence"],
    )
    def test_a_question_with_an_error(self, tmp_path, entry):
        column = entry.index("lost") + 1

        assert self.refused(tmp_path, f"title: U\nquestions:\n{entry}", ids=("tea-plant", "lost")) == (
            f'--id: "lost" has an error and is left out; it stands at question_bank/u.yaml:3:{column}, and '
            "`quizmill check` tells what is wrong"
        )

    @pytest.mark.parametrize(
        ("text", "place"), [(f"title: U\nquestions:\n{CLOZE}", "3:10"), ("\0", "1:1")], ids=["one", "all"]
    )
    def test_a_topic_of_which_nothing_is_sound(self, tmp_path, text, place):
        assert self.refused(tmp_path, text, topics=("u",)) == (
            f"no question fits the selection; what has an error is left out, first at "
            f"question_bank/u.yaml:{place}; `quizmill check` tells why"
        )

    DRAFTS = (
        "no question fits the selection; a draft is asked nowhere, and `quizmill check` tells which there are"
    )

    def test_a_topic_of_drafts(self, tmp_path):
        text = "title: U\nquestions:\n  - {id: begun, state: draft, type: [cloze]}\n"

        assert self.refused(tmp_path, text, topics=("u",)) == self.DRAFTS

    def test_an_id_of_a_sound_question_is_not_left_out_for_its_twin(self, tmp_path):
        twin = "title: U\nquestions:\n  - {id: tea-plant, type: cloze, text: no blank}\n"
        bank = samples.load(tmp_path, tea=samples.TOPIC, u=twin).bank

        assert ids(choose(bank, Selection(ids=("tea-plant",)), seed=1)) == ["tea-plant"]

    def test_a_kind_of_which_there_is_a_draft(self, tmp_path):
        tea = samples.TOPIC.replace("- id: ship-year", "- state: draft\n    id: ship-year")
        tea += "  - {id: begun, state: draft, type: [cloze]}\n"
        bank = samples.load(tmp_path, tea=tea).bank

        with pytest.raises(BadRequest) as caught:
            choose(bank, Selection(types=("cloze",)), seed=1)
        assert str(caught.value) == self.DRAFTS


class TestWithout:
    """What is to be left out is left out of all that else would fit."""

    @pytest.mark.parametrize(
        "names",
        [
            {"topics": ("tea",)},
            {"types": ("multiple_choice", "essay")},
            {"difficulties": ("medium",)},
            {"levels": ("remember", "apply")},
            {"tags": ("plants",)},
            {"ids": ("ship-again", "tea-plant")},
        ],
    )
    def test_it_is_what_would_be_chosen(self, bank, names):
        every, chosen = (ids(choose(bank, each, seed=1)) for each in (Selection(), Selection(**names)))
        kept = ids(choose(bank, Selection(without=Traits(**names)), seed=1))

        assert chosen
        assert kept == [id for id in every if id not in chosen]

    def test_what_has_any_of_several_traits_is_out(self, bank):
        without = Traits(tags=("plants",), types=("essay", "cloze"), ids=("tea-true",))
        kept = ids(choose(bank, Selection(topics=("tea",), without=without), seed=1))

        assert kept == ["tea-herbs", "ship-name", "ship-cargo", "tea-colours", "tea-steps"]

    def test_a_question_that_also_rests_on_a_document_is_out_with_it(self):
        both = Essay(id="both", prompt="P", points=(Point(point="A", facts=("a/x",)),), facts=("b/x",))
        core = Essay(
            id="one", prompt="P", points=(Point(point="A"),), facts=("b/x",), importance=Importance.CORE
        )
        sources = tuple(
            Source(id=id, title=id, facts=(Fact(id="x", paragraph=1, says="S."),)) for id in ("a", "b")
        )
        topic = Topic(id="t", title="T", questions=(both, core))
        bank = Bank(title="T", namespace="t", topics=(topic,), sources=sources)

        assert ids(choose(bank, Selection(without=Traits(sources=("a",))), seed=1)) == ["one"]
        assert ids(choose(bank, Selection(without=Traits(importances=("core",))), seed=1)) == ["both"]

    def test_an_id_that_a_question_had_leaves_it_out(self, tmp_path):
        tea = samples.TOPIC.replace("id: tea-plant\n", "id: tea-bush\n    formerly: tea-plant\n")
        bank = samples.load(tmp_path, tea=tea).bank

        assert "tea-bush" not in ids(choose(bank, Selection(without=Traits(ids=("tea-plant",))), seed=1))

    def test_what_is_not_asked_anyway_may_be_named(self, tmp_path):
        broken = "  - {id: lost, type: cloze, text: no blank, facts: [tea-book/leaf]}\n"
        tea = samples.TOPIC + "  - {id: tea-ceremony, state: draft}\n" + broken
        bank = samples.load(tmp_path, tea=tea).bank
        without = Traits(ids=("tea-ceremony", "lost"))

        assert len(choose(bank, Selection(without=without), seed=1).questions) == 9

    @pytest.mark.parametrize(
        ("without", "said"),
        [
            (Traits(topics=("shps",)), '--not-topic: there is no topic "shps"; did you mean "ships"?'),
            (Traits(tags=("plant",)), '--not-tag: there is no tag "plant"; did you mean "plants"?'),
            (Traits(ids=("tea-plan",)), '--not-id: there is no id "tea-plan"; did you mean "tea-plant"?'),
            (
                Traits(levels=("zzz",)),
                '--not-level: there is no level "zzz"; it must be one of remember, understand, apply, '
                "analyse, evaluate",
            ),
        ],
    )
    def test_an_unknown_name_is_refused_with_the_nearest(self, bank, without, said):
        with pytest.raises(BadRequest) as refused:
            choose(bank, Selection(without=without), seed=1)
        assert str(refused.value) == said

    def test_where_all_is_left_out_it_is_said_by_what(self, bank):
        without = Traits(topics=("tea",), tags=("plants",), types=("essay",))

        with pytest.raises(BadRequest) as refused:
            choose(bank, Selection(ids=("tea-plant",), without=without), seed=1)
        assert str(refused.value) == (
            "no question fits the selection; what would is left out by --not-topic, --not-tag"
        )

    def test_a_draw_of_all_but_some_is_the_draw_of_the_others(self, bank):
        others = tuple(id for id in ids(choose(bank, Selection(), seed=1)) if id != "tea-plant")
        without = Selection(without=Traits(ids=("tea-plant",)), count=3)

        assert ids(choose(bank, without, seed=5)) == ids(choose(bank, Selection(ids=others, count=3), seed=5))


class TestElectives:
    """A topic for those who choose it is asked where it, or a question of it, is named."""

    ASKED = "type: true_false, prompt: P, answer: true, facts: [tea-book/leaf], tags: [plants]"
    POTS = f"title: Pots\nelective: true\nquestions:\n  - {{id: pot, {ASKED}}}\n"

    @pytest.fixture
    def bank(self, tmp_path):
        return samples.load(tmp_path, tea=samples.TOPIC, pots=self.POTS).bank

    def test_it_is_left_out_where_nothing_is_named_and_nobody_is_told(self, bank):
        chosen = choose(bank, Selection(), seed=1)

        assert len(chosen.questions) == 9
        assert "pot" not in ids(chosen)
        assert chosen.notes == ()

    @pytest.mark.parametrize(
        "named",
        [
            Selection(topics=("pots",)),
            Selection(topics=("tea", "pots"), tags=("plants",), types=("true_false",)),
            Selection(ids=("pot",)),
        ],
    )
    def test_what_is_named_is_asked(self, bank, named):
        chosen = choose(bank, named, seed=1)

        assert ids(chosen) == ["pot"]
        assert chosen.notes == ()

    def test_among_all_there_is_they_have_their_place(self, bank):
        chosen = choose(bank, Selection(electives=True), seed=1)

        assert ids(chosen)[0] == "pot"
        assert len(chosen.questions) == 10

    LEFT_OUT = "elective topics (pots) have 1 that would fit; `--topic` brings a topic in"

    @pytest.mark.parametrize(
        "described",
        [
            Selection(tags=("plants",)),
            Selection(sources=("tea-book",), difficulties=("medium", "easy")),
            Selection(types=("true_false",)),
        ],
    )
    def test_of_what_is_only_described_it_is_said_that_there_is_more(self, bank, described):
        chosen = choose(bank, described, seed=1)

        assert "pot" not in ids(chosen)
        assert chosen.notes == (self.LEFT_OUT,)

    def test_leaving_something_out_names_nothing(self, bank):
        chosen = choose(bank, Selection(without=Traits(types=("essay",))), seed=1)

        assert "pot" not in ids(chosen)
        assert chosen.notes == ()

    def test_of_what_is_named_a_part_may_be_left_out(self, bank):
        chosen = choose(bank, Selection(topics=("pots", "tea"), without=Traits(ids=("pot",))), seed=1)

        assert len(chosen.questions) == 9

    def test_where_more_are_asked_for_than_there_are_too(self, bank):
        chosen = choose(bank, Selection(count=10), seed=1)

        assert chosen.notes == ("10 questions were asked for; 9 fit, and all of them are used", self.LEFT_OUT)

    def test_where_they_alone_fit_it_is_said_how_to_be_asked(self, tmp_path):
        bank = samples.load(tmp_path, pots=self.POTS).bank

        with pytest.raises(BadRequest) as refused:
            choose(bank, Selection(), seed=1)
        assert str(refused.value) == (
            "no question fits the selection; elective topics (pots) have 1 that would fit; `--topic` brings "
            "a topic in"
        )

    def test_a_draw_by_chance_is_as_if_they_were_not_there(self, bank, tmp_path_factory):
        without = samples.load(tmp_path_factory.mktemp("bank"), tea=samples.TOPIC).bank

        assert ids(choose(bank, Selection(count=4), seed=5)) == ids(
            choose(without, Selection(count=4), seed=5)
        )


def test_an_unknown_topic_is_refused_with_the_nearest(bank):
    with pytest.raises(BadRequest) as refused:
        choose(bank, Selection(topics=("shps",)), seed=1)
    assert str(refused.value) == '--topic: there is no topic "shps"; did you mean "ships"?'


def test_an_unknown_name_far_from_all_is_refused_with_all(bank):
    with pytest.raises(BadRequest, match=r"it must be one of easy, medium, hard"):
        choose(bank, Selection(difficulties=("zzz",)), seed=1)


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A bank with more tags, sources and questions than a message can name."""
    folder = tmp_path_factory.mktemp("many")
    prompt = "type: true_false, answer: true, facts: [tea-book/leaf], prompt: Tea is wet."
    questions = [f"  - {{id: wet-{n:03}, {prompt}, tags: [a-long-tag-{n:03}]}}\n" for n in range(80)]
    return samples.load(folder, tea="title: Tea\nquestions:\n" + "".join(questions)).bank


def test_of_many_names_the_nearest_is_named(many):
    with pytest.raises(BadRequest) as refused:
        choose(many, Selection(tags=("a-long-tga-017",)), seed=1)
    assert str(refused.value) == ('--tag: there is no tag "a-long-tga-017"; did you mean "a-long-tag-017"?')


@pytest.mark.parametrize(
    ("option", "selection", "where"),
    [
        ("tag", Selection(tags=("xyz",)), "quizmill list --format json"),
        ("id", Selection(ids=("xyz",)), "quizmill list"),
    ],
)
def test_far_from_many_names_it_is_said_where_they_are_shown(many, option, selection, where):
    with pytest.raises(BadRequest) as refused:
        choose(many, selection, seed=1)
    assert (
        str(refused.value)
        == f'--{option}: there is no {option} "xyz"; there are 80, and `{where}` shows them'
    )


def test_no_question_at_all_is_refused(bank):
    with pytest.raises(BadRequest, match=r"no question fits"):
        choose(bank, Selection(topics=("ships",), types=("essay",)), seed=1)


@pytest.mark.parametrize("count", [0, -3])
def test_a_count_below_one_is_refused(bank, count):
    with pytest.raises(BadRequest, match=rf"--count: {count} questions cannot be asked"):
        choose(bank, Selection(count=count), seed=1)
