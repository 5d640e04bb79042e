"""Questions: asked, marked, told apart. A kind is one file here and one line in `table.py`."""

from course.learner.questions.kind import Given, Marked
from course.learner.questions.marking import concepts_in, identity, mark
from course.learner.questions.table import KINDS, kind_of
from course.learner.questions.variants import settled, variants_of, varied_step

__all__ = [
    "KINDS",
    "Given",
    "Marked",
    "concepts_in",
    "identity",
    "kind_of",
    "mark",
    "settled",
    "variants_of",
    "varied_step",
]
