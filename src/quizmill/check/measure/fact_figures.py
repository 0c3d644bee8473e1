"""The figures that the facts of a bank state, looked up by what they say rather than one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache

from quizmill.bank import values
from quizmill.bank.figures import figures, implied, stands_among
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.model import Fact, Source
from quizmill.bank.values import Moment, Value


class Stated:
    """Values, ready to be asked whether one of them says what another says, or says it more exactly."""

    def __init__(self, found: Iterable[Value]) -> None:
        self._by_amount: defaultdict[Decimal, list[Value]] = defaultdict(list)
        self._by_year: defaultdict[int, list[Value]] = defaultdict(list)
        for value in dict.fromkeys(found):
            if isinstance(value, Moment):
                self._by_year[value.year].append(value)
            if quantity := values.as_quantity(value):
                self._by_amount[quantity.amount].append(value)

    def holds(self, wanted: Value) -> bool:
        """Whether one of them says *wanted*."""
        return stands_among(wanted, self._near(wanted))

    def _near(self, wanted: Value) -> Iterator[Value]:
        if quantity := values.as_quantity(wanted):
            yield from self._by_amount.get(quantity.amount, ())
        if isinstance(wanted, Moment):
            years = (wanted.year,) if wanted.year else tuple(self._by_year)
            yield from (value for year in years for value in self._by_year.get(year, ()))


class FactFigures:
    """What each fact and each source states; read when first asked for."""

    def __init__(self, sources: Iterable[Source], facts: Mapping[str, tuple[Source, Fact]]) -> None:
        by_id = {source.id: source for source in sources}
        self.of_source = cache(lambda id: Stated(_figures_of(by_id[id])))
        self.of_fact = cache(lambda reference: _said(facts[reference][1]))


def _said(fact: Fact) -> tuple[str, tuple[Value, ...]]:
    """A fact's texts, folded, and the values in them."""
    texts = (plain(fact.says), *fact.terms, fact.value, fact.as_of)
    found = tuple(figure.value for text in texts for figure in (*figures(text), *implied(text)))
    return " \n ".join(map(fold, texts)), found


def _figures_of(source: Source) -> Iterator[Value]:
    texts = [source.title, source.short_title, *(section.title for section in source.sections)]
    texts += [text for f in source.facts for text in (f.says, *f.terms, f.value, f.as_of, f.doubt)]
    yield from (figure.value for text in texts for figure in figures(text))
    published = values.read(str(source.published)) if source.published else None
    if published:
        yield published
