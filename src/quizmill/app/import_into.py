"""An import into a bank that is there: what it has is updated field by field, and nothing is doubled.

Of a field that only the file has changed since it was imported, the bank takes what the file says; one that
only the author has changed stays. Where both have, or nobody knows, the bank's stays and it is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from quizmill.app import imported_before
from quizmill.app.imported_matches import Matches
from quizmill.app.importing import File, Imported, Opened, called, opened
from quizmill.app.in_place import as_it_was, changed, text_in_place
from quizmill.app.new_question import schema_line
from quizmill.app.talk import count
from quizmill.bank.edit import Edit, NotEditable, with_edits, with_entries
from quizmill.bank.files import EMPTY_BANK
from quizmill.bank.fold import fold
from quizmill.bank.load import LoadedBank, load_bank
from quizmill.bank.model import Topic
from quizmill.bank.reader.origins import Origin
from quizmill.bank.reader.yaml_tree import parse
from quizmill.bank.write import question_fields, topic_text
from quizmill.errors import BankInvalid, Severity
from quizmill.export.publish import Product
from quizmill.formats.field_digests import digest, digests
from quizmill.formats.questions import Entry, Maker, topic_id
from quizmill.formats.report import Report
from quizmill.grade.spreadsheet_cells import meant_by

_GONE = "the file has it no longer; it stays here"
_STATE = "state"
_MACHINES = ("id", "type", "origin", _STATE)
_SHOWN_AS = "a spreadsheet has made a date of it: the bank's stays"


def import_into(
    files: Sequence[File],
    folder: Path,
    *,
    format: str | None = None,
    unexplained: bool = False,
    take_file: bool = False,
    columns: Mapping[str, Sequence[str]] | None = None,
) -> Imported:
    """The bank in *folder* with the questions of *files*: those it has are updated, others are added.

    What both have changed is taken from the file if *take_file* says so. Raises BankUnreadable and
    BankInvalid for a bank that is not sound, and as `opened` does.
    """
    loaded = _sound(folder)
    report = Report()
    found = opened(files, format, report, columns)
    target = _Target(loaded, report, take_file=take_file)
    maker = _maker(loaded, report, unexplained=unexplained)
    made: list[Entry] = []
    for each in found:
        report.begin(called(each.name, files))
        known = target.known(each)
        questions = maker.made(each.found.items, each.format.name, each.name, known)
        target.take(questions, each)
        made += questions
        target.media |= {folder / path: data for path, data in each.found.files.items()}
    report.call(maker.names)
    return Imported(
        files=target.files(),
        report=report,
        made=tuple(made),
        news=tuple(target.news()),
        has_seeds=loaded.seeds is not None,
    )


def _sound(folder: Path) -> LoadedBank:
    """The bank in *folder*, without errors but that it may have no question yet."""
    loaded = load_bank(folder)
    errors = [
        each for each in loaded.diagnostics if each.severity is Severity.ERROR and each.rule != EMPTY_BANK
    ]
    if errors:
        raise BankInvalid(tuple(errors))
    return loaded


def _maker(loaded: LoadedBank, report: Report, *, unexplained: bool) -> Maker:
    """What makes questions for a bank that is there."""
    return Maker(
        report,
        language=loaded.bank.language,
        unexplained=unexplained,
        facts=loaded.bank.facts() if loaded.seeds else None,
        taken=loaded.origins.questions,
        finished={question.id for _, question in loaded.bank.questions()},
    )


class _Target:
    """The bank's files as they are changed, question by question."""

    def __init__(self, loaded: LoadedBank, report: Report, *, take_file: bool) -> None:
        self.media: dict[Path, bytes] = {}
        self._loaded = loaded
        self._report = report
        self._take_file = take_file
        self._before = imported_before.recalled(loaded.folder)
        self._now = dict(self._before)
        self._places = dict(loaded.origins.questions)
        self._said = {question.id: question_fields(question) for _, question in loaded.bank.questions()}
        self._texts: dict[str, str] = {}  # of the files that change
        self._trees = {file: parse(text)[0] for file, text in loaded.origins.texts.items()}
        self._fresh: dict[str, list[Entry]] = {}  # by the id of their topic
        self._titles: dict[str, str] = {}
        self._edits: dict[str, dict[tuple[str, str], Edit]] = {}  # by file
        self._updated: set[str] = set()
        self._matches = Matches({id: self._tree(id) for id in self._places}, self._before)

    def known(self, file: Opened) -> list[str]:
        """The questions in the bank that the items of a file are; those that are in it no longer are told."""
        format, items = file.format, file.found.items
        found = self._matches.of(items, format.name, file.name, ours=format.ids_are_ours)
        for id in self._matches.from_file(format.name, file.name):
            if id not in found:
                self._report.note(id, "question", _GONE)
        return found

    def take(self, questions: Sequence[Entry], file: Opened) -> None:
        """Update those that the bank has, and keep the others for the end of their topics."""
        for made in questions:
            if made.id in self._places:
                self._update(made)
            else:
                topic = self._topic(made.topic or file.found.title, file.name)
                self._fresh.setdefault(topic, []).append(made)
                self._now[made.id] = digests(made.fields)

    def _topic(self, title: str, file: str) -> str:
        """The topic that bears the title in the bank, or one to be made."""
        for topic in self._loaded.bank.topics:
            if title and fold(topic.title) == fold(title):
                return topic.id
        id = topic_id(title, file)
        self._titles.setdefault(id, title.strip() or file.rpartition(".")[0] or file)
        return id

    def _update(self, made: Entry) -> None:
        """Each field on its own: whose change it is decides."""
        own = self._tree(made.id)
        if own.get("type") != made.fields["type"]:
            rule = "it is of another kind here, and stays"
            self._report.note(made.id, "type", rule, str(own.get("type")), made.fields["type"])
            return
        base, new = self._before.get(made.id, {}), digests(made.fields)
        kept = dict(base)
        said = self._said.get(made.id, own)
        bases = [each for each in (made.exported, base) if each]  # the later first
        for name, value in made.fields.items():
            if name in _MACHINES:
                continue
            ours = digest(said[name]) if name in said else None
            if ours == new[name]:
                kept[name] = new[name]
            elif _is_shown_as(value, own.get(name)):
                self._report.note(made.id, name, _SHOWN_AS, str(own[name]), str(value))
            elif self._is_taken((made.id, name), said.get(name), value, [each.get(name) for each in bases]):
                self._change(made.id, name, value)
                kept[name] = new[name]
        for name in sorted({*made.exported, *base} - new.keys() - {_STATE}):
            if name in own:
                self._report.note(made.id, name, _GONE, str(own[name]))
        if made.question and _STATE in base and _STATE in own and kept == {**new, _STATE: base[_STATE]}:
            self._change(made.id, _STATE, None)  # which the import had set, not the author
            del kept[_STATE]
        self._now[made.id] = kept

    def _is_taken(self, field: tuple[str, str], own: Any, new: Any, bases: Sequence[str | None]) -> bool:
        """Whether the bank takes what the file says of a field in which the two differ.

        *bases* are the digests of what it was before, where something tells that; the first that is one of
        the two says who has changed it.
        """
        ours = None if own is None else digest(own)
        for base in bases or [None]:
            if base == ours:
                return True
            if base == digest(new):
                return False
        if not self._take_file:
            rule = "it differs here and in the file; the bank's stays (--prefer file takes the other)"
            self._report.note(*field, rule, _shown(own), _shown(new))
        return self._take_file

    def _change(self, id: str, name: str, value: Any) -> None:
        """Have a field of a question be another, or go."""
        origin = self._places[id]
        self._edits.setdefault(origin.file, {})[id, name] = Edit((*origin.path, name), value)

    def _edit(self, file: str, edits: Mapping[tuple[str, str], Edit]) -> None:
        """Change the fields in a file, all at once where that can be; what cannot be changed is told."""
        try:
            self._texts[file] = with_edits(self._texts[file], list(edits.values()))
            self._updated |= {id for id, _ in edits}
        except NotEditable as error:
            if len(edits) > 1:
                for each, edit in edits.items():
                    self._edit(file, {each: edit})
                return
            [((id, name), edit)] = edits.items()
            self._report.lost(id, name, f"it cannot be changed at its place: {error}", str(edit.value or ""))
            self._now[id] = self._before.get(id, {})

    def _tree(self, id: str) -> dict[str, Any]:
        """The question's fields as they stand in its file."""
        origin: Origin = self._places[id]
        tree: Any = self._trees.get(origin.file)
        for step in origin.path:
            tree = tree[step]
        return tree if isinstance(tree, dict) else {}

    def files(self) -> dict[Path, Product]:
        """What is to be written, and only what changed."""
        topics = self._loaded.origins.topics
        touched = {*self._edits, *(topics[topic].file for topic in self._fresh if topic in topics)}
        before = {file: text_in_place(self._loaded.folder, Path(file)) for file in touched}
        self._texts = dict(before)
        for file, edits in self._edits.items():
            self._edit(file, edits)
        for topic, found in self._fresh.items():
            self._add(topic, found)
        written = {
            Path(file): changed(before.get(file, ""), text)
            for file, text in self._texts.items()
            if text != before.get(file)
        }
        written |= {path: Product(data, as_it_was(data)) for path, data in self.media.items()}
        record = imported_before.as_file(self._now)
        if self._now != self._before:
            written[self._loaded.folder / imported_before.NAME] = Product(record, imported_before.KIND)
        return written

    def _add(self, topic: str, found: list[Entry]) -> None:
        """Behind the questions of the topic's file, or in a file of their own."""
        origin = self._loaded.origins.topics.get(topic)
        if origin:
            try:
                fields = [made.fields for made in found]
                self._texts[origin.file] = with_entries(self._texts[origin.file], ("questions",), fields)
                return
            except NotEditable:
                topic = f"{topic}-imported"
        sound = tuple(made.question for made in found if made.question)
        drafts = [made.as_draft(topic) for made in found if not made.question]
        text = topic_text(Topic(id=topic, title=self._titles.get(topic, topic), questions=sound), drafts)
        self._texts[str(self._loaded.folder / f"{topic}.yaml")] = schema_line(self._loaded) + text

    def news(self) -> Iterator[str]:
        """What became of the questions."""
        new = sum(map(len, self._fresh.values()))
        yield f"{count(new, 'question')} new, {len(self._updated)} changed"


def _shown(value: Any) -> str:
    """A field as a report shows it."""
    if isinstance(value, Mapping):
        return ": ".join(map(_shown, value.values()))
    if isinstance(value, list | tuple):
        return " | ".join(map(_shown, value))
    return "" if value is None else str(value)


def _is_shown_as(new: Any, own: Any) -> bool:
    """Whether what a file has is what a spreadsheet makes of what the bank has."""
    if isinstance(new, Mapping) and isinstance(own, Mapping):
        return new.keys() == own.keys() and all(_is_shown_as(new[name], own[name]) for name in own)
    if isinstance(new, list | tuple) and isinstance(own, list):
        return len(new) == len(own) and all(map(_is_shown_as, new, own))
    return str(new) == own or (isinstance(own, str) and fold(own) in map(fold, meant_by(str(new))))
