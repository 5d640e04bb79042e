"""Submissions of the exercise that most tests of the app open, and a window with room for it."""

from __future__ import annotations

EXERCISE = "basics/double"
WIDE = (120, 40)
HEAD = 'def double(n):\n    """Return twice n."""\n'
GOOD = HEAD + "    return n + n\n"
PRINTS = HEAD + "    print(n * 2)\n"
NEVER_ENDS = HEAD + "    while True:\n        n = n + 0\n"
