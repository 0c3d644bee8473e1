"""A page of HTML as a tree, by lxml: nothing of it runs and nothing that it names is fetched."""

from __future__ import annotations

import codecs
import re
from html.entities import html5
from typing import TYPE_CHECKING

from quizmill.bank import guard
from quizmill.documents.extract.library import needed
from quizmill.errors import FileUnusable

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 2048  # bytes in which a page says its encoding
_SHOWN_AS = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_ENTITY = re.compile(r"&(\w+;)")
_XML_ENTITIES = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))


def page(data: bytes, name: str) -> Element:
    """The root of a page. Raises FileUnusable for what is no text, or is nested beyond reading."""
    with needed(name, "HTML"):
        from lxml import etree
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text(data, name).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise FileUnusable(name, f"this is no HTML ({error})") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise FileUnusable(name, "this page is nested too deep to be read; save it as plain text")
    if root is None:
        raise FileUnusable(name, "there is no text in this page")
    return root


def chapter(data: bytes, name: str) -> Element:
    """The root of a page of a book, which is XML; of one that is not well formed, as a browser would read it.

    Raises FileUnusable as `page` does, and for one that declares entities.
    """
    with needed(name, "EPUB"):
        from lxml import etree
    source = text(data, name)
    if "<!ENTITY" in source:
        raise FileUnusable(name, "this page declares entities, which no book needs; delete its DOCTYPE")
    known = _ENTITY.sub(_as_signs, source)
    without = re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>|<!DOCTYPE[^>\[]*>", "", known)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(without.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return page(data, name)
    for each in root.iter("{*}*"):
        each.tag = etree.QName(each).localname.lower()
    return root


def text(data: bytes, name: str) -> str:
    """The text of a page in the encoding that it tells, else in the one that it is in.

    Raises FileUnusable for what is no text.
    """
    told = (
        None
        if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"))
        else _CHARSET.search(data[:_HEAD])
    )
    if told:
        encoding = told[1].decode("ascii", "replace").lower()
        try:
            known = codecs.lookup(_SHOWN_AS.get(encoding, encoding))
            return guard.sized(data, name).decode(known.name)
        except (LookupError, UnicodeDecodeError, ValueError):
            pass  # it says what it is not
    return guard.text(data, name)


def _as_signs(entity: re.Match[str]) -> str:
    return entity[0] if entity[1] in _XML_ENTITIES else html5.get(entity[1], entity[0])
