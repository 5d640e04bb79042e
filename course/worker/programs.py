"""Several programs one after the other in one process: those of a lesson, or of a reference page.

A process for each would take most of the time. What a program leaves in its folders and modules is
put back. Where anything else is not as it was, the rest is left to another process.
"""

from __future__ import annotations

import decimal
import os
import sys

from .program import FILE, run_program
from .protocol import Job, ProgramEnded
from .series import Arm, Series


class Programs(Series):
    """Runs the programs of a job."""

    def run(self, arm: Arm) -> None:
        """Run one after the other; returns early where the process is not to be used again."""
        for number, program in enumerate(self._job["programs"]):
            arm(float(self._job["each"]), self._out_of_time)
            for name, text in {**program["files"], FILE: program["source"]}.items():
                self._before.write(os.path.join(self._work, name), text)
            modules = set(sys.modules)
            job: Job = {"stdin": program["stdin"], "check": program["check"]}
            run_program(job, -1, self._channel, self._output, self._home, self._watchdog)
            self._watchdog.stand_down()
            self._output.forget()
            self._channel.send(ProgramEnded(number, self._output.bytes_sent))
            if not self._is_clean(modules):
                return

    def _is_clean(self, modules: set[str]) -> bool:
        """Whether the next program finds what the first one did.

        After `import os.path` a program that imports only `os` has `os.path` as well.
        """
        left = [name for name in sys.modules if name not in modules and "." in name]
        decimal.setcontext(decimal.Context())
        clean = not self._reporter.replaced() and self._before.restore(FILE.partition(".")[0])
        return clean and not left
