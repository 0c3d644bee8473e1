"""Decisions about a question after the test: it is void, or more answers are right; and marking by them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from quizmill.bank.model import Essay, Name, Numerical, ShortAnswer
from quizmill.bank.ranges import parted, spread
from quizmill.classroom.class_set import ClassSet, Ruling
from quizmill.compose.exercise import Exercise, key_of, places_among
from quizmill.errors import BadRequest
from quizmill.grade.marking import Mark, Verdict, mark
from quizmill.grade.misread import Misread
from quizmill.grade.on_paper import Copied, read_copied
from quizmill.grade.response import Blanks, Choice, Order, Pairing, Response, Skipped, Text, Written
from quizmill.words import words_in


def ruled(
    made: ClassSet, *, void: Sequence[str] = (), accept: Sequence[str] = (), take_back: Sequence[str] = ()
) -> ClassSet:
    """The class set with these decisions added to those it has.

    Questions are named by their numbers on the first form, as in `4-7, 9`, or their ids. *accept* are
    `4=Samuel Clemens`: the answer as it would be copied from the first form. Raises BadRequest with all that
    cannot be.
    """
    faults: list[str] = []
    rulings = {each.id: each for each in made.rulings}
    for option, told in (("--take-back", take_back), ("--void", void)):
        for exercise in _exercises(made, told, option, faults):
            rulings[exercise.id] = Ruling(id=exercise.id, void=option == "--void")
    for told in accept:
        name, sign, answer = told.partition("=")
        if not sign or not answer.strip():
            faults.append(f'--accept: "{told}" is not a question and an answer; type 4=Samuel Clemens')
            continue
        for exercise in _exercises(made, [name], "--accept", faults):
            if _fits(made, exercise, answer, faults):
                before = rulings.get(exercise.id, Ruling(id=exercise.id))
                accepted = tuple(dict.fromkeys((*before.accept, answer.strip())))
                rulings[exercise.id] = replace(before, accept=accepted)
    kept = tuple(each for each in rulings.values() if each != Ruling(id=each.id))
    if len([each for each in kept if each.void]) == len(made.papers[0].exercises):
        faults.append("--void: no question would be left; mark no paper instead")
    if faults:
        raise BadRequest("\n".join(faults))
    return replace(made, rulings=kept)


Read = Callable[[Exercise, str, tuple[Name, ...], str], Copied | Misread]


def read_ruled(
    made: ClassSet, exercise: Exercise, text: str, ruling: Ruling, read: Read = read_copied
) -> Copied | Misread:
    """What *read* makes of *text*, with what was accepted after the test right as well."""
    return max(_readings(made, exercise, text, ruling, read), key=_worth)


def keyed(made: ClassSet, exercise: Exercise, accepted: str) -> Exercise | None:
    """The exercise with that answer as its key, as its own form has it; None where it is not options."""
    first = _on_first(made, exercise)
    read = read_copied(first, accepted, made.names, made.papers[0].language)
    response = read.response if isinstance(read, Copied) else None
    match response:
        case Choice(picks):
            places = picks
        case Pairing(rights) if None not in rights:
            places = tuple(right for right in rights if right is not None)
        case Order(steps):
            places = steps
        case _:
            return None
    found = places_among(exercise.options, (first.options[place] for place in places))
    return replace(exercise, key=tuple(sorted(found)) if isinstance(response, Choice) else found)


def _on_first(made: ClassSet, exercise: Exercise) -> Exercise:
    return next(each for each in made.papers[0].exercises if each.id == exercise.id)


def _readings(
    made: ClassSet, exercise: Exercise, text: str, ruling: Ruling, read: Read
) -> Iterator[Copied | Misread]:
    language = made.papers[0].language
    found = read(exercise, text, made.names, language)
    yield found
    question = exercise.question
    for accepted in ruling.accept:
        if isinstance(question, ShortAnswer):
            wider = replace(question, accept=(*question.accept, accepted))
            yield read(replace(exercise, question=wider), text, made.names, language)
        elif isinstance(question, Numerical):
            other = replace(exercise, question=replace(question, answer=accepted))
            yield read(other, text, made.names, language)
        elif isinstance(found, Copied) and isinstance(found.response, Blanks):
            yield _with_blanks(made, exercise, found, found.response, accepted)
        elif isinstance(found, Copied) and _as_accepted(made, exercise, found.response, accepted):
            yield Copied(text, found.response, _full(exercise))


def _worth(read: Copied | Misread) -> float:
    return read.mark.earned if isinstance(read, Copied) else -1.0


def _with_blanks(made: ClassSet, exercise: Exercise, read: Copied, blanks: Blanks, accepted: str) -> Copied:
    """The blanks with the key where the accepted form of a blank stands; a form may be empty."""
    texts = []
    forms = [part.strip() for part in accepted.split("|")]
    for given, form, key in zip(blanks.texts, forms, key_of(exercise.question), strict=True):
        asked = ShortAnswer(id=exercise.id, prompt="?", answer=form or "?")
        posed = Exercise(question=asked, topic=exercise.topic, topic_title=exercise.topic_title)
        right = bool(form) and mark(posed, Text(given), made.names).verdict is Verdict.RIGHT
        texts.append(key if right else given)
    found = mark(exercise, Blanks(tuple(texts)), made.names, language=made.papers[0].language)
    return Copied(read.text, read.response, found)


def _full(exercise: Exercise) -> Mark:
    possible = float(exercise.question.marks)
    return Mark(verdict=Verdict.RIGHT, earned=possible, possible=possible)


def _told(exercise: Exercise, response: Response | None) -> tuple[object, ...] | None:
    """What is picked, joined or put in order, in words that mean the same on every form."""
    options = exercise.options
    match response:
        case Choice(picks):
            return tuple(sorted(options[pick] for pick in picks))
        case Pairing(rights):
            return tuple(None if right is None else options[right] for right in rights)
        case Order(steps):
            return tuple(options[step] for step in steps)
        case Text() | Blanks() | Written() | Skipped() | None:
            return None


def _as_accepted(made: ClassSet, exercise: Exercise, response: Response | None, accepted: str) -> bool:
    """Whether the response is the one that is *accepted*, as it stands on the first form."""
    told = _told(exercise, response)
    first = _on_first(made, exercise)
    read = read_copied(first, accepted, made.names, made.papers[0].language)
    return told is not None and isinstance(read, Copied) and told == _told(first, read.response)


def _exercises(made: ClassSet, told: Sequence[str], option: str, faults: list[str]) -> Iterator[Exercise]:
    """The questions that are named, by ids or numbers; the first that is none of a text is a fault."""
    exercises = made.papers[0].exercises
    known = {exercise.id: exercise for exercise in exercises}  # an id may look like a range
    numbered = {str(number): exercise for number, exercise in enumerate(exercises, start=1)}
    for each in told:
        names = [each.strip()] if each.strip() in known else _names(each)
        for name in names:
            exercise = known.get(name) or numbered.get(name)
            if exercise is None:
                faults.append(
                    f'{option}: there is no question "{name}"; give its number on the first form, '
                    f"1 to {len(exercises)}"
                )
                break
            yield exercise


def _names(told: str) -> list[str]:
    """The names in a text, ranges spread out."""
    return [name for part in parted(told) for name in spread(part) or [part]]


def _fits(made: ClassSet, exercise: Exercise, answer: str, faults: list[str]) -> bool:
    """Whether *answer* is one to that question."""
    if isinstance(exercise.question, Essay):
        faults.append(f"--accept: {exercise.id} is an essay, and has no key; type the marks into the table")
        return False
    read = read_copied(exercise, answer, made.names, made.papers[0].language)
    if isinstance(read, Misread):
        english = words_in()
        faults.append(f"--accept: {exercise.id}: {english.say(read.reason)}; {english.say(read.help)}")
        return False
    return True
