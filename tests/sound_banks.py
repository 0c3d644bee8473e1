"""Sound banks of every kind, with texts that YAML, its readers and its writers stumble over."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from quizmill.bank.markup import same
from quizmill.bank.model import (
    Audio,
    Bank,
    Cloze,
    Compare,
    ComparedQuestion,
    Difficulty,
    Distractor,
    Draft,
    DraftFact,
    Essay,
    Fact,
    FactKind,
    Image,
    Importance,
    Lesson,
    Level,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Name,
    Numerical,
    Ordering,
    Point,
    Provenance,
    Question,
    Section,
    ShortAnswer,
    Source,
    Topic,
    TrueFalse,
)

NASTY = (
    *(
        "no",
        "Yes",
        "true",
        "null",
        "~",
        "1.10",
        "0x1F",
        "1_000",
        "16,000",
        "2004-08-19",
        "1:30",
        "=",
        "<<",
        "y",
    ),
    *(
        "a #b",
        "a # b",
        "#1",
        "a: b",
        "a:",
        ": a",
        "- a",
        "-a",
        "? a",
        "*a*",
        "`a`",
        "&a",
        "!a",
        "%a",
        "@a",
        "|",
        ">",
    ),
    *(
        "{{a}}",
        "[a]",
        "a, b",
        "{a: b}",
        "'a'",
        '"a"',
        "it's",
        'a "b" c',
        "\\n",
        "a\\",
        "a ",
        " a",
        "\ta",
        "a\tb",
    ),
    *(
        "a\nb",
        "a\n\nb",
        "a\n",
        "\na",
        "a\n  b",
        "  a\nb",
        "a \nb",
        "a\n \nb",
        "---",
        "---\na",
        "...",
        "a\n---\nb",
    ),
    *(
        "a\u2028b",
        "\ufeffa",
        "a\xa0",
        "\xa0a",
        "小米 #1",
        "é",
        "😀",
        "\U0010fffe",
    ),
    *(
        "<<<<<<< a",
        "a\n<<<<<<< b\n=======\n>>>>>>> c",
        "x" * 300,
        "a\r\nb",
        "\ufffe",
        "\uffff",
    ),
)
tags = st.from_regex(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?", fullmatch=True).filter(str.isascii)
ids = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).filter(
        lambda text: text.strip()
    ),
).filter(lambda text: same(text) != "" and text.strip() != "")
maybe = st.one_of(st.just(""), texts)
different = st.lists(texts, min_size=4, max_size=5, unique_by=same).map(tuple)
trees = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2), max_leaves=4
)
own = st.dictionaries(st.sampled_from(["x-a", "x-b: c", "x-no", "x-\n", "x-"]), trees, max_size=2)
former = st.lists(ids.map(lambda id: f"old-{id}"), max_size=2, unique=True).map(tuple)
image = st.none() | st.builds(Image, file=texts, alt=texts, credit=maybe)
audio = st.none() | st.builds(Audio, file=texts, transcript=texts, credit=maybe)
origin = st.none() | st.builds(Provenance, format=ids, file=maybe, id=maybe)
allow = st.dictionaries(ids, texts, max_size=2)
compare = st.none() | st.sampled_from(Compare)


shared = {  # the fields of all kinds
    "id": ids,
    "explanation": maybe,
    "facts": st.just(("s/f",)),
    "importance": st.sampled_from(Importance),
    "difficulty": st.sampled_from(Difficulty),
    "level": st.sampled_from(Level),
    "tags": st.lists(ids, max_size=2).map(tuple),
    "hint": maybe,
    "context": maybe,
    "image": image,
    "audio": audio,
    "marks": st.integers(1, 100),
    "allow": allow,
    "origin": origin,
    "own": own,
}


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """A question of any kind that can be asked."""
    options, prompt = draw(different), draw(texts)
    fields = draw(st.fixed_dictionaries(shared))
    counts = {"compare": draw(compare)}
    wrong = tuple(Distractor(text=each, why=draw(maybe)) for each in options[2:])
    pairs = tuple(zip(options[:2], options[2:4], strict=True))
    number = draw(st.sampled_from(["16,000", "$75 million", "60%", "2004", "2004-08-19", "5"]))
    kinds = (
        lambda: MultipleChoice(
            prompt=prompt,
            answer=options[0],
            distractors=wrong,
            shuffle=draw(st.booleans()),
            **fields,
            **counts,
        ),
        lambda: MultipleResponse(prompt=prompt, answers=options[:2], distractors=wrong, **fields, **counts),
        lambda: TrueFalse(prompt=prompt, answer=True, **fields),
        lambda: TrueFalse(prompt=prompt, answer=False, correction=options[0], **fields),
        lambda: ShortAnswer(prompt=prompt, answer=options[0], accept=options[1:], **fields, **counts),
        lambda: Numerical(prompt=prompt, answer=number, unit=draw(maybe), tolerance="2%", **fields),
        lambda: Cloze(text=f"{options[0]} {{{{a|b}}}} {options[1]}", **fields, **counts),
        lambda: Matching(prompt=prompt, pairs=pairs, extra=options[4:], **fields, **counts),
        lambda: Ordering(prompt=prompt, sequence=options, **fields, **counts),
        lambda: Essay(
            prompt=prompt, points=(Point(point=options[0]), Point(point=options[1], facts=("s/f",))), **fields
        ),
    )
    return draw(st.sampled_from(kinds))()


dates = st.none() | st.dates(min_value=datetime.date(1000, 1, 1))
facts = st.builds(
    Fact, id=ids, paragraph=st.integers(1, 9), says=texts, terms=different, kind=st.sampled_from(FactKind),
    about=maybe, value=maybe, as_of=maybe, doubt=maybe, allow=allow, own=own,
)  # fmt: skip


learn = st.lists(st.builds(Lesson, text=texts, facts=st.just(("s/f",))), max_size=2).map(tuple)


@st.composite
def sources(draw: st.DrawFn, id: str) -> Source:
    listed = draw(st.lists(facts, max_size=2, unique_by=lambda fact: fact.id))
    return Source(
        id=id, title=draw(texts), short_title=draw(maybe), published=draw(dates), document=draw(maybe),
        sections=(Section(title=draw(texts), first=3),), states_nothing=(1, 2), own=draw(own),
        facts=(Fact(id="f", paragraph=1, says="S"), *(fact for fact in listed if fact.id != "f")),
    )  # fmt: skip


@st.composite
def banks(draw: st.DrawFn) -> Bank:
    """A bank without a fault: it is what reading its files would give."""
    asked = draw(st.lists(questions(), min_size=1, max_size=3, unique_by=lambda question: question.id))
    counts = draw(compare)
    asked = [
        replace(each, compare=counts) if isinstance(each, ComparedQuestion) and not each.compare else each
        for each in asked
    ]
    topics = [
        Topic(
            id=id,
            title=draw(texts),
            deck=draw(maybe),
            elective=draw(st.booleans()),
            learn=draw(learn),
            own=draw(own),
        )
        for id in draw(st.permutations(["t", "t-2"]))
    ]
    topics[0] = Topic(id=topics[0].id, title=draw(texts), questions=tuple(asked), formerly=draw(former))
    tree = {"state": "draft", "id": "unfinished", **draw(st.dictionaries(texts, trees, max_size=2))}
    tree["state"] = "draft"
    drafts = (
        (Draft(id=str(tree["id"]), topic=topics[0].id, tree=tree),) if isinstance(tree["id"], str) else ()
    )
    begun: dict[str, Any] = {
        "id": "begun",
        **draw(st.dictionaries(texts, trees, max_size=2)),
        "state": "draft",
    }
    begun |= {"id": "begun", "paragraph": "3"}
    return Bank(
        title=draw(texts), namespace=draw(ids), language=draw(tags), license=draw(maybe),
        description=draw(maybe), released=draw(dates), compare=counts, allow=draw(allow), own=draw(own),
        topics=tuple(topics), drafts=drafts,
        sources=tuple(draw(sources(id)) for id in draw(st.permutations(["s", "names"]))),
        draft_facts=(DraftFact(id="begun", source="s", paragraph=3, tree=begun),),
        names=(Name(name=draw(texts)),),
    )  # fmt: skip
