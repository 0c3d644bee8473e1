"""Names of people, companies, places and products, and questions posed without a bank on disk."""

import pytest

from quizmill.bank.model import Bank, Name, NameKind, Topic
from quizmill.compose.arrange import Arranger

_NAMES = """
company: Amazon = Amazon.com = 亚马逊 | Kingsoft = Kingsoft Corporation = 金山软件 | Lenovo | UCWeb
company: Joyo.com = Joyo = 卓越网 | YY Inc. | Xiaomi = Xiaomi Corporation = 小米 | JD.com = JD | Alibaba
person: Lei Jun = Jun Lei = 雷军 | Jeff Bezos = Bezos = Jeffrey Bezos
place: Beijing = Peking = 北京 | Henan | Hunan | Hubei = Hubei Province | Hong Kong | Ireland | Hainan
product: Mi Home | Youpin | WPS = WPS Office | Mi 1 = Mi One | Xiaomi 10 = Mi 10 | BITLOK
other: Wuhan University = WHU
"""


@pytest.fixture(scope="session")
def names():
    found = []
    for line in _NAMES.strip().splitlines():
        kind, _, entries = line.partition(": ")
        for entry in entries.split(" | "):
            name, *aliases = entry.split(" = ")
            found.append(Name(name=name, kind=NameKind(kind), aliases=tuple(aliases)))
    return tuple(found)


@pytest.fixture(scope="session")
def posed():
    """A function from a question to the exercise that asks it."""
    arranger = Arranger(Bank(title="T", namespace="t"), seed=1)
    return lambda question: arranger.exercise(Topic(id="t", title="T"), question)
