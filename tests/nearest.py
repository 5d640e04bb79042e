"""Where the tests of a file are: `tests/<room>/test_<file>.py`, or what this table names instead.

`tests/test_map.py` holds that every file with decisions of its own has such a file;
`benchmarks/mutants.py` runs it.
"""

from __future__ import annotations

import ast
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
FEW = 12
"""A file with fewer decisions (branches, loops, comparisons) is tested through what uses it."""
_DECIDES = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.Try,
    ast.Match,
    ast.BoolOp,
    ast.Compare,
    ast.comprehension,
)

TESTED_BY: dict[str, tuple[str, ...]] = {
    "authoring/gate/*": (
        "authoring/test_broken_content.py",
        "authoring/test_complaints.py",
        "authoring/test_proofs.py",
    ),
    "authoring/*": ("authoring/test_commands.py",),
    "catalogue/packs.py": ("learner/packs/test_adding.py",),
    "catalogue/*": ("catalogue/test_catalogue.py",),
    "explaining/unreadable/*": (
        "explaining/test_unreadable.py",
        "explaining/test_syntax.py",
    ),
    "explaining/on_*": (
        "explaining/test_tables.py",
        "explaining/test_reports.py",
        "explaining/test_sayings.py",
        "explaining/test_answers.py",
        "explaining/test_on_exceptions.py",
        "explaining/test_symptoms.py",
        "explaining/test_students.py",
    ),
    "explaining/*": (
        "explaining/test_tables.py",
        "explaining/test_reports.py",
        "explaining/test_sayings.py",
        "explaining/test_on_exceptions.py",
        "explaining/test_symptoms.py",
        "explaining/test_students.py",
    ),
    "checking/style_rules.py": ("checking/test_style.py",),
    "checking/kinds/*": ("authoring/test_kinds.py",),
    "checking/doubt.py": ("checking/test_verdict.py", "worker/test_comparing.py"),
    "checking/mending.py": ("worker/test_mends.py",),
    "checking/fingerprint.py": ("explaining/test_known_by_answers.py", "checking/test_expected.py"),
    "checking/repository/*": (
        "checking/repository/test_reader.py",
        "checking/repository/test_build.py",
        "checking/repository/test_facts.py",
    ),
    "checking/*": ("checking/test_program.py", "checking/test_checker.py"),
    "commands/*": ("test_cli.py", "test_docs.py"),
    "learner/questions/*": ("learner/questions/test_marking.py",),
    "learner/packs/*": ("learner/packs/test_adding.py",),
    "learner/bug_back.py": ("learner/test_own_bug.py",),
    "learner/placement_outcome.py": ("learner/test_held.py", "learner/test_placing.py"),
    "learner/shift_outcomes.py": ("learner/test_shifts.py",),
    "learner/note_hits.py": ("learner/test_notebook.py",),
    "learner/*": ("learner/test_session.py",),
    "plain/shift.py": ("learner/test_shifts.py",),
    "plain/*": ("plain/test_course.py",),
    "shift/texts.py": ("shift/test_score.py",),
    "shift/*": ("shift/test_world.py", "shift/test_shift_desk.py"),
    "tracing/*": ("tracing/test_trace.py",),
    "ui/screens/confirm.py": ("ui/test_exercise_file.py",),
    "ui/screens/dialogs.py": ("ui/test_exercise_file.py", "ui/test_exercise.py"),
    "ui/screens/earlier.py": ("ui/test_playground.py",),
    "ui/screens/beside.py": ("ui/test_text_example.py",),
    "ui/screens/too_small.py": ("ui/test_too_small.py",),
    "ui/widgets/code.py": ("ui/test_text_example.py", "ui/test_prose.py"),
    "ui/widgets/*": ("ui/test_exercise.py", "ui/test_lesson.py", "ui/test_home.py"),
    "ui/*": ("ui/test_app.py",),
    "worker/tracing/*": ("worker/tracing/test_recorder.py",),
    "worker/main.py": ("worker/test_program.py", "worker/test_protocol.py"),
    "worker/run.py": ("worker/test_program.py", "worker/test_protocol.py"),
    "worker/web_app.py": ("explaining/test_on_web_apps.py",),
    "worker/prompt.py": ("checking/test_prompt.py",),
    "worker/metered_service.py": ("shift/test_world.py",),
    "worker/trials.py": ("worker/test_django_reset.py",),
    "worker/quick_trials.py": ("worker/test_django_reset.py",),
    "worker/surroundings.py": ("worker/test_django_reset.py", "worker/test_together.py"),
    "worker/programs.py": ("worker/test_together.py",),
    "worker/answering.py": ("worker/test_together.py",),
    "worker/edits/*": ("worker/edits/test_walk.py",),
    "worker/quick_tests.py": ("worker/test_mends.py",),
    "worker/*": ("worker/test_protocol.py", "worker/test_sandbox.py"),
    "causes.py": ("learner/test_review.py",),
    "locations.py": ("test_cli.py",),
    "terminal.py": ("commands/test_foreign_words.py",),
    "verdict_words.py": ("commands/test_check.py", "ui/test_ending_words.py"),
}
"""Files by their place under `course/`, the first pattern that fits; tests under `tests/`."""

ALSO: dict[str, tuple[str, ...]] = {
    "learner/cards.py": ("learner/test_review.py", "learner/test_mixed_up.py"),
    "learner/review.py": ("learner/test_mixed_up.py",),
    "learner/held.py": ("learner/test_own_word.py",),
    "learner/ladder/parts.py": ("learner/ladder/test_puzzle.py",),
    "learner/packs/*": ("learner/packs/test_adding.py",),
    "learner/paths.py": ("learner/test_session.py",),
    "learner/report_html.py": ("learner/test_shifts.py", "learner/test_portfolio.py"),
    "learner/report_markdown.py": ("learner/test_report_html.py", "learner/test_shifts.py"),
    "learner/report_words.py": ("learner/test_report_html.py", "learner/test_shifts.py"),
    "learner/database.py": ("learner/test_odd_databases.py",),
    "learner/files.py": ("learner/test_project_files.py", "learner/test_workspace.py"),
    "learner/session.py": (
        "learner/test_placing.py",
        "learner/test_paths.py",
        "learner/test_own_word.py",
        "learner/test_project_files.py",
    ),
    "learner/unsaved.py": ("learner/test_store.py",),
    "learner/store.py": ("learner/test_database.py", "learner/test_recovery.py"),
    "learner/workspace.py": (
        "learner/test_project_files.py",
        "learner/test_files.py",
        "learner/test_exercise_updates.py",
        "learner/test_workspace_repository.py",
    ),
    "learner/questions/*": ("learner/questions/test_marking.py",),
    "catalogue/index.py": ("catalogue/test_catalogue.py",),
    "checking/kinds/*": ("authoring/test_kinds.py",),
    "checking/answering.py": ("worker/test_together.py",),
    "checking/checker.py": (
        "checking/test_program.py",
        "checking/test_prompt.py",
        "checking/test_tracer.py",
        "worker/test_together.py",
    ),
    "checking/decoding.py": ("checking/test_tracer.py",),
    "checking/launch.py": ("checking/test_pool.py",),
    "checking/programs.py": ("worker/test_together.py",),
    "checking/promises.py": ("test_docs.py",),
    "explaining/programs.py": ("explaining/test_on_limits.py",),
    "explaining/diagnose.py": (
        "explaining/test_reports.py",
        "explaining/test_diagnose_border.py",
        "explaining/test_answers.py",
        "explaining/test_symptoms.py",
        "explaining/test_students.py",
    ),
    "explaining/symptoms.py": (
        "explaining/test_causes.py",
        "explaining/test_tables.py",
        "explaining/test_reports.py",
        "explaining/test_symptoms.py",
        "explaining/test_students.py",
    ),
    "explaining/facts.py": (
        "explaining/test_reports.py",
        "explaining/test_diagnose_border.py",
        "explaining/test_symptoms.py",
        "explaining/test_students.py",
    ),
    "explaining/on_*": (
        "explaining/test_tables.py",
        "explaining/test_reports.py",
        "explaining/test_sayings.py",
        "explaining/test_answers.py",
        "explaining/test_on_exceptions.py",
        "explaining/test_symptoms.py",
        "explaining/test_students.py",
    ),
    "explaining/unreadable/*": ("explaining/test_unreadable.py", "explaining/test_syntax.py"),
    "explaining/*": (
        "explaining/test_tables.py",
        "explaining/test_reports.py",
        "explaining/test_sayings.py",
        "explaining/test_answers.py",
        "explaining/test_on_exceptions.py",
        "explaining/test_symptoms.py",
        "explaining/test_students.py",
    ),
}
"""Further tests of files that have their own: those whose subject goes over several files."""

ELSEWHERE = {
    "shift/play.py",
    "shift/scenario.py",
    "shift/service.py",
    "shift/texts.py",
    "plain/shift.py",
    "worker/metered_service.py",
    "authoring/*",
    "explaining/*",
    "worker/edits/*",
    "worker/main.py",
    "worker/run.py",
    "worker/quick_tests.py",
    "worker/quick_trials.py",
    "worker/surroundings.py",
    "worker/trials.py",
    "worker/web_app.py",
    "worker/prompt.py",
}
"""Files with decisions that are tested through others: explanations, edits and rules of the gate by
rows in a table, the worker's loops by every job that is given to a worker."""


@cache
def decisions(file: str) -> int:
    """How often a file under `course/` decides something."""
    tree = ast.parse((ROOT / "course" / file).read_text("utf-8"))
    return sum(isinstance(node, _DECIDES) for node in ast.walk(tree))


@cache
def _tests_in(room: str) -> tuple[Path, ...]:
    folder = ROOT / "tests" / room
    return tuple(sorted(folder.rglob("test_*.py") if room else folder.glob("test_*.py")))


def own_tests(file: str) -> list[Path]:
    """The test files that have the name of a file, such as `learner/review.py`."""
    room, _, rest = file.partition("/") if "/" in file else ("", "", file)
    return [test for test in _tests_in(room) if test.name == f"test_{Path(rest).stem}.py"]


def nearest(file: str) -> list[Path]:
    """The tests to run when that file under `course/` was changed; none where nobody knows."""
    if own := own_tests(file):
        also = next((tests for pattern, tests in ALSO.items() if fnmatch(file, pattern)), ())
        return [*own, *(test for it in also if (test := ROOT / "tests" / it) not in own)]
    for pattern, tests in TESTED_BY.items():
        if fnmatch(file, pattern):
            return [ROOT / "tests" / test for test in tests]
    return []
