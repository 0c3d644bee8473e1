"""Pictures and sounds say nothing but what they show or sound: judged by Pillow and ffmpeg."""

from __future__ import annotations

import io
import re
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps, PngImagePlugin

from quizmill.bank import drawing
from quizmill.bank.bare_files import bare
from quizmill.bank.sound import flaw
from recordings import recorded

_OURS = re.compile(
    r";|encoder=Lavf|\w+_(?:brand|version|brands)=|\w+=\s*$"
)  # of ffmpeg itself, and what is blank
TOLD = "the-answer-is-Nile"


def picture(kind: str) -> bytes:
    """A picture of two colours, in several frames where it can move, that says more than it shows."""
    image = Image.new("RGB", (40, 20), "white")
    image.paste("navy", (0, 0, 25, 20))
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = TOLD, 6
    more: dict[str, object] = {"exif": exif.tobytes()}
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Title", TOLD)
        info.add_itxt("Author", TOLD, zip=True)
        more |= {"pnginfo": info}
    if kind == "JPEG":
        more |= {"comment": TOLD.encode(), "progressive": True, "quality": 80}
    if kind == "GIF":
        turned = image.transpose(Image.Transpose.ROTATE_180)
        more = {"comment": TOLD.encode(), "save_all": True, "append_images": [turned], "loop": 0}
    if kind == "WEBP":
        more |= {"xmp": f"<x>{TOLD}</x>".encode(), "lossless": True}
    data = io.BytesIO()
    image.save(data, kind, **more)
    return data.getvalue()


def frames(data: bytes) -> list[bytes]:
    with Image.open(io.BytesIO(data)) as image:
        found = []
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            found.append(ImageOps.exif_transpose(image).convert("RGBA").tobytes())
    return found


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_looks_as_before_turned_as_before_and_says_nothing(kind):
    data = picture(kind)
    assert TOLD.encode() in data or kind == "PNG"

    told = bare(data + TOLD.encode() if kind in ("PNG", "JPEG") else data)

    assert frames(told) == frames(data)
    assert TOLD.encode() not in told
    assert len(told) < len(data)
    with Image.open(io.BytesIO(told)) as image:
        assert not {"Title", "Author", "comment", "xmp"} & set(image.info)
        assert dict(image.getexif()) in ({}, {0x0112: 6})


@pytest.mark.proof
@pytest.mark.parametrize(
    "name", ["tea.mp3", "tagged.mp3", "tea.ogg", "tea.opus", "tea.flac", "tea.wav", "tea.m4a"]
)
def test_a_sound_sounds_as_before_and_has_no_tags(name, tmp_path):
    if not (ffmpeg := shutil.which("ffmpeg")):
        pytest.skip("no ffmpeg here to judge sounds")

    def heard(data: bytes) -> tuple[bytes, str, list[str]]:
        (tmp_path / name).write_bytes(data)
        asked = "-map 0:a -f s16le wave -f ffmetadata tags".split()
        run = subprocess.run(
            [ffmpeg, "-v", "warning", "-y", "-i", name, *asked],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        tags = [line for line in (tmp_path / "tags").read_text().splitlines() if not _OURS.match(line)]
        return (tmp_path / "wave").read_bytes(), re.sub("@ 0x[0-9a-f]+", "", run.stderr), tags

    told = bare(recorded(name))
    wave, said, tags = heard(told)

    assert (wave, said) == heard(recorded(name))[:2]
    assert tags == []
    assert flaw(name, told) is None


def test_all_tags_of_an_mp3_go_at_either_end():
    sound = recorded("tea.mp3")
    ape = b"APETAGEX" + (2000).to_bytes(4, "little") + (40).to_bytes(4, "little") + bytes(16)

    assert bare(sound + bytes(8) + ape + b"TAG" + TOLD.encode().ljust(125, b"\0")) == sound
    assert bare(b"ID3\4\0\0\0\0\0\2ab" + sound) == sound


SVG = f"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
  width="9" height="9">
<!-- {TOLD} --><title>{TOLD}</title><desc>{TOLD}</desc>
<style>.{TOLD} {{ fill: red }} #{TOLD}-2 {{ stroke: #fade }}</style>
<defs><path id="{TOLD}" d="M0 0h9"/><g id="{TOLD}-2"/><g id="fade"/></defs>
<use xlink:href="#{TOLD}" class="{TOLD} wide"/>
<rect width="3" height="3" fill="url(#{TOLD}-2)" stroke="#fade">
  <animate attributeName="x" begin="{TOLD}.click" dur="1s" from="0" to="9"/></rect>
</svg>"""


def test_a_drawing_keeps_what_it_draws_and_calls_its_parts_by_numbers():
    told = bare(SVG.encode()).decode()

    assert TOLD not in told
    assert told.count('href="#n2"') == told.count('id="n2"') == 1
    assert told.count("url(#n1)") == told.count('id="n1"') == told.count("#n1{") == 1
    assert told.count('class="c1 c2"') == told.count(".c1{") == 1
    assert told.count("#fade") == 2
    assert told.count('begin="n2.click"') == 1
    before, after = (drawing.read(each).root for each in (SVG.encode(), told.encode()))
    assert [each.name for each in after.walk()] == [
        each.name for each in before.walk() if each.name not in ("title", "desc")
    ]


@given(
    st.sampled_from([picture(kind) for kind in ("PNG", "JPEG", "GIF", "WEBP")] + [recorded("tea.ogg")]),
    st.integers(0, 400),
    st.binary(min_size=1, max_size=8),
)
def test_what_is_damaged_comes_out_without_an_error(data, at, noise):
    assert isinstance(bare(data[:at] + noise + data[at + len(noise) :]), bytes)
    assert isinstance(bare(data[:at]), bytes)
