"""A picture is there, but what is in the file is no picture.

It is empty, something else under a picture's name, cut short, or a drawing (SVG) that is not called `.svg`.
Shown are AVIF, BMP, GIF, JPEG, PNG, SVG and WebP, though not everywhere (image-not-everywhere). TIFF, HEIC,
PDF and others that some programs show and others do not are called by their names. A photograph whose name
tells another kind, such as a JPEG called `.png`, is shown all the same and is no finding.

Why: whoever imports the deck would see a torn picture in its place, and the question could not be answered.

Source: our own; the signatures are those of the WHATWG's MIME Sniffing standard.

Bad:
    image: {file: images/joyo.png, alt: The front page of Joyo.com}    # a page that says 404 Not Found

Good:
    image: {file: images/joyo.png, alt: The front page of Joyo.com}    # a PNG of it
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Question
from quizmill.bank.pictures import files
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.errors import Severity

ID = "image-broken"
SEVERITY = Severity.ERROR


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding for each image that is there and cannot be shown, where it stands first."""
    for path, file in files(question):
        shown = grounds.pictures.get(file)
        if shown and shown.flaw:
            yield Finding(
                path=path,
                message=f'the image "{file}" cannot be shown: {shown.flaw}',
                help="open it in a browser to see what it is, and save or fetch it anew",
            )
