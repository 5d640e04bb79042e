"""Recording around a test, a program and the import of the learner's module."""

from __future__ import annotations

import contextlib
import os
import types
from collections.abc import Callable, Iterator

import pytest

from ..channel import Channel
from ..protocol import Job
from ..reporter import test_id
from .recorder import Recorder


class RecordedTest:
    """The pytest plugin that runs one test and records it, beside the reporter."""

    def __init__(self, wanted: str, recorder: Recorder) -> None:
        self._wanted = wanted
        self._recorder = recorder

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> bool | None:
        """Leave out every other test."""
        return None if test_id(item) == self._wanted else True

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_runtest_setup(self) -> Iterator[None]:
        """Fixtures may call the learner's code, too."""
        self._recorder.start()
        try:
            yield
        except BaseException:
            self._recorder.stop()
            self._recorder.send("finished")
            raise
        self._recorder.stop()

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_runtest_call(self) -> Iterator[None]:
        """The test itself."""
        self._recorder.start()
        try:
            yield
        finally:
            self._recorder.stop()
            self._recorder.send("finished")


def recorder_for(
    job: Job,
    work: str,
    channel: Channel,
    call_in: Callable[[types.FrameType], str | None],
) -> Recorder:
    """The recorder of a job with the key `trace`."""
    given = frozenset(job.get("given", ()))
    prefix = os.path.join(work, "")

    def name_of(path: str) -> str | None:
        if not path.startswith(prefix):
            return None
        name = path[len(prefix) :].replace(os.sep, "/")
        return None if name in given else name

    return Recorder(name_of, channel, call_in)


@contextlib.contextmanager
def recording(recorder: Recorder | None, keep: bool = True) -> Iterator[None]:
    """Record a block and send it; without `keep` only where it raises."""
    if recorder is None:
        yield
        return
    recorder.start()
    try:
        yield
    except BaseException:
        recorder.stop()
        recorder.send("finished")
        raise
    recorder.stop()
    if keep:
        recorder.send("finished")
    else:
        recorder.forget()
