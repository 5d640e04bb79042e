"""No right of root is left."""

from __future__ import annotations

import errno
import platform
import re

import pytest

from course.worker import sandbox
from tests.checking.door import Door
from tests.worker.bare_calls import attempts

pytestmark = pytest.mark.skipif(
    not sandbox.LINUX or platform.machine() != "x86_64", reason="numbers of Linux on x86_64"
)


@pytest.mark.parametrize("needs", [(), ("processes",), ("localhost",)])
def test_root_has_no_more_than_anybody(door: Door, needs: tuple[str, ...]) -> None:
    """Harmless where they reach the kernel: it then says what is wrong with the arguments."""
    said = attempts(
        door,
        """
zero = ctypes.addressof(ctypes.create_string_buffer(64))
print(call(164, 0, 0), call(227, 0, 0), call(159, 0), call(170, 0, 5))
print(call(105, 1000), call(106, 1000), call(117, 1, 1, 1), call(116, 0, 0), call(123, 1000))
print(call(133, b"disk", 0o60600, 0x100), call(259, -100, b"tty", 0o20600, 0x501))
print(call(133, b"pipe", 0o10600, 0), call(161, b"."), call(165, b"a", b".", b"tmpfs", 0, 0))
print(call(272, 0x10000000), call(308, 3, 0), call(155, b".", b"."), call(310, 1, 0, 0, 0, 0, 0))
print(call(101, 16, os.getppid(), 0, 0), call(157, 8, 1), call(140 + 1, 0, 0, -5))
print(call(302, os.getppid(), 7, zero, 0), call(314, 0, zero, 0), call(256, 0, 8, 0, 0))
print(call(300, 0, 0), call(253), call(321, 0, zero, 64), call(425, 1, zero), call(250, 0, 0))
""",
        needs,
    )
    answers = {answer for line in said for answer in re.findall(r"done|refused \d+", line)}
    assert answers <= {f"refused {errno.EPERM}", f"refused {errno.ENOSYS}"}


def test_no_right_of_root_is_left_also_not_for_a_program_it_starts(door: Door) -> None:
    """A file that nobody may read is read by root, and by nobody else."""
    said = attempts(
        door,
        """
import subprocess
os.close(os.open("closed", os.O_CREAT | os.O_WRONLY, 0))
try:
    open("closed")
    print("done")
except PermissionError:
    print("refused")
print(subprocess.run(["cat", "closed"], stderr=subprocess.DEVNULL).returncode)
""",
        ("processes",),
    )
    assert said == ["refused", "1"]
