"""Whether a submission behaves like a known mistake: the same results for all probes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from course.model import Exercise, Mistake, ProbeResult

_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_ADDRESS = re.compile(r"0x[0-9a-fA-F]+")


def matching_mistake(
    exercise: Exercise,
    probes: tuple[ProbeResult, ...],
    known: Mapping[str, tuple[ProbeResult, ...]],
) -> Mistake | None:
    """The mistake whose probe results equal those of the submission, the first by name."""
    mine = behaviour(probes)
    if not mine:
        return None
    for mistake in exercise.mistakes:
        if mistake.name in known and behaviour(known[mistake.name]) == mine:
            return mistake
    return None


def behaviour(probes: tuple[ProbeResult, ...]) -> tuple[tuple[object, ...], ...]:
    """What the probes did, without what may differ between equal behaviours.

    That is addresses in memory, and the names an exception's message quotes: they are the
    learner's own.
    """
    return tuple(
        (
            probe.call,
            probe.outcome,
            _QUOTED.sub("'_'", probe.value)
            if probe.outcome == "raised"
            else _ADDRESS.sub("0x", probe.value),
            probe.type,
            probe.printed,
            probe.changed_arguments,
        )
        for probe in probes
    )
