"""A picture in a text or an option does not say what it shows: its square brackets are empty.

The same is missing as where `image` has no `alt`, which is an error too.

Why: in a terminal the words are all there is of a picture, and so they are to whoever cannot see it; options
without words cannot be told apart.

Source: Web Content Accessibility Guidelines 2.2, success criterion 1.1.1.

Bad:
    prompt: |-
      Which leaf is this?
      ![](images/leaf.png)

Good:
    prompt: |-
      Which leaf is this?
      ![A leaf with a saw-toothed edge](images/leaf.png)
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Question
from quizmill.bank.pictures import placed
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.errors import Severity

ID = "image-undescribed"
SEVERITY = Severity.ERROR


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding for each such picture."""
    for path, image in placed(question):
        if not image.alt.strip():
            message = f'nothing says what the image "{image.file}" shows'
            help = f"write it into the square brackets: ![what it shows]({image.file})"
            yield Finding(path=path, message=message, help=help)
