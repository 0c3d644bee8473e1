"""The looks: dark, light and high contrast. What a colour says, a word and a symbol say too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec
from textual.theme import Theme


class Palette(msgspec.Struct, frozen=True, kw_only=True):
    """The colours of one look, by what they are for."""

    dark: bool
    paper: str
    raised: str  # behind a field to write in, and behind what is said about an answer
    ink: str
    quiet: str
    accent: str
    right: str
    partly: str
    wrong: str
    chosen: str  # behind the row that has the cursor
    chosen_ink: str
    code_keyword: (
        str  # in a listing, wherever it stands; `auto` is black or white, whichever can be read there
    )
    code_name: str
    code_string: str
    code_number: str
    code_comment: str

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every colour of letters with each it is shown upon."""
        for name in ("ink", "quiet", "accent", "right", "partly", "wrong"):
            yield getattr(self, name), self.paper
            yield getattr(self, name), self.raised
        yield self.chosen_ink, self.chosen


PALETTES = {
    "dark": Palette(
        dark=True, paper="#14161b", raised="#20242c", ink="#e8e8e8", quiet="#a9b0bd", accent="#86bdff",
        right="#7ee2a0", partly="#f2c14e", wrong="#ff9a94", chosen="#2b4c78", chosen_ink="#ffffff",
        code_keyword="#f0c8fb", code_name="#b9dcff", code_string="#a5efbb", code_number="#fad890",
        code_comment="#d3d8e0",
    ),
    "light": Palette(
        dark=False, paper="#fbfaf7", raised="#efede6", ink="#1c1e21", quiet="#555b64", accent="#0b57b0",
        right="#0b6b33", partly="#7a5200", wrong="#b3261e", chosen="#cfe2fb", chosen_ink="#10141a",
        code_keyword="#7d1a80", code_name="#0a4b98", code_string="#0a5a2b", code_number="#744200",
        code_comment="#4a5059",
    ),
    "contrast": Palette(
        dark=True, paper="#000000", raised="#2a2a2a", ink="#ffffff", quiet="#ffffff", accent="#ffff00",
        right="#66ff66", partly="#ffd75f", wrong="#ffa0a0", chosen="#ffff00", chosen_ink="#000000",
        code_keyword="auto", code_name="auto", code_string="auto", code_number="auto", code_comment="auto",
    ),
}  # fmt: skip


def themes() -> Iterator[Theme]:
    """The palettes as Textual has them; `$paper`, `$right` and so on can be used in its CSS."""
    for name, palette in PALETTES.items():
        colours = {field: getattr(palette, field) for field in Palette.__struct_fields__ if field != "dark"}
        variables = {field.replace("_", "-"): str(colour) for field, colour in colours.items()}
        yield Theme(
            name=name,
            primary=palette.accent,
            foreground=palette.ink,
            background=palette.paper,
            surface=palette.raised,
            panel=palette.raised,
            dark=palette.dark,
            variables={
                **variables,
                "scrollbar": palette.quiet,
                "scrollbar-hover": palette.accent,
                "scrollbar-active": palette.accent,
                "scrollbar-background": palette.raised,
                "scrollbar-background-hover": palette.raised,
                "scrollbar-background-active": palette.raised,
                "input-cursor-background": palette.ink,
                "input-cursor-foreground": palette.paper,
                "input-selection-background": palette.chosen,
            },
        )


def first_theme(environ: Mapping[str, str]) -> str:
    """Light where the terminal says that its paper is light (COLORFGBG, `0;15`), else dark."""
    behind = environ.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if behind in ("7", "15") else "dark"


def next_theme(name: str) -> str:
    """The look after this one."""
    names = list(PALETTES)
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
