"""Every sign of the course, for the app, the command line and the report.

A sign stands beside its words and its colour, so that neither says anything alone.
"""

from __future__ import annotations

RIGHT, WRONG, STOPPED = "✓", "✗", "■"
"""Of an answer, a test, a verdict."""
DONE, HERE, OPEN, SKIPPED = "✓", "▸", "○", "»"
"""Of a thing that is done, under way, not begun, left out after a placement."""

OUTCOMES = {"passed": RIGHT, "failed": WRONG, "error": WRONG, "skipped": "-", "not_run": "·"}
"""Of a test, by its outcome."""
STAGES = {"finished": RIGHT, "open": HERE, "later": "·"}
"""Of a milestone, by its state."""
AREAS = {"shown": DONE, "placed": OPEN, "begun": HERE, "open": OPEN}
"""Of what a job asks for, by how far it is shown."""
