"""The pictures and sounds of a page: inside it, under names that tell nothing."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from html import escape

from quizmill.bank import picture, sound
from quizmill.bank.html import literal
from quizmill.bank.markup import Picture
from quizmill.bank.model import Image


class Media:
    """Collects what a page shows and plays; *pictures* and *sounds* are their bytes by the bank's file."""

    def __init__(self, pictures: Mapping[str, bytes], sounds: Mapping[str, bytes]) -> None:
        self._pictures = pictures
        self._sounds = sounds
        self._names: dict[str, str] = {}
        self.urls: dict[str, str] = {}  # by name: each file as a data: URL

    def sound(self, file: str) -> str:
        """The name of the sound in the page; empty when there is none."""
        data = self._sounds.get(file)
        return "" if data is None else self._named(file, sound.media_type(data), data)

    def image(self, image: Image | Picture) -> str:
        """A picture as HTML, in words where it is missing, and whom to thank for it."""
        data = self._pictures.get(image.file)
        if data is None:
            return f"[{literal(image.alt)}]"
        clean = picture.harmless(data)
        name = self._named(image.file, picture.media_type(clean), clean)
        credit = f"<figcaption>{literal(image.credit)}</figcaption>" if image.credit else ""
        return f'<figure><img {self._source(name)} alt="{escape(image.alt)}">{credit}</figure>'

    def _source(self, name: str) -> str:
        return f'data-media="{name}"'

    def _named(self, file: str, media_type: str, data: bytes) -> str:
        name = self._names.setdefault(file, str(len(self._names) + 1))
        self.urls.setdefault(name, f"data:{media_type};base64,{base64.b64encode(data).decode()}")
        return name


class MediaInPlace(Media):
    """The same for a page in which no script puts them in: each picture stands where it is shown."""

    def _source(self, name: str) -> str:
        return f'src="{self.urls[name]}"'
