"""What belongs to a page and not to what it says: menus, cookie banners, lists of references.

It is told by the names that pages give their parts, by what such parts always say, and by the headings above
lists of references. It stays in the text as furniture, so that nothing is lost if the rule is wrong.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from quizmill.documents.extract.parts import Part

TAGS = frozenset(("nav", "footer", "form", "dialog", "menu"))
ROLES = frozenset(
    (
        "navigation banner contentinfo search dialog alertdialog menu menubar toolbar doc-toc"
        " doc-bibliography"
    ).split()
)
_NAMES = re.compile(
    r"(?:(?:site|page|main|global|top|bottom|left|right|post|entry|article|mw|md|wp|js|vector|sphinx)[-_]?)*"
    r"(?:nav(?:bar|igation|box|list|menu)?|menu|breadcrumbs?|crumbs?|sidebar|sidenav|footer|cookies?|consent|gdpr"
    r"|newsletter|subscribe|adverts?|advertisement|ads?|share|sharing|social(?:s|media)?|skip(?:link)?|toc"
    r"|table[-_]of[-_]contents|pagination|pager|prev[-_]next|related(?:bar|posts?|articles?)?|catlinks|printfooter"
    r"|editsection|edit[-_](?:link|page)|jump[-_]link|references|reflist|bibliography|noprint|comments?)"
    r"(?:[-_](?:bar|links?|list|nav|menu|wrapper|container|wrap|buttons?|icons?|banner|notice|box|section|area"
    r"|inner|content|items?|top|bottom|left|right|primary|secondary|main|block|widget|consent|posts?|articles?"
    r"|tree|panel|body|form|columns[-_]?\d*|depth[-_]?\d))*\d?",
    re.IGNORECASE,
)
_LONG = 60  # letters: what no menu is called
_NEVER = frozenset("html body main article h1 h2 h3 h4 h5 h6 p table thead tbody tr td th pre code".split())
_SAID = frozenset(
    (
        "edit|edit source|edit this page|edit on github|edit this page on github|view source"
        "|view page source|improve this page|suggest changes|report an issue|skip to content"
        "|related pages|related articles|related posts"
        "|skip to main content|jump to content|back to top|top of page|share|share this"
        "|share this page|share this article|print|print this page|copy|copy link|advertisement"
        "|subscribe|sign up|sign in|log in|table of contents|contents|on this page|in this article"
        "|in this section|previous|next|menu|was this page helpful?|was this helpful?"
        "|accept all cookies|accept cookies|read more|all rights reserved.|bearbeiten"
        "|quelltext bearbeiten|seite bearbeiten|zum inhalt springen|nach oben|teilen|drucken"
        "|anzeige|inhaltsverzeichnis|inhalt|weiterlesen|alle cookies akzeptieren|auf dieser seite"
        "|modifier|modifier cette page|aller au contenu|haut de page|partager|imprimer|publicité"
        "|sommaire|editar|ir al contenido|compartir|imprimir|publicidad|índice|volver arriba|编辑"
        "|編輯|编辑本页|跳转到内容|返回顶部|分享|打印|广告|目录|目錄|上一页|下一页|تعديل|مشاركة"
        "|طباعة|المحتويات|إعلان"
    ).split("|")
)
_REFERENCES = frozenset(
    (
        "references|bibliography|works cited|literature cited|external links|further reading"
        "|see also|literatur|literaturverzeichnis|quellenverzeichnis|einzelnachweise|weblinks"
        "|siehe auch|bibliographie|références|liens externes|voir aussi|bibliografía|referencias"
        "|enlaces externos|véase también|参考文献|参考资料|參考文獻|參考資料|外部链接|外部連結"
        "|延伸阅读|延伸閱讀|参见|參見|المراجع|مراجع|المصادر|وصلات خارجية|انظر أيضا"
    ).split("|")
)
_CONTENTS = frozenset(
    (
        "contents|table of contents|on this page|in this article|inhalt|inhaltsverzeichnis|auf dieser seite"
        "|sommaire|table des matières|índice|目录|目錄|المحتويات"
    ).split("|")
)
_SHARING = frozenset(
    "share|share this|share this page|share this article|teilen|partager|compartir".split("|")
)
_LINE = 120  # characters: what no such line is longer than
_SAID_SO = re.compile(
    r"posted on .*\bby .*|last (?:updated|modified|edited|reviewed)\b[^.]*|.*\b\d+ ?min(?:ute)?s?[ -]read"
    r"|.* \| (?:\d+|no) comments?|(?:.* )?(?:subscribe|sign up|join)\b.*\bnewsletter\b.*"
    r"|(?:copyright|©)(?: ?©| \(c\))? ?\d{4}(?:[-–]\d{4})?(?:[.,;|·]| by\b| all rights).*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^[\dIVX]{0,5}(?:\.\d+)*[.):]?\s+|[:¶#]$")


def is_named(tag: str, role: str, names: Iterable[str]) -> bool:
    """Whether an element is furniture by its tag, its role, or one of the *names* in its class and id."""
    if tag in _NEVER:
        return False
    return tag in TAGS or role in ROLES or any(_NAMES.fullmatch(name) for name in names if len(name) < _LONG)


def is_said(text: str) -> bool:
    """Whether a paragraph is what only a page's furniture says: `Edit this page`."""
    bare = text.strip("[](){}<>«»‹›→←↑|#¶• ")
    return bare.lower() in _SAID or (len(bare) <= _LINE and _SAID_SO.fullmatch(bare) is not None)


def marked(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, furniture that says so itself and lists of references marked as such.

    References reach from their heading to the next that is as high. A table of contents is its heading and
    all below that are headings later on.
    """
    parts = list(parts)
    furniture = {*_contents(parts), *_shared(parts)}
    within = 0  # the level of the heading above references
    for at, part in enumerate(parts):
        if at in furniture:
            yield msgspec.structs.replace(part, kind="furniture", level=0)
            continue
        if part.kind == "heading":
            within = 0 if part.level <= within else within
            if _plain(part) in _REFERENCES:
                within = within or part.level
        elif part.kind != "furniture" and (within or (part.kind == "text" and is_said(part.text))):
            yield msgspec.structs.replace(part, kind="furniture")
            continue
        yield part


def _plain(part: Part) -> str:
    return _NUMBERED.sub("", part.text).strip().lower()


def _contents(parts: Sequence[Part]) -> Iterator[int]:
    """Where the tables of contents are: a heading that says so, and what is a heading later on."""
    last = {_plain(part): at for at, part in enumerate(parts) if part.kind == "heading"}
    for at, part in enumerate(parts):
        if _plain(part) in _CONTENTS:
            items = itertools.takewhile(
                lambda n: last.get(_plain(parts[n]), 0) > n, range(at + 1, len(parts))
            )
            if found := list(items):
                yield from (at, *found)


def _shared(parts: Sequence[Part]) -> Iterator[int]:
    """Where a page asks to be shared: a heading that says so, and the names below it."""
    for at, part in enumerate(parts):
        if part.kind == "heading" and _plain(part) in _SHARING:
            yield at
            yield from itertools.takewhile(
                lambda n: parts[n].kind == "text" and " " not in parts[n].text, range(at + 1, len(parts))
            )
