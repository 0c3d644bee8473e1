"""What whoever proposes questions knows: each fact as a statement, with the names and figures in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cached_property, lru_cache

from quizmill.bank.figures import Figure, figures
from quizmill.bank.fold import fold
from quizmill.bank.model import Bank, Fact, FactKind, Importance, Name, Source
from quizmill.bank.values import Moment
from quizmill.drafts.english.clause import Clause, begun_inside, clause_of
from quizmill.drafts.english.statement import Statement, is_askable, statement_of, titles_in
from quizmill.drafts.english.vague import full, full_names, is_vague
from quizmill.drafts.point import Spot, figure_of, name_of
from quizmill.drafts.sorts import life_end, sorts_in
from quizmill.words import Words, words_in

_OPINION = frozenset({FactKind.CLAIM, FactKind.POSITION, FactKind.LESSON, FactKind.COMPARISON})
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_STOP = frozenset(
    """the and for with from that which this was were are had has have his her its their when where who whom
    not but into about more than also other others one two over under after before out only first second
    year years""".split()
)
_PROPER = re.compile(r"[A-Z][\w.'’-]+(?: (?:von|van|de|of|the|du))*(?: (?:[A-Z][\w.'’-]*|\d+))+")
_STEM = 5  # letters by which words are taken for the same
_HUB = 0.12  # of all facts; whoever is named in more of them is what the bank is about, and is guessed
_FEWEST = 6  # facts that a hub is named in


class Told:
    """A fact and its document, read as a statement."""

    def __init__(self, source: Source, fact: Fact, known: Known) -> None:
        self.source = source
        self.fact = fact
        self.reference = f"{source.id}/{fact.id}"
        self._known = known
        self.titles = titles_in(fact.says, known.titles)
        own = tuple(title for title in (source.title, source.name) if title in self.titles)
        self.statement: Statement = statement_of(full(fact.says, known.named_by(source)), own)
        self.is_askable = is_askable(self.statement.text, self.titles)

    @property
    def words(self) -> Words:
        """What is said in the bank's language."""
        return words_in(self._known.bank.language)

    @property
    def text(self) -> str:
        """What is said, without a full stop, and without who says so where that stood beside it."""
        return self.statement.text

    @property
    def names_source(self) -> bool:
        """Whether what is left of the fact names its document."""
        return any(title in self.text for title in self.titles)

    @cached_property
    def needs_context(self) -> bool:
        """Whether it speaks of something as known that only its document makes known: the engine."""
        return is_vague(self.statement.text) and not self.names_source

    @cached_property
    def claimed(self) -> bool:
        """Whether a question must say whose claim it is."""
        if self.fact.doubt or self.reference in self._known.disputed:
            return True
        return self.fact.kind in _OPINION and bool(self.statement.told)

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The names in the statement, in reading order."""
        return tuple(self._known.spots(self.text, self.titles))

    @cached_property
    def sorts(self) -> tuple[tuple[str, str], ...]:
        """Names with what the statement says that they are the names of."""
        return tuple(sorts_in(self.text, self.spots, self.fact))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in the statement that stand in no title and no name."""
        masked = self._known.masked(self.text, self.titles, names=True)
        return tuple(figure for figure in figures(masked) if figure.text in masked)

    @cached_property
    def figure(self) -> Figure | None:
        """The figure that is the point of the fact: its value, or the one of a date, a number, an event."""
        return figure_of(self.fact, self.source, self.text, self.figures) if self.is_askable else None

    @cached_property
    def name(self) -> Spot | None:
        """The name that is the point of the fact: its value, or one that a name or an event is about."""
        return name_of(self.fact, self.text, self.spots, self._known.hubs) if self.is_askable else None

    @cached_property
    def clause(self) -> Clause | None:
        """The statement cut at its verb, where that is sure."""
        return self.cut(self.text)

    def cut(self, text: str) -> Clause | None:
        """A sentence of the fact cut at its verb, where that is sure."""
        return clause_of(text, self._starts, self._known.is_proper)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The beginnings of its words of weight, names left out."""
        return stems(self._known.masked(self.text, self.titles, names=True))

    @cached_property
    def neighbour(self) -> Told | None:
        """An undoubted fact of the document about the same thing, else of the same paragraph."""
        own, known = self.fact, self._known
        others = [each for each in known.told if each.source.id == self.source.id and each.text != self.text]
        sure = [each for each in others if not (each.fact.doubt or each.reference in known.disputed)]
        same = [each for each in sure if own.about and each.fact.about == own.about]
        return next(iter((*same, *(each for each in sure if each.fact.paragraph == own.paragraph))), None)

    def id_for(self, manner: str) -> str:
        """The id of a question about the fact."""
        return self._known.id_of(self, manner)

    def inside(self, text: str) -> str:
        """A text that begins a sentence as it stands inside one; "" where that is unsure."""
        return begun_inside(text, self._starts(text), self._known.is_proper)

    def _starts(self, text: str) -> str:
        for title in self.titles:
            if text.startswith(title):
                return title
        spots = [spot for spot in self._known.spots(text, self.titles) if spot.start == 0]
        return spots[0].text if spots else ""


class Known:
    """A bank's facts and names, looked up in every way that proposing needs."""

    def __init__(self, bank: Bank, disputed: Collection[str] = ()) -> None:
        """*disputed* are the facts that others contradict, as source/fact."""
        self.bank = bank
        self.disputed = frozenset(disputed)
        self.titles = tuple(
            dict.fromkeys(title for source in bank.sources for title in (source.title, source.name))
        )
        self._named_by: dict[str, dict[str, str]] = {}
        self.told = tuple(
            Told(source, fact, self) for source in bank.sources for fact in source.facts if fact.says
        )
        ids = Counter(told.fact.id for told in self.told)
        self._shared_ids = frozenset(id for id, times in ids.items() if times > 1)

    def named_by(self, source: Source) -> dict[str, str]:
        """Common nouns of a document's things, with the one full name that they can stand for in it."""
        if source.id not in self._named_by:
            says = (fact.says for fact in source.facts)
            # "The" that a title begins with belongs to the title
            texts = [source.title[1:], *(self.masked(each, self.titles) for each in says)]
            self._named_by[source.id] = full_names(texts)
        return self._named_by[source.id]

    def id_of(self, told: Told, manner: str) -> str:
        """The id of a question about a fact: the fact's, behind the source's where several have it."""
        first = f"{told.source.id}-" if told.fact.id in self._shared_ids else ""
        return f"{first}{told.fact.id}-{manner}"

    @cached_property
    def rivals(self) -> dict[str, tuple[Told, ...]]:
        """The facts by what they are about."""
        found: dict[str, list[Told]] = {}
        for told in self.told:
            if told.fact.about:
                found.setdefault(told.fact.about, []).append(told)
        return {about: tuple(each) for about, each in found.items()}

    def importance(self, facts: Collection[Told]) -> Importance:
        """How much a question about them matters: more if others say the same, less if one is doubted."""
        if any(told.fact.doubt for told in facts):
            return Importance.DETAIL
        said = [self._said[told.fact.about, told.fact.value] for told in facts if told.fact.about]
        return Importance.CORE if len(facts) == 1 and said and min(said) > 1 else Importance.USEFUL

    @cached_property
    def _said(self) -> Counter[tuple[str, str]]:
        """How many facts say a thing."""
        return Counter((told.fact.about, told.fact.value) for told in self.told)

    @cached_property
    def mentions(self) -> dict[str, tuple[Told, ...]]:
        """By a name, the facts that mention it."""
        found: dict[str, list[Told]] = {}
        for told in self.told:
            for name in dict.fromkeys(spot.name.name for spot in told.spots):
                found.setdefault(name, []).append(told)
        return {name: tuple(each) for name, each in found.items()}

    @cached_property
    def sorts(self) -> dict[str, frozenset[str]]:
        """By a name, what facts say that it is the name of."""
        found: dict[str, set[str]] = {}
        for told in self.told:
            for name, sort in told.sorts:
                found.setdefault(name, set()).add(sort)
        return {name: frozenset(each) for name, each in found.items()}

    @cached_property
    def lives(self) -> dict[str, tuple[int | None, int | None]]:
        """By a name, the years in which facts say that it came and went."""
        found: dict[str, tuple[int | None, int | None]] = {}
        for told in self.told:
            value = told.figure.value if told.figure else None
            for spot in told.spots if isinstance(value, Moment) and value.year else ():
                end = life_end(told.text[: spot.start], told.text[spot.start + len(spot.text) :])
                first, last = found.get(spot.name.name, (None, None))
                if end is not None and isinstance(value, Moment):
                    found[spot.name.name] = (first, value.year) if end else (value.year, last)
        return found

    @cached_property
    def hubs(self) -> frozenset[str]:
        """The names that much of the bank is about."""
        least = max(_FEWEST, _HUB * len(self.told))
        return frozenset(name for name, told in self.mentions.items() if len(told) > least)

    @property
    def named(self) -> dict[str, Name]:
        """The names of the bank by all their forms."""
        return self._names[1]

    @cached_property
    def _names(self) -> tuple[re.Pattern[str], dict[str, Name]]:
        by_text = {text: Name(name=text) for text in self._terms()}
        by_text |= {text: name for name in self.bank.names for text in (*name.aliases, name.name)}
        ordered = sorted(by_text, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered)) or '(?!)'})(?!\w)"), by_text

    def _terms(self) -> Iterator[str]:
        """Terms of facts that are names by their look, with two capitals and more: Karl von Frisch."""
        for source in self.bank.sources:
            for fact in source.facts:
                yield from (term for term in fact.terms if _PROPER.fullmatch(term) and term in fact.says)

    def masked(self, text: str, titles: Collection[str], *, names: bool = False) -> str:
        """The text with titles, and if so wished names, blotted out, every character in its place."""
        masked = text
        for title in titles:
            masked = masked.replace(title, "•" * len(title))
        return self._names[0].sub(lambda match: "•" * len(match[0]), masked) if names else masked

    def spots(self, text: str, titles: Collection[str]) -> Iterator[Spot]:
        """The names in a text, in reading order, those in titles left out."""
        expression, by_text = self._names
        for match in expression.finditer(self.masked(text, titles)):
            yield Spot(match[0], by_text[match[0]], match.start())

    @cached_property
    def _capitals(self) -> dict[str, bool]:
        """Each word that stands inside some sentence, and whether it has a capital there."""
        found: dict[str, bool] = {}
        texts = [told.fact.says for told in self.told]
        texts += [term for told in self.told for term in told.fact.terms]
        for text in texts:
            for match in _WORD.finditer(text):
                word = match[0].removesuffix("'s")
                if match.start() and word[0].islower():
                    found[word.lower()] = False
        for text in texts:
            for match in _WORD.finditer(text):
                word = match[0].removesuffix("'s")
                if (
                    match.start()
                    and text[match.start() - 2 : match.start() - 1] not in ".:?!"
                    and word[0].isupper()
                ):
                    found.setdefault(word.lower(), True)
        for name in self.bank.names:
            for text in (name.name, *name.aliases):
                found |= dict.fromkeys(
                    (word.lower() for word in _WORD.findall(text) if word[0].isupper()), True
                )
        return found

    def is_proper(self, word: str) -> bool | None:
        """Whether a word is written with a capital inside sentences; None where it stands in none."""
        return self._capitals.get(word.removesuffix("'s").lower())


@lru_cache(maxsize=1 << 14)  # a name is held against many facts
def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of weight, by which a word is known in its other forms."""
    return frozenset(
        word[:_STEM]
        for word in _WORD.findall(fold(text))
        if len(word) > 2 and word not in _STOP and word[0] != "•"
    )
