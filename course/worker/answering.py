"""How several programs answer the same probes, one program after the other in one process.

What each leaves in its folders and modules is put back. Where anything else is not as it was, the
rest is left to another process.
"""

from __future__ import annotations

import os

from .probes import Probes
from .protocol import Answered, TestBegun
from .reporter import CannotImport
from .series import Arm, Series


class Answering(Series):
    """Asks the probes of a job of each of its programs."""

    def run(self, arm: Arm) -> None:
        """Ask one after the other; returns early where the process is not to be used again."""
        for number, trial in enumerate(self._job["trials"]):
            self._channel.send(TestBegun(str(number)))
            arm(float(self._job["each"]), self._out_of_time)
            for name, text in trial["files"].items():
                self._before.write(os.path.join(self._work, name), text)
            self._ask()
            self._output.forget()
            self._channel.send(Answered(number))
            if self._reporter.replaced() or not self._before.restore(self._job["module"]):
                return

    def _ask(self) -> None:
        try:
            self._reporter.import_learner()
        except CannotImport:
            self._watchdog.stand_down()
            return
        self._watchdog.stand_down()
        Probes(
            self._job["module"],
            self._channel,
            self._output,
            self._home,
            self._watchdog,
            self._reporter.lying,
        ).run(self._job["probes"], self._reporter.imported)
