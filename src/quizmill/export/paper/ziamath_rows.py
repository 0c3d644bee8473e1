"""Rows of ziamath that set what stands in them once.

Its own set it twice, since brackets must know how high the rest is; within each other that doubles with each
row, so that forty would never end.
"""

from __future__ import annotations

from functools import cache
from typing import Any
from xml.etree.ElementTree import Element


@cache
def take_their_place() -> None:
    """From now on ziamath, which finds what draws an element by its name, takes these for its own."""
    from ziafont.fonttypes import BBox
    from ziamath.nodes.mnode import Mnode
    from ziamath.nodes.mrow import Mrow
    from ziamath.nodes.mspace import Mpadded

    def _setup_single_line(self: Any, line: list[Element], **how: Any) -> None:
        shown = [child for child in line if child.tag != "mo" or (child.text or "").strip()]
        self.nodes = []
        for child in shown:
            self.nodes.append(Mnode.fromelement(child, self, **how))
        fixed = [node.bbox for node, child in zip(self.nodes, shown, strict=True) if not _grows(child)]
        how["rowymin"] = min([box.ymin for box in fixed], default=0.0)
        how["rowymax"] = max([box.ymax for box in fixed], default=0.0)
        first, self.nodes = self.nodes, []
        x = 0.0
        for node, child in zip(first, shown, strict=True):
            self.nodes.append(Mnode.fromelement(child, self, **how) if _grows(child) else node)
            self.nodexy.append((x, 0))
            x += self.nodes[-1].xadvance()
        boxes = [(left, node.bbox) for (left, _), node in zip(self.nodexy, self.nodes, strict=True)]
        self.bbox = BBox(
            min([left + box.xmin for left, box in boxes], default=0.0),
            max([left + box.xmax for left, box in boxes], default=0.0),
            min([box.ymin for _, box in boxes], default=0.0),
            max([box.ymax for _, box in boxes], default=0.0),
        )
        self._xadvance = x

    type("Row", (Mrow,), {"_setup_single_line": _setup_single_line}, tag="mrow")
    type("Padded", (Mpadded,), {"_setup_single_line": _setup_single_line}, tag="mpadded")


def _grows(element: Element) -> bool:
    """Whether it is as high as what stands beside it."""
    return element.tag == "mo" and element.get("stretchy") == "true" and not element.get("minsize")
