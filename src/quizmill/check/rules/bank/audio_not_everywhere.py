"""A sound is good, and some devices do not play it.

| sound | computers | Android | iPhones |
| --- | --- | --- | --- |
| MP3, M4A and AAC, WAV, FLAC | yes | yes | yes |
| Ogg (Vorbis, Opus) | yes | yes | from iOS 18.4 on |
| M4A of Apple Lossless | yes | some | yes |
| others | | | an error, audio-broken |

It is said of Anki and of web pages alike: on a device both play what the system plays. On paper a sound is
the teacher's to play, and the terminal asks the player that is there. What more than half of the questions
have, or more than twenty, is said once, as advice.

Why: a learner with such a device hears nothing, and is shown no reason.

Source: our own, after what Apple and Google say their systems play.

Bad:
    audio: {file: sounds/order.ogg, transcript: Two green teas please.}

Good:
    audio: {file: sounds/order.mp3, transcript: Two green teas please.}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizmill.bank.model import Bank
from quizmill.bank.sound import Unplayed
from quizmill.check.context import Context
from quizmill.check.finding import BANK, Finding, question_subject
from quizmill.check.measure.usual import is_usual
from quizmill.errors import Severity

ID = "audio-not-everywhere"
SEVERITY = Severity.WARNING

Use = tuple[str, str]  # the question's id, and the file of its sound


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """One finding for each such question; one for all where they are usual."""
    for limit, uses in _limited(context).items():
        if is_usual(len(uses), len(context.questions)):
            yield _once(limit, uses, len(context.questions))
        else:
            yield from (_finding(limit, *use) for use in uses)


def _limited(context: Context) -> dict[Unplayed, list[Use]]:
    found: dict[Unplayed, list[Use]] = {}
    for question in context.questions:
        if question.audio and (heard := context.sounds.get(question.audio.file)):
            for limit in heard.limits:
                found.setdefault(limit, []).append((question.id, question.audio.file))
    return found


def _once(limit: Unplayed, uses: Sequence[Use], total: int) -> Finding:
    return Finding(
        subject=BANK,
        message=f'the sound of {len(uses)} of {total} questions {limit.reason}: "{uses[0][1]}" is the first',
        help=f"{limit.cure}; if nobody has such a device, in bank.yaml: {_allow(limit)}",
        severity=Severity.ADVICE,
    )


def _finding(limit: Unplayed, id: str, file: str) -> Finding:
    return Finding(
        subject=question_subject(id),
        path=("audio", "file"),
        message=f'the sound "{file}" {limit.reason}',
        help=f"{limit.cure}; if nobody has such a device: {_allow(limit)}",
    )


def _allow(limit: Unplayed) -> str:
    return f"allow: {{{ID}: not for {limit.output}}}"
