"""What several programs that run one after the other in one process have in common."""

from __future__ import annotations

import os
from collections.abc import Callable

from .channel import Channel, Output
from .protocol import Job
from .reporter import Reporter
from .surroundings import Surroundings
from .value_text import OwnFolder
from .watch import Watchdog

Arm = Callable[[float, Callable[[], None]], None]


class Series:
    """Programs of a job, one after the other; the surroundings are as the first one found them."""

    def __init__(
        self,
        job: Job,
        slot: tuple[str, str, str],
        channel: Channel,
        output: Output,
        home: OwnFolder,
        watchdog: Watchdog,
        reporter: Reporter,
    ) -> None:
        self._job = job
        self._work = slot[0]
        self._channel = channel
        self._output = output
        self._home = home
        self._watchdog = watchdog
        self._reporter = reporter
        self._before = Surroundings(*slot)
        self._exit = os._exit

    def _out_of_time(self) -> None:
        self._exit(0)
