"""A new question in a topic of a bank, as a draft for its author to finish."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import msgspec

from quizmill.app.file_kinds import NEW
from quizmill.app.in_place import changed, text_in_place
from quizmill.bank import yaml_out
from quizmill.bank.closest import closest
from quizmill.bank.default import nearest_bank, shipped_bank
from quizmill.bank.edit import NotEditable, with_written
from quizmill.bank.fold import fold
from quizmill.bank.load import LoadedBank, load_bank
from quizmill.bank.model import KINDS, Topic
from quizmill.bank.reader.careful_tree import Marks
from quizmill.bank.reader.decode import as_id
from quizmill.bank.reader.folder import TOPIC
from quizmill.bank.reader.yaml_tree import parse
from quizmill.bank.skeletons import short_id, skeleton
from quizmill.errors import BadRequest, FileUnusable
from quizmill.export.publish import Product

_SCHEMA = ".schemas/topic.json"
_LISTED = ("questions",)


class NewQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A draft in its file, which is not written yet."""

    id: str
    path: Path
    line: int  # of its first field, from 1
    product: Product
    is_new_topic: bool


def new_question(
    folder: Path,
    kind: str,
    *,
    topic: str | None = None,
    id: str | None = None,
    facts: Sequence[str] = (),
    prompt: str = "",
) -> NewQuestion:
    """A draft of that *kind* at the end of a topic of the bank in *folder*.

    *topic* is one of its topics, by id or title, or a new one; it may be left out where there is one only.
    Raises BadRequest for a kind, topic, id or fact that cannot be, BankUnreadable without a bank,
    FileUnusable for a topic's file that cannot be added to.
    """
    kind = known_kind(kind)
    bank = own_bank(folder)
    said = _said(bank, facts)
    title, path = place_of(bank, topic)
    topic_id = path.relative_to(folder).with_suffix("").as_posix().replace("/", "-")
    id = free_id(bank, id) if id else made_id(bank, _wanted(kind, topic_id, facts, prompt))
    lines = skeleton(kind, id, prompt=prompt, facts=said)
    before = "" if title else text_in_place(folder, path)
    after = with_drafts(path, before or topic_head(bank, title), [lines])
    product = changed(before, after) if before else Product(after.encode(), NEW)
    return NewQuestion(id=id, path=path, line=_line(after), product=product, is_new_topic=bool(title))


def known_kind(name: str) -> str:
    """The kind of question that is called so; raises BadRequest with the nearest and all nine."""
    kind = name.lower().replace("-", "_").replace(" ", "_")
    if kind in KINDS:
        return kind
    near = closest(kind, KINDS)
    meant = f'did you mean "{near}"? ' if near else ""
    raise BadRequest(f'there is no kind of question "{name}"; {meant}The nine are {", ".join(KINDS)}')


def own_bank(folder: Path) -> LoadedBank:
    """The bank in *folder*, to be added to; raises BadRequest for the one that comes with quizmill."""
    if folder == shipped_bank() and nearest_bank(Path.cwd()) != folder:
        raise BadRequest(
            "the bank that comes with quizmill is not written into; `quizmill init` starts one of your own, "
            "and --bank DIR names another"
        )
    return load_bank(folder)


def free_id(bank: LoadedBank, id: str) -> str:
    """The *id*, which nothing bears; raises BadRequest when it is none, or taken."""
    if as_id(id) != id:
        nearest = f": write {as_id(id)}" if as_id(id) else ""
        raise BadRequest(f'--id: "{id}" is no id, of small letters, digits and single hyphens{nearest}')
    if id in bank.origins.questions:
        raise BadRequest(f'--id: "{id}" is taken by the question at {bank.origins.of_question(id)}')
    if id in taken_ids(bank):
        raise BadRequest(f'--id: "{id}" is what another question was called before; choose another')
    return id


def made_id(bank: LoadedBank, wanted: str) -> str:
    """The *wanted* id, with a number behind it where another question has it."""
    taken = taken_ids(bank)
    id, number = wanted, 2
    while id in taken:
        id, number = f"{wanted}-{number}", number + 1
    return id


def taken_ids(bank: LoadedBank) -> Collection[str]:
    """What questions and drafts are called, and were before."""
    former = (id for _, question in bank.bank.questions() for id in question.formerly)
    return {*bank.origins.questions, *former}


def with_drafts(path: Path, text: str, drafts: Sequence[Sequence[str]]) -> str:
    """The text of a topic's file with the lines of *drafts* behind its last question; raises FileUnusable."""
    try:
        return with_written(text, _LISTED, drafts)
    except NotEditable as error:
        help = "write each question on lines of its own, beginning with `- id: …`, or name another --topic"
        if "no YAML" in str(error):
            help = "`quizmill check` tells where"
        raise FileUnusable(str(path), f"nothing can be added here: {error}; {help}") from error


def _said(loaded: LoadedBank, facts: Sequence[str]) -> dict[str, str] | None:
    """What the facts say; None for a bank without any."""
    known = loaded.bank.facts()
    if not known and not facts:
        return None
    for fact in facts:
        if not known:
            raise BadRequest(f'--fact: this bank has no fact "{fact}", since it has no seeds')
        if fact not in known:
            near = closest(fact, known)
            help = f'did you mean "{near}"?' if near else "`quizmill coverage` lists them"
            raise BadRequest(f'--fact: there is no fact "{fact}"; {help}')
    return {fact: known[fact][1].says for fact in dict.fromkeys(facts)}


def place_of(loaded: LoadedBank, asked: str | None) -> tuple[str, Path]:
    """The title of a topic that is to be made, else "", and its file."""
    topics, files = loaded.bank.topics, loaded.origins.topics
    if asked is None:
        if len(topics) == 1:
            return "", Path(files[topics[0].id].file)
        if not topics:
            raise BadRequest("this bank has no topic yet: --topic NAME makes one, as in --topic tea")
        raise BadRequest(f"--topic NAME says which: {_listed(topics)}, or one that is new")
    for topic in topics:
        if asked == topic.id or fold(asked) == fold(topic.title):
            return "", Path(files[topic.id].file)
    id = as_id(asked)
    if not id or id == "bank":
        raise BadRequest(f'--topic: "{asked}" makes no name of a file; write one such as tea')
    if id in files:
        return "", Path(files[id].file)
    title = asked.replace("-", " ") if asked == id else asked.strip()
    return title[0].upper() + title[1:], loaded.folder / f"{id}{TOPIC}"


def _listed(topics: Sequence[Topic]) -> str:
    most = 9
    more = f" and {len(topics) - most} more" if len(topics) > most else ""
    return ", ".join(topic.id for topic in topics[:most]) + more


def _wanted(kind: str, topic: str, facts: Sequence[str], prompt: str) -> str:
    """The id that a question is to have: of its wording, else of its fact, else of its kind."""
    if id := short_id(prompt):
        return id
    named = facts[0].partition("/")[2] if facts else kind.replace("_", "-")
    return named if named.startswith(f"{topic}-") else f"{topic}-{named}"


def topic_head(loaded: LoadedBank, title: str) -> str:
    """The beginning of a new topic's file: where its schema is, and what it is called."""
    return f"{schema_line(loaded)}title: {yaml_out.scalar(title)}\n"


def schema_line(loaded: LoadedBank) -> str:
    """The first line of a topic's file, which tells an editor where its schema is; "" where there is none."""
    return f"# yaml-language-server: $schema={_SCHEMA}\n" if (loaded.folder / _SCHEMA).is_file() else ""


def _line(text: str) -> int:
    """The line of the last question's first field."""
    marks = Marks({}, {})
    parse(text.removeprefix("\ufeff").replace("\r\n", "\n"), marks)
    last = max(path[1] for path in marks.values if path[:1] == _LISTED and len(path) == 2)
    return marks.find((*_LISTED, last)).line
