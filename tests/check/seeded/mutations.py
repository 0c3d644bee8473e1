"""The table of all mutations of one question, by families."""

from __future__ import annotations

from check.seeded.choices import CHOICES
from check.seeded.evidence import EVIDENCE
from check.seeded.figures_and_names import FIGURES_AND_NAMES
from check.seeded.foreign import FOREIGN
from check.seeded.parts import PARTS
from check.seeded.typed import TYPED
from check.seeded.wording import WORDING

MUTATIONS = (*WORDING, *CHOICES, *FIGURES_AND_NAMES, *TYPED, *PARTS, *EVIDENCE, *FOREIGN)
