"""What the probes of a check say, and what is unknown because the machine was busy."""

from __future__ import annotations

from collections.abc import Sequence

from course.checking.conversation import Conversation
from course.model import ProbeResult
from course.text import cut
from course.worker.protocol import Probed, Probing


def probes(talk: Conversation) -> tuple[ProbeResult, ...]:
    """The probes' results; one that was late, or begun and never ended, is unfinished."""
    done = {event.call for event in talk.of(Probed)}
    results = [
        ProbeResult(
            call=event.call,
            outcome="unfinished" if event.outcome == "late" else event.outcome,
            value=cut(event.value, 4_100),
            type=cut(event.type, 200),
            printed=cut(event.printed, 2_000),
            changed_arguments=event.changed_arguments,
        )
        for event in talk.of(Probed)
    ]
    results += [
        ProbeResult(call=event.call, outcome="unfinished")
        for event in talk.of(Probing)
        if event.call not in done
    ]
    return tuple(results)


def were_late(talk: Conversation) -> bool:
    """Whether some probes are unknown only because others held the cores."""
    return any(event.outcome == "late" for event in talk.of(Probed))


def completed(
    results: Sequence[ProbeResult], again: Sequence[ProbeResult]
) -> tuple[ProbeResult, ...]:
    """The results of two runs: the second one's where the first one's are unknown."""
    second = {one.call: one for one in again}
    by_call = {one.call: one for one in results if one.outcome != "unfinished"}
    calls = dict.fromkeys(one.call for one in (*results, *again))
    unknown = (ProbeResult(call, "unfinished") for call in calls)
    return tuple(by_call.get(one.call) or second.get(one.call, one) for one in unknown)
