"""Files that flawed questions show."""

from __future__ import annotations

PAGE, DRAWING, SCAN, MISCALLED = "harbour.png", "harbour.svg", "scan.gif", "harbour.tif"
PICTURES = {
    PAGE: b"<html>404 Not Found</html>",
    DRAWING: b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><g filter="url(#f)"/></svg>',
    SCAN: b"GIF89a" + 2 * (60_000).to_bytes(2, "little") + bytes(3),
    MISCALLED: b"GIF89a" + bytes(7),
}
