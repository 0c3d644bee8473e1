"""Someone with the real Anki, for the tests of what a deck does there. Needs the package `anki`."""

from __future__ import annotations

from typing import NamedTuple

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from anki_decks import FIRST


class Text(NamedTuple):
    """What stands on a note."""

    mod: int
    fields: dict[str, str]
    tags: tuple[str, ...]


class Learner:
    """Someone with Anki, and a few things they do."""

    def __init__(self, folder):
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.col = Collection(str(folder / "collection.anki2"))

    def imports(self, released, **options):
        """What the import log says, in numbers."""
        path = self.folder / "deck.apkg"
        path.write_bytes(released if isinstance(released, bytes) else released.data)
        request = ImportAnkiPackageRequest(
            package_path=str(path), options=ImportAnkiPackageOptions(**options)
        )
        log = self.col.import_anki_package(request).log
        self.col.models._clear_cache()
        counts = {name: len(getattr(log, name)) for name in ("new", "updated", "duplicate", "conflicting")}
        return {name: count for name, count in counts.items() if count}

    def note(self, question, bank="tea-and-sea"):
        """The live note of a bank's question."""
        (id,) = self.col.find_notes(f"Id:{question} tag:{bank}::* -tag:quizmill::withdrawn")
        return self.col.get_note(id)

    def texts(self):
        """What stands on every note, and since when, by GUID."""
        notes = map(self.col.get_note, self.col.find_notes(""))
        return {n.guid: Text(n.mod, dict(n.items()), tuple(sorted(n.tags))) for n in notes}

    def by_guid(self, guid):
        """A note, live or withdrawn; the namespace is left out of *guid*: `choice.plant`."""
        (id,) = self.col.db.list("SELECT id FROM notes WHERE guid = ?", f"tea-and-sea.{guid}")
        return self.col.get_note(id)

    def edits(self, question, *, at=FIRST + 1, tag="", **fields):
        """Change fields of a note, and perhaps give it a tag of one's own, at a time in seconds."""
        note = self.note(question)
        for name, text in fields.items():
            note[name] = text
        if tag:
            note.tags.append(tag)
        self.col.update_note(note)
        self.col.db.execute("UPDATE notes SET mod = ? WHERE id = ?", at, note.id)

    def answers(self, question, card=0, bank="tea-and-sea"):
        """Answer Good, now."""
        card = self.note(question, bank).cards()[card]
        card.start_timer()
        self.col.decks.select(card.did)
        states = self.col._backend.get_scheduling_states(card.id)
        answer = self.col.sched.build_answer(card=card, states=states, rating=3)
        self.col.sched.answer_card(answer)

    def history(self):
        """Every review and what it has led to."""
        reviews = self.col.db.all("SELECT id, cid, ease FROM revlog")
        return reviews, self.col.db.all("SELECT id, due, ivl, reps, type, queue FROM cards WHERE reps > 0")

    def progress(self):
        """Every review, and all that is known of every card: deck, schedule, flag."""
        cards = self.col.db.all(
            "SELECT id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, "
            "data FROM cards ORDER BY id"
        )
        return self.col.db.all("SELECT * FROM revlog"), {card[0]: card for card in cards}

    def check(self):
        """Everything Anki itself can find wrong."""
        assert not self.col.get_empty_cards().notes
        assert not self.col.media.check().missing
        before = self.col.card_count()
        message, sound = self.col.fix_integrity()
        assert sound, message
        assert self.col.card_count() == before
