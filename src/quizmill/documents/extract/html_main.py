"""Where the text of a page stands, beside its menus and feet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEAST = 1 / 3  # of what a page says in paragraphs, for its main part to be believed
_FEWEST = 3  # links of a menu
_LINKED = 0.8  # of the letters of a menu
_SHORT = 40  # letters of a menu's item, at most on average
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SIGN = re.compile(r"[^\W_]")


class Main(msgspec.Struct, frozen=True):
    """The elements that hold the text, and the page's only first heading if that is outside of them."""

    elements: tuple[Element, ...]
    heading: Element | None
    is_sure: bool  # that the page itself says where its text is
    left: tuple[str, ...]


def found(root: Element) -> Main:
    """What the page says is its main part; its only article; else all of it."""
    body = root if root.tag == "body" else root.find("body")
    whole = root if body is None else body
    mains = _outermost([each for each in whole.iter() if each.tag == "main" or each.get("role") == "main"])
    articles = _outermost(list(whole.iter("article")))
    for chosen in (mains, articles if len(articles) == 1 else ()):
        if chosen and said_in(chosen) >= _LEAST * said_in((whole,)):
            heading = _heading(whole, chosen)
            outside = len(_words(whole)) - sum(len(_words(each)) for each in chosen)
            left = (f"{outside} words outside of the main text",) if outside > 0 else ()
            return Main(chosen, heading, True, left)
    return Main((whole,), None, False, ())


def is_menu(element: Element) -> bool:
    """Whether a list is one of links with few words each."""
    if element.tag not in ("ul", "ol"):
        return False
    links = list(element.iter("a"))
    linked = sum(_letters(link) for link in links)
    return len(links) >= _FEWEST and linked >= _LINKED * _letters(element) and linked <= _SHORT * len(links)


def is_banner(element: Element) -> bool:
    """Whether an element is the head of a page without a heading or a paragraph: a name, a logo."""
    return element.tag == "header" and next(element.iter("p", *_HEADINGS), None) is None


def said_in(elements: tuple[Element, ...]) -> int:
    """How many letters the paragraphs in elements have."""
    return sum(_letters(each) for within in elements for each in within.iter("p"))


def _outermost(elements: list[Element]) -> tuple[Element, ...]:
    inner = set(elements)
    return tuple(each for each in elements if not inner.intersection(each.iterancestors()))


def _heading(whole: Element, chosen: tuple[Element, ...]) -> Element | None:
    """The page's only first heading, if the main part begins without one of its own."""
    heads = list(whole.iter("h1"))
    begins = next((each for part in chosen for each in part.iter("p", *_HEADINGS)), None)
    is_headed = begins is not None and begins.tag in _HEADINGS
    outside = len(heads) == 1 and set(chosen).isdisjoint(heads[0].iterancestors())
    return heads[0] if outside and not is_headed else None


def _letters(element: Element) -> int:
    return len(_SIGN.findall("".join(_texts(element))))


def _words(element: Element) -> list[str]:
    return " ".join(_texts(element)).split()


def _texts(element: Element) -> list[str]:
    """What is in an element, but for its scripts."""
    found = [element.text or ""]
    for each in element.iterdescendants():
        if each.tag not in ("script", "style", "template", "noscript"):
            found.append(each.text or "")
        found.append(each.tail or "")
    return found
