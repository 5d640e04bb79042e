"""Where the tests of a file are: `tests/<room>/test_<file>.py`, or what this table names instead.

`tests/test_map.py` holds that every file of any length has some; `benchmarks/mutants.py` runs them.
"""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHORT = 60
"""Files of no more lines need no test file of their own."""

TESTED_BY: dict[str, tuple[str, ...]] = {
    "authoring/gate/*": ("authoring/test_complaints.py", "authoring/test_proofs.py"),
    "authoring/*": ("authoring/test_commands.py",),
    "catalogue/kinds.py": ("authoring/test_kinds.py",),
    "catalogue/*": ("catalogue/test_catalogue.py", "catalogue/test_documents.py"),
    "explaining/unreadable/*": (
        "explaining/test_unreadable.py",
        "explaining/test_syntax.py",
    ),
    "explaining/*": (
        "explaining/test_symptoms.py",
        "explaining/test_students.py",
    ),
    "checking/style_rules.py": ("checking/test_style.py",),
    "checking/*": ("checking/test_supervised.py", "checking/test_program.py"),
    "commands/*": ("commands/test_commands.py",),
    "learner/database.py": ("learner/test_durability.py", "learner/test_damage.py"),
    "learner/store.py": ("learner/test_durability.py", "learner/test_damage.py"),
    "learner/feedback.py": ("learner/questions/test_marking.py",),
    "learner/placement*.py": ("learner/test_placement.py",),
    "learner/placing.py": ("learner/test_placement.py",),
    "learner/questions/*": (
        "learner/questions/test_marking.py",
        "learner/questions/test_kind.py",
        "authoring/test_complaints.py",
    ),
    "learner/readiness.py": ("learner/test_report.py",),
    "learner/recovery.py": ("learner/test_damage.py", "ui/test_recovery.py"),
    "learner/report_*.py": ("learner/test_report.py",),
    "learner/skills.py": ("learner/test_progress.py", "learner/test_review.py"),
    "learner/tries.py": ("learner/test_session.py",),
    "learner/unsaved.py": ("ui/test_unsaved.py",),
    "learner/*": ("learner/test_session.py",),
    "tracing/*": ("worker/tracing/test_recorder.py", "worker/tracing/test_packed.py"),
    "ui/screens/help.py": ("ui/test_app.py",),
    "ui/widgets/path_tree.py": ("ui/test_home.py",),
    "ui/widgets/steps/*": ("ui/test_lesson.py",),
    "ui/widgets/*": ("ui/test_exercise.py", "ui/test_lesson.py"),
    "ui/*": ("ui/test_app.py",),
    "worker/tracing/*": ("worker/tracing/test_recorder.py", "worker/tracing/test_packed.py"),
    "worker/*": ("worker/test_sandbox.py", "checking/test_hostile.py"),
    "cli.py": ("commands/test_commands.py",),
    "locations.py": ("commands/test_commands.py", "catalogue/test_catalogue.py"),
    "model.py": ("catalogue/test_documents.py", "checking/test_decoding.py"),
    "terminal.py": ("commands/test_foreign_words.py",),
    "verdict_words.py": ("commands/test_commands.py", "ui/test_exercise.py"),
}
"""Files by their place under `course/`, the first pattern that fits; tests under `tests/`."""


def own_tests(file: str) -> list[Path]:
    """The test files that have the name of a file, such as `learner/review.py`."""
    room, _, rest = file.partition("/") if "/" in file else ("", "", file)
    name = f"test_{Path(rest).stem}.py"
    folder = ROOT / "tests" / room
    return sorted(folder.rglob(name) if room else folder.glob(name))


def nearest(file: str) -> list[Path]:
    """The tests to run when that file under `course/` was changed; none where nobody knows."""
    if own := own_tests(file):
        return own
    for pattern, tests in TESTED_BY.items():
        if fnmatch(file, pattern):
            return [ROOT / "tests" / test for test in tests]
    return []
