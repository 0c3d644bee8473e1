"""What every record of a bank is, and the texts and ids that records are made of.

The modules of this folder do without `from __future__ import annotations`: msgspec need not read what is no
text yet, which is 3 ms of every start.
"""

from typing import Annotated, Any

import msgspec
from msgspec import Meta

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
FactRef = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, Meta(pattern=r"\S")]
Tag = Annotated[str, Meta(pattern=r"^\S+$")]

OWN = "x-"  # fields that begin so are the author's own
OwnFields = dict[Annotated[str, Meta(pattern="^x-")], Any]  # by name; text, lists and mappings of text


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """What every record shares: it cannot change, and a field nobody knows is a mistake.

    Nor can it hold itself, so Python's search for cycles may pass it by: a large bank has many records.
    Each class describes its fields under `Attributes`, for readers of the code and, through the schema, for
    those who write YAML in an editor.
    """
