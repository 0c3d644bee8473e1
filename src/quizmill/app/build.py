"""Everything a bank gives, in one folder, the same bytes every time; what would come out the same stays."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import msgspec

from quizmill.app.build_record import BuildRecord, Made, Step, digest
from quizmill.app.deck import make_deck, report
from quizmill.app.deck_place import DECK, release_before
from quizmill.app.file_kinds import PAGE, PAPER, PDF
from quizmill.app.opening import SoundBank
from quizmill.app.outlines import kept_outlines
from quizmill.app.papers import kept
from quizmill.app.pictures import pictures, pictures_of_lessons, pictures_of_talks
from quizmill.app.program import fingerprint
from quizmill.app.refusals import Refusals, placed
from quizmill.app.store import Store
from quizmill.app.talk import Tell, silent
from quizmill.app.web import practice, practice_page
from quizmill.app.worksheets import PrintTarget, class_set, sheets
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.saved import save
from quizmill.compose.discussion import DiscussionGuide, discussion_guide
from quizmill.compose.forms import even
from quizmill.compose.paper import Paper, compose
from quizmill.compose.selection import Selection, choose
from quizmill.compose.study import Study, study
from quizmill.errors import FileUnusable
from quizmill.export.flashcards import FlashcardOptions, flashcards
from quizmill.export.paper.discussion_guide import discussion_sheets
from quizmill.export.paper.sheet_options import SheetOptions
from quizmill.export.paper.study_sheet import study_sheet
from quizmill.export.paper.worksheet_options import WorksheetOptions
from quizmill.export.publish import Product, publish

_SEED = 0
_KINDS = {".pdf": PDF, ".json": PAPER}  # a deck of another name is another bank's


class Built(msgspec.Struct, frozen=True):
    """What a build leaves in its folder."""

    products: tuple[Path, ...]
    written: tuple[Path, ...]  # those of them that are new or another than before
    stale: tuple[Path, ...]  # what quizmill has made there before, and no build would make now


def build(
    loaded: SoundBank, output: Path, store: Store, *, fresh: bool = False, tell: Tell = silent
) -> Built:
    """Write deck, worksheets with their keys, flashcards, study sheets, discussion guide and quiz page.

    A deck that is there is the release before, unless it is to be made *fresh*. *store* keeps from what each
    product was made, so that only those are made again of which something has changed; *tell* hears which.
    Raises FileUnusable when the deck there is none of this bank or a file cannot be written, ExportRefused
    for what cannot be printed.
    """
    electives_last = sorted(loaded.bank.questions(), key=lambda asked: asked[0].elective)
    whole = compose(loaded.bank, tuple(electives_last), seed=_SEED, order="bank")
    record = BuildRecord(store, output)
    made = _deck(loaded, whole, output, fresh=fresh, tell=tell)
    products = list(made)
    refusals = Refusals()
    for step in _printings(loaded, whole, output):
        products += step.paths
        with refusals.caught():
            made |= _unless_there(step, record, tell)
    with placed(loaded.folder):
        refusals.finish()
    written = {path: product for path, product in made.items() if not _is_there(path, product)}
    _refuse_papers_of_others(written)
    publish(written, overwrite=True)  # what an earlier build made of the bank as it was
    record.keep()
    return Built(tuple(products), tuple(written), tuple(_stale(output, products)))


def _refuse_papers_of_others(products: Collection[Path]) -> None:
    """Raise FileUnusable for a paper that no build has made: somebody may have its sheets."""
    for path in products:
        if path.suffix == ".json" and path.exists():
            there = kept(path)
            if there.copies or [paper.seed for paper in there.papers] != [_SEED]:
                reason = "a paper lies here that no build has made; move it, or build into another folder"
                raise FileUnusable(str(path), reason)


def _unless_there(step: Step, record: BuildRecord, tell: Tell) -> dict[Path, Product]:
    """What the step makes; nothing when it is there already."""
    products: dict[Path, Product] = {}
    notes = record.recall(step)
    if notes is None:
        for path in step.paths:
            tell(f"making {path}")
        made = step.make()
        record.note(step, made)
        products, notes = dict(made.products), made.notes
    for note in notes:
        tell(f"note: {note}")
    return products


def _deck(loaded: SoundBank, whole: Paper, output: Path, *, fresh: bool, tell: Tell) -> dict[Path, Product]:
    """The deck, which is quickly made, and given another that has not changed comes out the same."""
    path = output / f"{loaded.bank.namespace}.apkg"
    before = release_before(path, None, loaded.bank.namespace, fresh=fresh)
    release = make_deck(loaded, whole, before, tell=tell)
    product = Product(release.data, DECK)
    if not _is_there(path, product):
        tell(f"making {path}")
    if before:
        report(release, tell)
    return {path: product}


def _printings(loaded: SoundBank, whole: Paper, output: Path) -> Iterator[Step]:
    yield from _worksheets(loaded, output)
    yield _flashcards(loaded, whole, output)
    if any(topic.learn for topic in loaded.bank.topics):
        yield _study_sheets(loaded, output)
    if loaded.bank.discussions:
        yield _discussion(loaded, output)
    yield _quiz_page(loaded, output)


def _worksheets(loaded: SoundBank, output: Path) -> Iterator[Step]:
    """A worksheet for each topic, its key, and the paper that both are of."""
    options = WorksheetOptions()
    for topic in loaded.bank.topics:
        if topic.questions:
            asked = choose(loaded.bank, Selection(topics=(topic.id,)), seed=_SEED).questions
            paper = even(loaded.bank, asked, seed=_SEED, order="bank", title=topic.title)
            target = PrintTarget(base=output / "worksheets" / topic.id, options=options)
            yield _printed(class_set(loaded, (paper,)), target)


def _printed(papers: ClassSet, target: PrintTarget) -> Step:
    base = target.base
    return Step(
        paths=tuple(base.with_name(f"{base.name}{ending}") for ending in (".pdf", "-key.pdf", ".json")),
        inputs=digest(fingerprint(), save(papers), msgspec.msgpack.encode(target.options)),
        make=lambda: Made(sheets(papers, target)),
    )


def _flashcards(loaded: SoundBank, whole: Paper, output: Path) -> Step:
    path, options = output / "flashcards.pdf", FlashcardOptions()
    images, names = pictures(loaded.folder, whole.exercises), loaded.bank.names

    def make() -> Made:
        cards = flashcards(whole, options, images, names=names, outlines=kept_outlines())
        return Made({path: Product(cards.data, PDF)}, cards.warnings)

    told = msgspec.msgpack.encode((whole, options, images, names))
    return Step(paths=(path,), inputs=digest(fingerprint(), told), make=make)


def _study_sheets(loaded: SoundBank, output: Path) -> Step:
    taught = study(loaded.bank)
    images = pictures_of_lessons(loaded.folder, taught.chapters)
    return _read_only(output / "study-sheets.pdf", study_sheet, taught, images)


def _discussion(loaded: SoundBank, output: Path) -> Step:
    guide = discussion_guide(loaded.bank)
    images = pictures_of_talks(loaded.folder, guide)
    return _read_only(output / "discussion-guide.pdf", discussion_sheets, guide, images)


def _quiz_page(loaded: SoundBank, output: Path) -> Step:
    """The quiz as a page, the core first; of elective topics only where there are no others."""
    path = output / "quiz.html"
    asked = loaded.bank.by_importance()
    chosen = tuple(each for each in asked if not each[0].elective) or tuple(asked)
    made_of = practice(loaded, compose(loaded.bank, chosen, seed=_SEED, order="bank"))
    return Step(
        paths=(path,),
        inputs=digest(fingerprint(), msgspec.msgpack.encode(made_of)),
        make=lambda: Made({path: Product(practice_page(made_of), PAGE)}),
    )


def _read_only(
    path: Path, printed: Callable[..., bytes], what: Study | DiscussionGuide, images: dict[str, bytes]
) -> Step:
    """A step that prints what is only read."""
    options = SheetOptions()
    return Step(
        paths=(path,),
        inputs=digest(fingerprint(), msgspec.msgpack.encode((what, options, images))),
        make=lambda: Made({path: Product(printed(what, options, images, outlines=kept_outlines()), PDF)}),
    )


def _is_there(path: Path, product: Product) -> bool:
    return _content(path) == product.data


def _stale(output: Path, products: Collection[Path]) -> list[Path]:
    """What we have made in *output* and is none of the *products*; a file of one's own is no matter."""
    there = [*output.iterdir(), *(output / "worksheets").iterdir()]
    left = [path for path in there if path.suffix in _KINDS and path not in products]
    return sorted(path for path in left if _KINDS[path.suffix].fits(_content(path)))


def _content(path: Path) -> bytes:
    """Empty where nothing can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
