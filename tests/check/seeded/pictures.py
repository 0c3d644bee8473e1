"""Files that flawed questions show and play."""

from __future__ import annotations

from recordings import MP3, OGG

PAGE, DRAWING, SCAN, MISCALLED = "harbour.png", "harbour.svg", "scan.gif", "harbour.tif"
OGG_SOUND, FALSE_MP3, LECTURE = "harbour.ogg", "harbour.mp3", "lecture.mp3"
WHOLE = "harbour.gif"
PICTURES = {
    PAGE: b"<html>404 Not Found</html>",
    DRAWING: b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><g filter="url(#f)"/></svg>',
    SCAN: b"GIF89a" + 2 * (60_000).to_bytes(2, "little") + bytes(3),
    MISCALLED: b"GIF89a" + bytes(7),
    OGG_SOUND: OGG,
    FALSE_MP3: OGG,
    LECTURE: MP3 + bytes(3 * 2**20),
    WHOLE: b"GIF89a" + bytes(7),
}
