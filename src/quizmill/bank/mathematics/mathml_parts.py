"""The elements of MathML that a formula is drawn with: names, operators, brackets, tables."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from quizmill.bank.mathematics import commands
from quizmill.bank.mathematics.alphabets import in_alphabet
from quizmill.bank.mathematics.commands import Where
from quizmill.bank.mathematics.signs import SignKind, sign

_NO_BREAK = "\N{NO-BREAK SPACE}"
_UPRIGHT = ' mathvariant="normal"'
_BRACKET = ' stretchy="false"'
_ATTRIBUTES = {  # of operators; a browser's own table knows the rest
    SignKind.PREFIX: ' form="prefix" lspace="0" rspace="0"',
    SignKind.RELATION: ' form="infix"',
    SignKind.ARROW: ' form="infix" stretchy="false"',
    SignKind.OPENING: f' form="prefix"{_BRACKET}',
    SignKind.CLOSING: f' form="postfix"{_BRACKET}',
    SignKind.PUNCTUATION: ' form="infix" lspace="0" rspace="0.1667em"',
}
_WORD_STYLES = {
    r"\text": "",
    r"\textbf": ' style="font-weight: bold"',
    r"\textit": ' style="font-style: italic"',
}
_POSTFIX_OPERATORS = (r"\prime", "!")


def identifier(text: str, style: str) -> str:
    """Letters in the alphabet of a style; a single one is slanted where no style forbids it."""
    drawn = in_alphabet(text, commands.STYLES.get(style, ""))
    upright = _UPRIGHT if style == r"\mathrm" and len(text) == 1 else ""
    return f"<mi{upright}>{escape(drawn)}</mi>"


def sign_element(name: str, style: str, *, unary: bool = False, movable: bool = True) -> str:
    """A sign of the table; *unary* is before one operand; not *movable* keeps limits over and under it."""
    entry = sign(name)
    match entry.kind:
        case SignKind.LETTER:
            return identifier(entry.char, style)
        case SignKind.CAPITAL:
            return identifier(entry.char, style or r"\mathrm")
        case SignKind.LIMIT:
            return limit(entry.char)
        case SignKind.FUNCTION | SignKind.DOTS:
            return function(entry.char)
        case SignKind.POSTFIX if name not in _POSTFIX_OPERATORS:
            return function(escape(entry.char))
        case kind:
            form = ' form="prefix"' if unary else _ATTRIBUTES.get(kind, "")
            fixed = "" if movable else ' movablelimits="false"'
            return f"<mo{form}{fixed}>{escape(entry.char)}</mo>"


def function(name: str) -> str:
    """A name that is set upright."""
    return f"<mi{_UPRIGHT if len(name) == 1 else ''}>{name}</mi>"


def limit(name: str) -> str:
    """A function that has what it runs over below it."""
    return f'<mo form="prefix" movablelimits="true" lspace="0" rspace="0">{name}</mo>'


def words(text: str, command: str) -> str:
    """Text; a browser would drop plain spaces at its ends."""
    inner = text.strip(" ")
    before, _, after = text.partition(inner) if inner else (text, "", "")
    kept = f"{before.replace(' ', _NO_BREAK)}{inner}{after.replace(' ', _NO_BREAK)}"
    return f"<mtext{_WORD_STYLES[command]}>{escape(kept)}</mtext>"


def fence(name: str, form: str) -> str:
    """A delimiter that grows with what it is around; "" is none."""
    return f'<mo form="{form}" fence="true" stretchy="true">{_char(name)}</mo>' if name else ""


def sized(command: str, name: str) -> str:
    """A delimiter of a given size, or one in the middle of two that grow."""
    if command == commands.MIDDLE:
        return f'<mo form="infix" fence="true" stretchy="true">{_char(name)}</mo>'
    delimiter = commands.SIZES[command]
    size = f'minsize="{delimiter.size}em" maxsize="{delimiter.size}em"'
    space = "0.2778em" if delimiter.side == "m" else "0"
    return f'<mo stretchy="true" symmetric="true" {size} lspace="{space}" rspace="{space}">{_char(name)}</mo>'


def _char(name: str) -> str:
    return escape(sign(name).char) if name else ""


def accented(command: str, body: str) -> str:
    """Something with a mark on it."""
    accent = commands.ACCENTS[command]
    mark = f'<mo stretchy="{str(accent.stretches).lower()}">{escape(accent.char)}</mo>'
    match accent.place:
        case Where.OVER:
            return f'<mover accent="true">{body}{mark}</mover>'
        case Where.UNDER:
            return f'<munder accentunder="true">{body}{mark}</munder>'
        case Where.AROUND:
            left, right = (sign_element(name, "") for name in "()")
            space = '<mspace width="0.3333em"/>'
            return f'<mrow><mspace width="1em"/>{left}{function(accent.char)}{space}{body}{right}</mrow>'


def fraction(command: str, top: str, bottom: str) -> str:
    """A fraction, or a binomial coefficient; of its own size where the command says so."""
    if commands.FRACTIONS[command]:
        drawn = f"<mfrac>{top}{bottom}</mfrac>"
    else:
        inside = f'<mfrac linethickness="0">{top}{bottom}</mfrac>'
        drawn = f"<mrow>{fence('(', 'prefix')}{inside}{fence(')', 'postfix')}</mrow>"
    large = commands.FRACTION_STYLES.get(command[1])
    return set_large(drawn, large) if large else drawn


def root(body: str, degree: str | None) -> str:
    """A root; a square root has no degree."""
    return f"<msqrt>{body}</msqrt>" if degree is None else f"<mroot>{body}{degree}</mroot>"


def set_large(drawn: str, large: str) -> str:
    """Set as on a line of its own, or (`false`) as within a text."""
    return f'<mstyle displaystyle="{large}" scriptlevel="0">{drawn}</mstyle>'


def grid(environment: str, lines: Sequence[Sequence[str]]) -> str:
    """Cells in lines, with what stands around them."""
    around = commands.GRIDS[environment]
    rows = "".join(f"<mtr>{''.join(_cells(line, around.columns))}</mtr>" for line in lines)
    large = ' displaystyle="true"' if environment in commands.ALIGNED else ""
    table = f"<mtable{large}>{rows}</mtable>"
    if environment == "smallmatrix":
        table = f'<mstyle scriptlevel="1">{table}</mstyle>'
    if not around.left:
        return table
    return f"<mrow>{fence(around.left, 'prefix')}{table}{fence(around.right, 'postfix')}</mrow>"


def _cells(line: Sequence[str], columns: Sequence[str]) -> list[str]:
    """Each cell where its column has it: there is no attribute for that. Those of a pair touch each other."""
    if not columns:
        return [f"<mtd>{cell}</mtd>" for cell in line]
    sides = [columns[index % len(columns)] for index in range(len(line))]
    return [
        f'<mtd style="{_side(side, close=len(columns) > 1)}">{cell}</mtd>'
        for side, cell in zip(sides, line, strict=True)
    ]


def _side(side: str, *, close: bool) -> str:
    padding = f"; padding-{side}: 0" if close else ""
    return f"text-align: {side}; text-align: -webkit-{side}{padding}"  # Chromium knows the latter alone
