"""Style sheets: each lies beside its widget or its screen, and has its name.

They are read when the first screen that needs them opens. Rules of equal weight count in this
order.
"""

from __future__ import annotations

from pathlib import Path, PurePath

_FOLDER = Path(__file__).parent


def _sheets(*names: str) -> list[str | PurePath]:
    return [_FOLDER / f"{name}.tcss" for name in names]


WORK = _sheets(
    "widgets/trail",
    "screens/steps",
    "widgets/steps/base",
    "widgets/prose",
    "widgets/code",
    "widgets/editor",
    "widgets/program_output",
    "screens/assessment",
    "widgets/choices",
    "widgets/steps/order",
    "widgets/steps/spot",
    "widgets/steps/blank",
    "widgets/steps/predict",
    "widgets/steps/closing",
    "widgets/panes",
    "screens/exercise",
    "widgets/project_editor",
    "widgets/repository",
    "widgets/results",
    "screens/lesson",
    "screens/notes",
    "screens/ladder",
    "screens/comparison",
    "widgets/comparison",
    "screens/time_travel",
    "widgets/tasks",
    "screens/playground",
    "widgets/console",
    "widgets/prompt",
    "screens/earlier",
    "screens/why",
    "screens/unsaved",
    "screens/beside",
)
"""For the places where a learner works: lessons, exercises, the playground, and what they open."""
PAGES = _sheets(
    "screens/base",
    "widgets/plots",
    "screens/help",
    "widgets/picker",
    "screens/path_choice",
    "screens/skills",
    "screens/shift",
    "screens/dialogs",
    "screens/confirm",
)
"""For pages of text and lists, and for dialogs."""
