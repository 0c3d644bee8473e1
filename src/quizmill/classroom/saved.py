"""A class set as JSON, and how files of every older quizmill become one.

Version 3 keeps the fingerprint of each form, since it stands on sheets that are out: a field that a later
quizmill adds to a question changes none of them. Versions 1 (a single paper) and 2 (forms without their
fingerprints) are brought up to date as trees; theirs are those of every field that the file has, as they were
when it was printed.
"""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from quizmill.bank.model import KINDS, MultipleResponse, Name, Question
from quizmill.classroom.class_set import ClassSet, Clock, Copy, Ruling
from quizmill.compose.answer_sheet.layout import restored_layout
from quizmill.compose.answer_sheet.sound import refuse_unsound
from quizmill.compose.exercise import Exercise, places_among
from quizmill.compose.paper import Paper, code_of
from quizmill.errors import FileUnusable

VERSION = 3

Tree = dict[str, Any]


class _Form(msgspec.Struct, frozen=True):
    """How one form differs from the first: which question comes when, and which option where."""

    form: str
    questions: tuple[int, ...]
    options: tuple[tuple[int, ...], ...]
    code: str


class _Saved(msgspec.Struct, frozen=True, kw_only=True):
    """Every question once, as the first form poses it; a file of 30 forms is little larger than one of 1."""

    version: int = VERSION
    first: Paper
    forms: tuple[_Form, ...]
    copies: tuple[Copy, ...] = ()
    names: tuple[Name, ...] = ()
    images: dict[str, bytes] = {}
    separator: Annotated[str, Meta(pattern=r'^[^"\r\n]$')] = ","
    spare: tuple[str, ...] = ()
    looks: dict[str, Any] = {}
    rulings: tuple[Ruling, ...] = ()
    layout: dict[str, Any] = {}
    clock: Clock | msgspec.UnsetType = msgspec.UNSET  # not in a file of sheets


def save(made: ClassSet) -> bytes:
    """The class set as JSON, ending in a line break."""
    first = made.papers[0]
    kept = {name: getattr(made, name) for name in ClassSet.__struct_fields__ if name != "papers"}
    kept["clock"] = made.clock or msgspec.UNSET
    saved = _Saved(
        first=replace(first, code=""), forms=tuple(_form(first, paper) for paper in made.papers), **kept
    )
    return msgspec.json.format(msgspec.json.encode(saved), indent=1) + b"\n"


def restore(data: bytes, path: str) -> ClassSet:
    """The class set saved in *data*, whichever quizmill wrote it; a single paper is a set of one.

    Raises FileUnusable when it is none, or from a newer quizmill.
    """
    try:
        tree = msgspec.json.decode(data, type=Tree)
        version = msgspec.convert(tree.get("version"), int)
        if not 1 <= version <= VERSION:
            reason = f"the paper has version {version}; this quizmill reads versions 1 to {VERSION}"
            raise FileUnusable(path, reason)
        if version == 1:
            tree = _of_one_form(tree)
        if version < VERSION:
            tree = _with_codes(tree)
        return _class_set(msgspec.convert(tree, _Saved))
    except (msgspec.MsgspecError, LookupError, TypeError, ValueError, RecursionError) as error:
        raise FileUnusable(path, f"this is not a saved paper ({error})") from error


def _form(first: Paper, paper: Paper) -> _Form:
    places = {exercise.id: index for index, exercise in enumerate(first.exercises)}
    questions = tuple(places[exercise.id] for exercise in paper.exercises)
    options = tuple(
        places_among(first.exercises[place].options, exercise.options)
        for place, exercise in zip(questions, paper.exercises, strict=True)
    )
    return _Form(paper.form, questions, options, paper.fingerprint)


def _class_set(saved: _Saved) -> ClassSet:
    if not saved.forms or not saved.first.exercises:
        raise ValueError("it has no questions")
    for copy in saved.copies:
        if copy.form not in {form.form for form in saved.forms}:
            raise ValueError(f'{copy.student} has the form "{copy.form}", which is not there')
    if unknown := set(saved.spare) - {form.form for form in saved.forms}:
        raise ValueError(f"a spare sheet has the form {min(unknown)}, which is not there")
    kept = {name: getattr(saved, name) for name in ClassSet.__struct_fields__ if name != "papers"}
    kept["clock"] = saved.clock or None
    papers = tuple(_paper(saved.first, form) for form in saved.forms)
    if saved.layout:
        refuse_unsound(restored_layout(saved.layout), papers)
    return ClassSet(papers=papers, **kept)


def _paper(first: Paper, form: _Form) -> Paper:
    exercises = (
        _reordered(first.exercises[question], options)
        for question, options in zip(form.questions, form.options, strict=True)
    )
    return replace(first, form=form.form, code=form.code, exercises=tuple(exercises))


def _reordered(exercise: Exercise, options: tuple[int, ...]) -> Exercise:
    return replace(
        exercise,
        options=tuple(exercise.options[option] for option in options),
        key=_key(type(exercise.question), exercise.key, options),
    )


def _key(kind: type[Question], key: tuple[int, ...], options: tuple[int, ...]) -> tuple[int, ...]:
    moved = (options.index(right) for right in key)
    return tuple(sorted(moved) if kind is MultipleResponse else moved)


def _of_one_form(paper: Tree) -> Tree:
    """Version 1, the paper alone, as version 2 has it."""
    exercises = paper["exercises"]
    form = {
        "form": paper.get("form", ""),
        "questions": list(range(len(exercises))),
        "options": [list(range(len(exercise["options"]))) for exercise in exercises],
    }
    return {"version": 2, "first": paper, "forms": [form]}


def _with_codes(saved: Tree) -> Tree:
    """Version 2 as version 3 has it: each form with the fingerprint that its sheets bear."""
    first = saved["first"]
    forms = [{**form, "code": code_of(_tree_of(first, form))} for form in saved["forms"]]
    return {**saved, "version": 3, "forms": forms}


def _tree_of(first: Tree, form: Tree) -> Tree:
    """What `_paper` makes, out of trees: with the fields that the file has, and no others."""
    exercises = []
    for place, options in zip(form["questions"], form["options"], strict=True):
        exercise = first["exercises"][place]
        key = _key(KINDS[exercise["question"]["type"]], tuple(exercise["key"]), tuple(options))
        shown = [exercise["options"][option] for option in options]
        exercises.append({**exercise, "options": shown, "key": list(key)})
    return {**first, "form": form["form"], "exercises": exercises}
