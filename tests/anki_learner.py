"""Someone with the real Anki, for the tests of what a deck does there. Needs the package `anki`."""

from __future__ import annotations

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest


class Learner:
    """Someone with Anki, and a few things they do."""

    def __init__(self, folder):
        self.folder = folder
        self.col = Collection(str(folder / "collection.anki2"))

    def imports(self, released, **options):
        """What the import log says, in numbers."""
        path = self.folder / "deck.apkg"
        path.write_bytes(released.data)
        request = ImportAnkiPackageRequest(
            package_path=str(path), options=ImportAnkiPackageOptions(**options)
        )
        log = self.col.import_anki_package(request).log
        self.col.models._clear_cache()
        counts = {name: len(getattr(log, name)) for name in ("new", "updated", "duplicate", "conflicting")}
        return {name: count for name, count in counts.items() if count}

    def note(self, question, bank="tea-and-sea"):
        """The live note of a question."""
        (id,) = self.col.find_notes(f"Id:{question} tag:{bank}::* -tag:quizmill::withdrawn")
        return self.col.get_note(id)

    def edits(self, question, **fields):
        note = self.note(question)
        for name, text in fields.items():
            note[name] = text
        self.col.update_note(note)

    def answers(self, question, card=0):
        """Answer Good, now."""
        card = self.note(question).cards()[card]
        card.start_timer()
        self.col.decks.select(card.did)
        states = self.col._backend.get_scheduling_states(card.id)
        answer = self.col.sched.build_answer(card=card, states=states, rating=3)
        self.col.sched.answer_card(answer)

    def flags(self, question, colour=1, card=0):
        """Put a flag on a card: Anki's own way of marking."""
        self.col.set_user_flag_for_cards(colour, [self.note(question).cards()[card].id])

    def history(self):
        """Every review and what it has led to."""
        reviews = self.col.db.all("SELECT id, cid, ease FROM revlog")
        return reviews, self.col.db.all("SELECT id, due, ivl, reps, type, queue FROM cards WHERE reps > 0")

    def check(self):
        """Everything Anki itself can find wrong."""
        assert not self.col.get_empty_cards().notes
        assert not self.col.media.check().missing
        before = self.col.card_count()
        message, sound = self.col.fix_integrity()
        assert sound, message
        assert self.col.card_count() == before
