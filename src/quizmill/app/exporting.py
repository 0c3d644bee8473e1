"""Questions of a bank as another program's files, with the report of every loss."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from quizmill.app.opening import SoundBank
from quizmill.app.pictures import pictures
from quizmill.app.sounds import sounds
from quizmill.bank.guard import media_suffix
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.errors import BadRequest
from quizmill.export.publish import Kind, Product
from quizmill.formats.format import Format, Settings
from quizmill.formats.losses import is_lost, losses
from quizmill.formats.report import Harm, Loss, Report
from quizmill.formats.report_page import as_json

REPORT = Kind(
    "report of losses",
    lambda data: data.lstrip().startswith(b"[") and (b'"severity"' in data or len(data) < 9),
)
_MEDIUM = Kind(
    "picture or sound",
    lambda data: media_suffix(data) != "",
    lambda old, new: (
        "" if old == new else "another picture lies here; choose another folder, or add --overwrite"
    ),
)


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """The files of an export, what of the questions is not in them, and what the target will not do."""

    files: dict[Path, Product]
    asked: int  # questions
    losses: tuple[Loss, ...]
    is_whole: bool
    remarks: tuple[str, ...]

    @property
    def left_out(self) -> int:
        """How many of the questions have no place in it."""
        return _left_out(self.losses)


def export_bank(
    loaded: SoundBank, papers: Sequence[Paper], format: Format, output: Path, *, evidence: bool = True
) -> Exported:
    """The papers in that format: one as *output*, several as forms beside each other (`tea-A.csv`).

    Raises BadRequest for a format that is only read, or when none of the questions has a place in it;
    FileUnusable for a picture or sound that cannot be read.
    """
    if format.write is None:
        raise BadRequest(f"{format.name} is only read; `quizmill export --list` shows what is written")
    report = Report()
    exercises = papers[0].exercises
    report.add(losses(exercises, format.matrix))
    settings = settings_for(loaded, exercises, evidence=evidence)
    kind = _kind(format)
    files = {}
    for paper in papers:
        kept = tuple(each for each in paper.exercises if not is_lost(each, format.matrix))
        data = format.write(replace(paper, exercises=kept), settings, report)
        if _left_out(report.losses) >= len(exercises):
            raise BadRequest(f"{format.title} has no place for any of these questions")
        files[_path(output, paper.form)] = Product(data, kind)
    if format.media_beside:
        media = {**settings.pictures, **settings.sounds}
        files |= {output.parent / path: Product(data, _MEDIUM) for path, data in media.items()}
    return Exported(
        files=files,
        asked=len(exercises),
        losses=report.losses,
        is_whole=report.is_whole,
        remarks=tuple(format.remarks),
    )


def settings_for(loaded: SoundBank, exercises: Sequence[Exercise], *, evidence: bool) -> Settings:
    """What a writer needs beside a paper of these exercises. Raises FileUnusable."""
    return Settings(
        pictures=pictures(loaded.folder, exercises),
        sounds=sounds(loaded.folder, exercises),
        evidence=evidence,
    )


def _left_out(losses: Sequence[Loss]) -> int:
    return len({loss.id for loss in losses if loss.field == "question" and loss.severity is Harm.LOST})


def reported(losses: Sequence[Loss]) -> Product:
    """The report as a file of JSON."""
    return Product(as_json(losses), REPORT)


def _kind(format: Format) -> Kind:
    """What is edited elsewhere would be missed: another file gives way only when that is asked for."""

    def missed(old: bytes, new: bytes) -> str:
        return "" if old == new else "another export lies here; choose another name, or add --overwrite"

    return Kind(f"file of {format.title}", format.recognises, missed)


def _path(output: Path, form: str) -> Path:
    return output.with_name(f"{output.stem}-{form}{output.suffix}") if form else output
