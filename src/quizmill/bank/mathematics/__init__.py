r"""Mathematics: a closed subset of LaTeX, read into a tree from which every output is drawn.

What is outside of it is refused, with the place and what to write instead. No output holds anything of what
the author wrote but letters, digits and words; commands come from the tables here.
"""

from quizmill.bank.mathematics.cursor import Misread
from quizmill.bank.mathematics.cuts import cuts
from quizmill.bank.mathematics.latex import latex
from quizmill.bank.mathematics.linear import linear
from quizmill.bank.mathematics.mathml import mathml
from quizmill.bank.mathematics.nodes import Formula
from quizmill.bank.mathematics.syntax import read

__all__ = ["Formula", "Misread", "cuts", "latex", "linear", "mathml", "read"]
