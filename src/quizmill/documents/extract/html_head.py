"""What a page of HTML says of itself: its title, its language, and the day it was published."""

from __future__ import annotations

import datetime
import html
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizmill.documents.extract.dates import day
from quizmill.documents.extract.whitespace import tidied

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TITLES = ("citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title")
_DAYS = (
    *("article:published_time", "og:published_time", "citation_publication_date", "citation_date"),
    *("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date"),
    *("datepublished", "publishdate", "pubdate", "date", "parsely-pub-date", "sailthru.date"),
)
_ARTICLES = frozenset(("headline", "datePublished"))
_DEEPEST = 20  # levels of JSON that are looked through


def title(root: Element, heading: str) -> str:
    """The title that the page gives its text; its only first *heading* before what stands on the tab."""
    told = _metas(root)
    named = [
        html.unescape(str(each["headline"]))
        for each in _linked(root)
        if isinstance(each.get("headline"), str)
    ]
    named += [told[key] for key in _TITLES if key in told]
    tab = [each.text or "" for each in root.iter("title")]
    return next(filter(None, map(tidied, [*named, heading, *tab[:1]])), "")


def published(root: Element) -> datetime.date | None:
    """The day that the page says it was published."""
    told = _metas(root)
    found = [str(each.get("datePublished", "")) for each in _linked(root)]
    found += [told[key] for key in _DAYS if key in told]
    found += [
        each.get("datetime") or each.get("content") or ""
        for each in root.iter("time", "meta", "span")
        if each.get("itemprop") == "datePublished" or each.get("pubdate") is not None
    ]
    times = [each.get("datetime") or "" for each in root.iter("time")]
    found += times if len(times) == 1 else []
    return next((each for each in map(day, found) if each), None)


def language(root: Element) -> str:
    """The language of the page, as in `de` or `zh-CN`."""
    told = _metas(root)
    spelt = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    found = spelt or told.get("content-language") or told.get("og:locale") or told.get("dc.language") or ""
    return found.split(",")[0].strip().replace("_", "-")


def _metas(root: Element) -> dict[str, str]:
    """What the page's `meta` say, by their names in small letters; the first of each."""
    found: dict[str, str] = {}
    for each in root.iter("meta"):
        key = each.get("name") or each.get("property") or each.get("itemprop") or each.get("http-equiv") or ""
        content = each.get("content") or ""
        if content:
            found.setdefault(key.lower(), content)
    return found


def _linked(root: Element) -> Iterator[dict[str, object]]:
    """The articles of the page's JSON-LD."""
    for script in root.iter("script"):
        if (script.get("type") or "").startswith("application/ld+json"):
            try:
                yield from _articles(json.loads(script.text or ""), _DEEPEST)
            except (ValueError, RecursionError):
                continue


def _articles(value: object, depth: int) -> Iterator[dict[str, object]]:
    if isinstance(value, dict) and _ARTICLES & value.keys():
        yield value
    elif isinstance(value, dict | list) and depth:
        for each in value.values() if isinstance(value, dict) else value:
            yield from _articles(each, depth - 1)
