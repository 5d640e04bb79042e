"""What probes say, and what is unknown."""

from __future__ import annotations

from course.checking.probed import completed, probes, were_late
from course.model import ProbeResult
from course.text import cut
from course.worker.protocol import Probed, Probing
from tests.checking.said import talk_of


def test_what_was_late_or_never_ended_is_unfinished() -> None:
    talk = talk_of(
        Probing("f(1)"),
        Probed("f(1)", "returned", "1", "int", "printed", changed_arguments=True),
        Probing("f(2)"),
        Probed("f(2)", "late", "2"),
        Probing("f(3)"),
    )
    one, late, never = probes(talk)
    assert one == ProbeResult("f(1)", "returned", "1", "int", "printed", True)
    assert (late.call, late.outcome) == ("f(2)", "unfinished")
    assert (never.call, never.outcome) == ("f(3)", "unfinished")
    assert were_late(talk)
    assert not were_late(talk_of(Probed("f(1)", "unfinished"), Probed("f(2)", "raised")))


def test_of_two_runs_each_known_result_is_taken_and_the_first_one_before_the_second() -> None:
    def result(call: str, value: str = "") -> ProbeResult:
        return ProbeResult(call, "returned" if value else "unfinished", value)

    first = [result("a", "1"), result("b"), result("c")]
    second = [result("a", "2"), result("b", "3"), result("d", "4")]
    assert completed(first, second) == (
        result("a", "1"),
        result("b", "3"),
        result("c"),
        result("d", "4"),
    )


def test_what_a_probe_says_is_bounded() -> None:
    long = "x" * 9_000
    [one] = probes(talk_of(Probed("f()", "raised", long, long, long)))
    assert one == ProbeResult("f()", "raised", cut(long, 4_100), cut(long, 200), cut(long, 2_000))
