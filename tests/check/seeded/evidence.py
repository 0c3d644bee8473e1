"""Flaws in what a question rests on; these depend on its facts."""

from __future__ import annotations

import re

from msgspec.structs import replace

from check.seeded.mutation import TITLE, GroundedMutation, Mutation, ask, asked
from quizmill.bank.model import Level, Matching, Numerical, Ordering, Question, ShortAnswer, TrueFalse
from quizmill.check.context import Context

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def does_not_name_its_source(question: Question) -> Question | None:
    """The facts are disputed, and the title is gone."""
    text = asked(question)
    if len(TITLE.findall(text)) != 1 or isinstance(question, Matching | Ordering):
        return None
    turns = "according to|by the account of|in the account of|in|as told in"
    whose = rf"(?:,? (?:{turns}) \*[^*]+\*(?: itself)?,?(?= |[.?]))"
    bare = re.sub(whose, "", text)
    bare = re.sub(r"^(?:According to|In|By|By the account of|In the account of) \*[^*]+\*, ", "", bare)
    if TITLE.search(bare) or re.search(r"document|in the end\W*$", bare):
        return None
    return ask(question, bare[0].upper() + bare[1:])


def speaks_of_the_article(question: Question) -> Question | None:
    text = asked(question)
    if len(TITLE.findall(text)) != 1 or question.context or re.search(r"\b(?:her|his|its)\b", text):
        return None
    changed = re.sub(
        r"(\b(?:[Aa]ccording to|[Ii]n|of|by)) \*[^*]+\*(?=[ ,.?](?!of\b|on\b))", r"\1 the article", text
    )
    return ask(question, changed)


def names_nothing(question: Question) -> Question | None:
    """Nothing is left but words that fit any story."""
    if question.context or question.image:
        return None
    if isinstance(question, TrueFalse):
        return ask(question, "The company was sold to the owner.")
    return ask(question, "What was the name of the place?") if isinstance(question, ShortAnswer) else None


def does_not_say_when(question: Question) -> Question | None:
    text = asked(question)
    bare = re.sub(r",? (?:in|of|by|for|since|at the \w+ of) (?:19|20)\d\d\b,?| \((?:19|20)\d\d\)", "", text)
    return ask(question, bare) if not _YEAR.search(bare) and not question.context else None


def rests_on_another_figure(question: Question) -> Question | None:
    if not isinstance(question, Numerical) or question.level is not Level.REMEMBER or not question.facts:
        return None
    digits = re.search(r"\d+", question.answer)
    if not digits or len(re.findall(r"\d+", question.answer)) > 1:
        return None
    wrong = str(int(digits[0]) + (17 if len(digits[0]) != 4 else -31))
    return replace(question, answer=question.answer.replace(digits[0], wrong, 1), tolerance="0")


def asks_about_a_wrong_year(question: Question) -> Question | None:
    if question.level is not Level.REMEMBER or (isinstance(question, TrueFalse) and not question.answer):
        return None
    return (
        ask(question, re.sub(r"(?<!\{)\b(?:19|20)\d\d\b", "1923", asked(question), count=1))
        if question.facts
        else None
    )


def lets_in_a_fifth(question: Question) -> Question | None:
    return replace(question, tolerance="20%") if isinstance(question, Numerical) else None


def keeps_quiet_about_the_doubt(question: Question) -> Question | None:
    told = replace(question, explanation="It is told in so many words.")
    return (
        replace(told, correction="It is told otherwise.")
        if isinstance(told, TrueFalse) and not told.answer
        else told
    )


def denies_its_fact(question: Question, context: Context) -> Question | None:
    """A false statement that is a fact with a not in it."""
    if not isinstance(question, TrueFalse) or question.answer:
        return None
    for _, fact in context.evidence(question).values():
        denied = re.sub(r"(?<= )(was|were|had|is|has|are)(?= )", r"\1 not", fact.says, count=1)
        plain = not re.search(r" and | but |, |\b(?:not|no|never|none|he|his|its?|they)\b", fact.says)
        if denied != fact.says and plain:
            return replace(question, prompt=denied, correction=fact.says)
    return None


def tells_its_steps_backwards(question: Question, context: Context) -> Question | None:
    if not isinstance(question, Ordering) or _dated_steps(question, context) < 2:
        return None
    return replace(question, sequence=question.sequence[::-1])


def tells_its_last_step_first(question: Question, context: Context) -> Question | None:
    if not isinstance(question, Ordering) or _dated_steps(question, context) < 2:
        return None
    *others, last = question.sequence
    return replace(question, sequence=(last, *others))


def _dated_steps(question: Ordering, context: Context) -> int:
    return sum(bool(_YEAR.search(fact.value)) for _, fact in context.evidence(question).values())


def allows_what_nobody_finds(question: Question) -> Question:
    return replace(question, allow={"orphan-pronoun": "It is clear enough."})


def allows_what_is_no_rule(question: Question) -> Question:
    return replace(question, allow={"key-longst": "The name is long."})


def _disputed(question: Question, context: Context) -> bool:
    return any(fact.doubt for _, fact in context.evidence(question).values())


def _settled(question: Question, context: Context) -> bool:
    facts = [fact for _, fact in context.evidence(question).values()]
    rival = any(len({c.key for c in context.claims.get(fact.about, {})}) > 1 for fact in facts)
    return bool(facts) and not rival and not any(fact.doubt for fact in facts)


def _undated(question: Question, context: Context) -> bool:
    return _settled(question, context) and not any(f.as_of for _, f in context.evidence(question).values())


def _dated(question: Question, context: Context) -> bool:
    facts = [context.facts[reference][1] for reference in question.facts]
    answers = str(getattr(question, "answer", "")) + " ".join(getattr(question, "answers", ()))
    return _settled(question, context) and any(f.as_of for f in facts) and not _YEAR.search(answers)


def _quoted(question: Question, context: Context) -> bool:
    """A fact states the very figure, and no year stands for it."""
    answer = getattr(question, "answer", "")
    facts = [fact for _, fact in context.evidence(question).values()]
    return not _YEAR.search(str(answer)) and any(answer in (fact.value, *fact.terms) for fact in facts)


EVIDENCE = (
    Mutation("conflict-unsourced", does_not_name_its_source, _disputed),
    Mutation("evidence-mismatch", rests_on_another_figure),
    Mutation("not-standalone", names_nothing, _undated),
    Mutation("num-tolerance", lets_in_a_fifth, _quoted),
    Mutation("prompt-number-unsupported", asks_about_a_wrong_year, _undated),
    GroundedMutation("order-tie", tells_its_last_step_first),
    GroundedMutation("order-tie", tells_its_steps_backwards),
    GroundedMutation("tf-trivial-flip", denies_its_fact, frozenset({"tf-negated"})),
    Mutation("unused-allow", allows_what_is_no_rule),
    Mutation("unused-allow", allows_what_nobody_finds),
    Mutation("source-suspect", keeps_quiet_about_the_doubt, _disputed),
    Mutation("undated-claim", does_not_say_when, _dated),
    Mutation("unnamed-source", speaks_of_the_article, _settled),
)
