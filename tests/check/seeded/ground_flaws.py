"""Flaws in what a bank rests on, and in which of its facts are asked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from check.seeded.ground import Ground, GroundMutation
from quizmill.bank.model import Cloze, Fact, Level, Name, ShortAnswer


def _asked(ground: Ground) -> set[str]:
    essays = (point for question in ground.questions for point in getattr(question, "points", ()))
    return {ref for each in (*ground.questions, *essays) for ref in each.facts}


def _idle(ground: Ground, source: str) -> Iterator[Fact]:
    """Facts that no question rests on, and that nothing is compared with."""
    asked = _asked(ground)
    alone = [fact.about for each in ground.bank.sources for fact in each.facts]
    for fact in ground.source(source).facts:
        if f"{source}/{fact.id}" not in asked and alone.count(fact.about) <= 1:
            yield fact


def _told(ground: Ground, source: str) -> int:
    """A paragraph that has facts."""
    return ground.source(source).facts[0].paragraph


def has_a_value_of_nothing(ground: Ground, source: str) -> Ground | None:
    fact = next((f for f in _idle(ground, source) if not f.about and not f.value), None)
    return ground.with_fact(source, replace(fact, value="7 boxes")) if fact else None


def is_about_a_thing_of_no_value(ground: Ground, source: str) -> Ground | None:
    fact = next((f for f in _idle(ground, source) if not f.about and not f.value), None)
    return ground.with_fact(source, replace(fact, about="harbour/depth")) if fact else None


def does_not_name_its_file(ground: Ground, source: str) -> Ground:
    return ground.with_source(replace(ground.source(source), document=""))


def has_no_fingerprint(ground: Ground, source: str) -> Ground:
    return ground.with_source(replace(ground.source(source), sha256=""))


def calls_a_paragraph_with_a_fact_empty(ground: Ground, source: str) -> Ground:
    own = ground.source(source)
    return ground.with_source(
        replace(own, states_nothing=(*own.states_nothing, own.facts[len(own.facts) // 2].paragraph))
    )


def lists_two_sections_in_turn(ground: Ground, source: str) -> Ground | None:
    own = ground.source(source)
    if len(own.sections) < 3:
        return None
    first, one, other, *rest = own.sections
    return ground.with_source(replace(own, sections=(first, other, one, *rest)))


def begins_after_its_beginning(ground: Ground, source: str) -> Ground:
    own = ground.source(source)
    first, *rest = own.sections
    return ground.with_source(replace(own, sections=(replace(first, first=2), *rest)))


def has_lost_its_file(ground: Ground, source: str) -> Ground:
    return ground._replace(texts={id: text for id, text in ground.texts.items() if id != source})


def has_another_edition(ground: Ground, source: str) -> Ground:
    own = ground.texts[source]
    return ground._replace(texts={**ground.texts, source: (f"{own[0]} And back.", *own[1:])})


def has_a_fingerprint_of_nothing(ground: Ground, source: str) -> Ground:
    empty = hashlib.sha256(b"").hexdigest()
    return ground.with_source(replace(ground.source(source), sha256=empty))


def has_a_fact_beyond_the_end(ground: Ground, source: str) -> Ground | None:
    fact = next(_idle(ground, source), None)
    last = len(ground.texts[source])
    return ground.with_fact(source, replace(fact, paragraph=last + 2)) if fact else None


def has_an_empty_paragraph_beyond_the_end(ground: Ground, source: str) -> Ground:
    own = ground.source(source)
    beyond = len(ground.texts[source]) + 1
    return ground.with_source(replace(own, states_nothing=(*own.states_nothing, beyond)))


def has_grown_by_a_paragraph(ground: Ground, source: str) -> Ground:
    return ground.with_text(source, (*ground.texts[source], "We came back at night."))


def does_not_tell_which_is_empty(ground: Ground, source: str) -> Ground:
    own = ground.source(source)
    return ground.with_source(replace(own, states_nothing=own.states_nothing[1:]))


def names_a_term_that_is_not_there(ground: Ground, source: str) -> Ground:
    fact = ground.source(source).facts[3]
    return ground.with_fact(source, replace(fact, terms=(*fact.terms, "Zanzibar")))


def has_a_figure_cut_short(ground: Ground, source: str) -> Ground | None:
    """A 19 where 1998 stands."""
    for fact in ground.source(source).facts:
        if year := next((term for term in fact.terms if term.isdigit() and len(term) == 4), None):
            return ground.with_fact(source, replace(fact, terms=(year[:2],)))
    return None


def copies_a_sentence(ground: Ground, source: str) -> Ground:
    """The document has a fact's words."""
    fact = max(ground.source(source).facts, key=lambda each: len(each.says.split()))
    text = [*ground.texts[source]]
    text[fact.paragraph - 1] += f" {fact.says}"
    return ground.with_text(source, tuple(text))


def copies_a_sentence_but_for_a_word(ground: Ground, source: str) -> Ground:
    fact = max(ground.source(source).facts, key=lambda each: len(each.says.split()))
    text, words = [*ground.texts[source]], fact.says.split()
    words[-3] = "perhaps"
    text[fact.paragraph - 1] += f" {' '.join(words)}"
    return ground.with_text(source, tuple(text))


def asks_in_words_of_the_law(ground: Ground, source: str) -> Ground | None:
    """A prompt that is much harder to read than its document."""
    heavy = "Notwithstanding extraordinarily complicated organisational considerations and contemporaneous"
    for at, question in enumerate(ground.questions):
        if not isinstance(question, Cloze) and question.facts[0].startswith(f"{source}/"):
            text = f"{heavy} administrative uncertainties, {question.prompt}"
            changed = (*ground.questions[:at], replace(question, prompt=text), *ground.questions[at + 1 :])
            return ground.with_questions(changed)
    return None


def states_what_nobody_asks(ground: Ground, source: str) -> Ground:
    return ground.with_fact(
        source, Fact(id="kite", paragraph=_told(ground, source), says="A kite was seen on that day.")
    )


def loses_the_question_on_a_fact(ground: Ground, source: str) -> Ground | None:
    asked = [ref for question in ground.questions for ref in question.facts]
    for question in ground.questions:
        own = len(question.facts) == 1 and question.facts[0].startswith(f"{source}/")
        if own and asked.count(question.facts[0]) == 1:
            return ground.with_questions(tuple(q for q in ground.questions if q is not question))
    return None


def contradicts_another_document(ground: Ground, source: str) -> Ground | None:
    """A value that no other source gives, and no question asks."""
    for other in ground.bank.sources:
        for fact in _idle(ground, other.id):
            if other.id != source and fact.about and fact.value:
                at = _told(ground, source)
                return ground.with_fact(
                    source, replace(fact, id="rival", paragraph=at, says="No.", value="7 boxes", terms=())
                )
    return None


def contradicts_itself(ground: Ground, source: str) -> Ground | None:
    fact = next((f for f in _idle(ground, source) if f.about and f.value), None)
    if fact is None:
        return None
    return ground.with_fact(source, replace(fact, id="rival", says="It was otherwise.", value="7 boxes"))


def asks_for_a_name_of_one_fact(ground: Ground, source: str) -> Ground:
    """A kite's maker, of whom nothing else is told."""
    at = _told(ground, source)
    fact = Fact(id="kite", paragraph=at, says="Lei Jun bought a kite from Zanzibar Brothers in 2004.")
    question = ShortAnswer(
        id="kite",
        prompt=f"From whom did Lei Jun buy a kite in 2004, as *{ground.source(source).title}* has it?",
        answer="Zanzibar Brothers",
        explanation="It is told in passing.",
        facts=(f"{source}/kite",),
        level=Level.REMEMBER,
    )
    return ground.with_fact(source, fact).with_questions((*ground.questions, question))


def _calls_an_answer_also(alias: str) -> Callable[[Ground, str], Ground | None]:
    """A name that the marker cannot take for an answer is another name of one."""

    def is_also_called(ground: Ground, source: str) -> Ground | None:
        own = {
            question.answer
            for question in ground.questions
            if isinstance(question, ShortAnswer) and question.facts[0].startswith(f"{source}/")
        }
        name = next((each for each in ground.bank.names if each.name in own), None)
        if name is None:
            return None
        called: Name = replace(name, aliases=(*name.aliases, alias))
        names = tuple(called if each is name else each for each in ground.bank.names)
        return ground._replace(bank=replace(ground.bank, names=names))

    return is_also_called


_UNASKED = frozenset({"fact-unasked"})
GROUND = (
    GroundMutation("about-incomplete", has_a_value_of_nothing),
    GroundMutation("about-incomplete", is_about_a_thing_of_no_value),
    GroundMutation("conflict-covered", contradicts_another_document, _UNASKED),
    GroundMutation("conflict-covered", contradicts_itself, _UNASKED),
    GroundMutation("document-missing", has_lost_its_file),
    GroundMutation("fact-unasked", states_what_nobody_asks),
    GroundMutation("fact-unasked", loses_the_question_on_a_fact),
    GroundMutation("fingerprint-differs", has_another_edition),
    GroundMutation("fingerprint-differs", has_a_fingerprint_of_nothing),
    GroundMutation("fingerprint-missing", does_not_name_its_file),
    GroundMutation("fingerprint-missing", has_no_fingerprint),
    GroundMutation("paragraph-beyond-end", has_a_fact_beyond_the_end, frozenset({"paragraph-unread"})),
    GroundMutation("paragraph-beyond-end", has_an_empty_paragraph_beyond_the_end),
    GroundMutation("paragraph-contradiction", calls_a_paragraph_with_a_fact_empty),
    GroundMutation("paragraph-unread", has_grown_by_a_paragraph),
    GroundMutation("paragraph-unread", does_not_tell_which_is_empty),
    GroundMutation("readability", asks_in_words_of_the_law),
    *(
        GroundMutation("sa-alias-missing", _calls_an_answer_also(alias))
        for alias in ("one or another", "not the other", "this / that")
    ),
    GroundMutation("section-order", begins_after_its_beginning),
    GroundMutation("section-order", lists_two_sections_in_turn),
    GroundMutation("sentence-copied", copies_a_sentence),
    GroundMutation("sentence-copied", copies_a_sentence_but_for_a_word),
    GroundMutation("term-missing", has_a_figure_cut_short),
    GroundMutation("term-missing", names_a_term_that_is_not_there),
    GroundMutation("trivial-detail", asks_for_a_name_of_one_fact),
)
