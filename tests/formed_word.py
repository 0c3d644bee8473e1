"""Documents as word processors write them, from as little as a test wants to say."""

from __future__ import annotations

import io
import zipfile
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:m="{M}" xmlns:r="{R}" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
LOOKS = {
    "b": "<w:b/>",
    "i": "<w:i/>",
    "u": '<w:u w:val="single"/>',
    "yellow": '<w:highlight w:val="yellow"/>',
    "red": '<w:color w:val="FF0000"/>',
    "green": '<w:color w:val="00B050"/>',
    "shaded": '<w:shd w:val="clear" w:fill="FFFF00"/>',
    "sup": '<w:vertAlign w:val="superscript"/>',
    "sub": '<w:vertAlign w:val="subscript"/>',
    "hidden": "<w:vanish/>",
}
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def r(text: str, *looks: str) -> str:
    """A run; line ends and tabs in it are those of Word."""
    shown = "".join(LOOKS.get(look, f'<w:rStyle w:val="{look}"/>') for look in looks)
    pieces = escape(text).replace("\n", "</w:t><w:br/><w:t xml:space='preserve'>")
    pieces = pieces.replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
    return f"<w:r><w:rPr>{shown}</w:rPr><w:t xml:space='preserve'>{pieces}</w:t></w:r>"


def p(*runs: str, num: tuple[int, int] | None = None, style: str = "") -> str:
    """A paragraph of runs, or of plain text; *num* is its list and its level there."""
    told = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num:
        told += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{told}</w:pPr>{inside}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells with a paragraph each."""
    cells = (
        "".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row) for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def level(at: int, form: str = "decimal", text: str = "", **more: str) -> str:
    """A level of a list."""
    told = "".join(f'<w:{name} w:val="{value}"/>' for name, value in {"start": "1", **more}.items())
    return (
        f'<w:lvl w:ilvl="{at}">{told}'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{escape(text or f"%{at + 1}.")}"/></w:lvl>'
    )


def lists(abstract: dict[int, str], nums: dict[int, str]) -> str:
    """The part with the lists: levels by abstract list; of lists which they are, and what overrides that."""
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{id}">{inside}</w:abstractNum>' for id, inside in abstract.items()
    )
    for id, inside in nums.items():
        of, _, over = inside.partition(" ")
        made += f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>{over}</w:num>'
    return made


def restart(at: int = 0, start: int = 1) -> str:
    """That a list begins anew."""
    return f' <w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def document(
    *body: str,
    numbering: str = "",
    styles: str = "",
    media: dict[str, bytes] | None = None,
    links: dict[str, str] | None = None,
) -> bytes:
    """A document; the pictures of *media* are called by their names as relations."""
    media = media or {}
    told = {
        "word/document.xml": f"<w:document {SPACES}><w:body>{''.join(body)}</w:body></w:document>",
        "word/numbering.xml": f"<w:numbering {SPACES}>{numbering}</w:numbering>",
        "word/styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>",
        "_rels/.rels": f'<Relationships xmlns="{_RELS}">'
        + _relation("1", "officeDocument", "word/document.xml")
        + "</Relationships>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELS}">'
        + _relation("n", "numbering", "numbering.xml")
        + _relation("s", "styles", "styles.xml")
        + "".join(_relation(name, "image", f"media/{name}") for name in media)
        + "".join(
            _relation(name, "image", url, ' TargetMode="External"') for name, url in (links or {}).items()
        )
        + "</Relationships>",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for name, text in told.items():
            packed.writestr(name, text)
        for name, picture in media.items():
            packed.writestr(f"word/media/{name}", picture)
    return data.getvalue()


def _relation(id: str, kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{id}" Type="{R}/{kind}" Target="{target}"{more}/>'


def picture(relation: str, alt: str = "", how: str = "embed") -> str:
    """A run with a picture in it."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/>'
        f'<a:blip r:{how}="{relation}"/></wp:inline></w:drawing></w:r>'
    )


def formula(inside: str) -> str:
    """A formula of these elements."""
    return f"<m:oMath>{inside}</m:oMath>"


def m(text: str, style: str = "") -> str:
    """A run of a formula."""
    how = f'<m:rPr><m:sty m:val="{style}"/></m:rPr>' if style else ""
    return f"<m:r>{how}<m:t>{escape(text)}</m:t></m:r>"
