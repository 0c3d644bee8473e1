"""A picture is not there, or its path leads out of the bank.

A path is read from the folder of bank.yaml, has forward slashes and never goes up.

Why: an output without its picture asks something else, and a bank from elsewhere must not be able to pull
other files of this computer into what is shared.

Source: our own.

Bad:
    image: {file: /home/me/joyo.png, alt: The front page of Joyo.com}

Good:
    image: {file: images/joyo.png, alt: The front page of Joyo.com}
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Question
from quizmill.bank.pictures import files
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds, is_inside
from quizmill.errors import Severity

ID = "image-missing"
SEVERITY = Severity.ERROR


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding for each image that cannot be used, where it stands first."""
    for path, file in files(question):
        if grounds.pictures.get(file) is not None:
            continue
        if is_inside(file):
            message = f'there is no image "{file}"'
            help = "its path is read from the folder of bank.yaml"
        else:
            message = f'the image "{file}" lies outside the bank'
            help = "put it into the bank's folder and name it from there, such as images/tea.png"
            if "://" in file:
                message = f'the image "{file}" is an address, and nothing is fetched'
                help = "save it in the bank's folder and name it from there, such as images/tea.png"
            elif "\\" in file:
                message, help = f'the image "{file}" has backslashes', f"write {file.replace(chr(92), '/')}"
        yield Finding(path=path, message=message, help=help)
