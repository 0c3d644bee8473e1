"""The tables of commands that take something: what each is in the tree and how it is drawn.

A new command is a new line. Lengths are in em.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Where(StrEnum):
    """Where an accent stands."""

    OVER = "over"
    UNDER = "under"
    AROUND = "around"


class Accent(msgspec.Struct, frozen=True):
    """How a mark is drawn: its character in MathML, the combining one in a text, and before a longer body."""

    char: str
    combining: str = ""  # set on a single letter, or on the closing parenthesis of what is longer
    before: str = ""  # stands before the parentheses of what is longer
    each: bool = False  # a longer run of letters or digits has it on each of them
    stretches: bool = False
    place: Where = Where.OVER


class Fence(msgspec.Struct, frozen=True):
    """What stands around the cells of a grid, and how its columns are set."""

    left: str = ""
    right: str = ""
    columns: tuple[str, ...] = ()  # the last goes on; none is centred


class Delimiter(msgspec.Struct, frozen=True):
    """The size of a delimiter, and on which side it stands."""

    size: float
    side: str = ""


class Arrow(msgspec.Struct, frozen=True):
    """How an arrow is drawn, and what a text has on both sides of what is written on it."""

    char: str
    before: str
    after: str


FRACTIONS = {  # with a bar?
    r"\frac": True,
    r"\dfrac": True,
    r"\tfrac": True,
    r"\binom": False,
    r"\dbinom": False,
    r"\tbinom": False,
}
FRACTION_STYLES = {"d": "true", "t": "false"}  # of their second letters: whether they are set large

_LINE, _ARROW = "\u203e", "→"
ACCENTS = {
    r"\hat": Accent("^", "\u0302"),
    r"\check": Accent("ˇ", "\u030c"),
    r"\tilde": Accent("~", "\u0303"),
    r"\acute": Accent("´", "\u0301"),
    r"\grave": Accent("`", "\u0300"),
    r"\dot": Accent("˙", "\u0307"),
    r"\ddot": Accent("¨", "\u0308"),
    r"\breve": Accent("˘", "\u0306"),
    r"\bar": Accent("¯", "\u0304", before="¯"),
    r"\vec": Accent(_ARROW, "\u20d7"),
    r"\mathring": Accent("˚", "\u030a"),
    r"\widehat": Accent("^", "\u0302", stretches=True),
    r"\widetilde": Accent("~", "\u0303", stretches=True),
    r"\overline": Accent(_LINE, "\u0305", before="¯", each=True, stretches=True),
    r"\overrightarrow": Accent(_ARROW, "\u20d7", stretches=True),
    r"\overleftarrow": Accent("←", "\u20d6", stretches=True),
    r"\overleftrightarrow": Accent("↔", "\u20e1", stretches=True),
    r"\overbrace": Accent("⏞", before="⏞", stretches=True),
    r"\underline": Accent("_", "\u0332", before="▁", each=True, stretches=True, place=Where.UNDER),
    r"\underbrace": Accent("⏟", before="⏟", stretches=True, place=Where.UNDER),
    r"\pmod": Accent("mod", place=Where.AROUND),
}
LABELLED = (r"\overbrace", r"\underbrace")  # what is above or below these is written over or under them

STYLES = {  # the name of the alphabet in Unicode
    r"\mathrm": "",
    r"\mathbf": "BOLD",
    r"\mathit": "ITALIC",
    r"\boldsymbol": "BOLD ITALIC",
    r"\mathsf": "SANS-SERIF",
    r"\mathtt": "MONOSPACE",
    r"\mathbb": "DOUBLE-STRUCK",
    r"\mathcal": "SCRIPT",
    r"\mathfrak": "FRAKTUR",
}
SWITCHES = {r"\displaystyle": "true", r"\textstyle": "false"}  # for all that follows: is it set large?

WORDS = {r"\text": "", r"\textbf": "BOLD", r"\textit": "ITALIC"}
OTHER_WORDS = {r"\mbox": r"\text", r"\textrm": r"\text", r"\textnormal": r"\text"}

SPACES = {  # how wide, and what stands for it in a text
    "\\,": (0.1667, " "),
    "\\:": (0.2222, " "),
    "\\;": (0.2778, " "),
    "~": (0.25, " "),
    r"\quad": (1.0, "  "),
    r"\qquad": (2.0, "  "),
    "\\!": (-0.1667, ""),
}
OTHER_SPACES = {
    "\\ ": "~",
    r"\thinspace": "\\,",
    r"\medspace": "\\:",
    r"\thickspace": "\\;",
    r"\enspace": "\\;",
    r"\space": "~",
    r"\negthinspace": "\\!",
    "\\>": "\\:",
    "\\\n": "~",
}

SIZES = {
    **{rf"\big{side}": Delimiter(1.2, side) for side in ("", "l", "r", "m")},
    **{rf"\Big{side}": Delimiter(1.623, side) for side in ("", "l", "r", "m")},
    **{rf"\bigg{side}": Delimiter(2.047, side) for side in ("", "l", "r", "m")},
    **{rf"\Bigg{side}": Delimiter(2.470, side) for side in ("", "l", "r", "m")},
}
MIDDLE = r"\middle"
SIDES = {"|": (r"\lvert", r"\rvert"), r"\|": (r"\lVert", r"\rVert")}  # a bar that opens, one that closes
OTHER_DELIMITERS = {"<": r"\langle", ">": r"\rangle"}  # after \left, \big …
BARE_DELIMITERS = set(
    r"/ \backslash \uparrow \downarrow \updownarrow \Uparrow \Downarrow \Updownarrow".split()
)

STACKS = {r"\overset": Where.OVER, r"\stackrel": Where.OVER, r"\underset": Where.UNDER}
ARROWS = {
    r"\xrightarrow": Arrow("→", "—", "→"),
    r"\xleftarrow": Arrow("←", "←", "—"),
}

GRIDS = {
    "matrix": Fence(),
    "pmatrix": Fence("(", ")"),
    "bmatrix": Fence("[", "]"),
    "Bmatrix": Fence(r"\{", r"\}"),
    "vmatrix": Fence("|", "|"),
    "Vmatrix": Fence(r"\|", r"\|"),
    "smallmatrix": Fence(),
    "cases": Fence(r"\{", "", ("left",)),
    "aligned": Fence(columns=("right", "left")),
    "gathered": Fence(),
}
ALIGNED = ("aligned", "gathered")  # whose lines are formulas, with cells that only say where they align

NAMED = set(  # functions that Babel adds for its languages, and others that are often met
    "sen tg ctg cotg arctg arcctg arcsen sh ch th sgn arsinh arcosh artanh".split()
)
