"""Every door out of the sandbox, tried with the bare system calls: nothing outside has changed."""

from __future__ import annotations

import ctypes
import os
import platform
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.worker import sandbox
from tests.checking.door import EXERCISES, Door
from tests.worker.bare_calls import attempts

pytestmark = pytest.mark.skipif(
    not sandbox.LINUX or platform.machine() != "x86_64", reason="numbers of Linux on x86_64"
)


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """A file of the learner, outside, that only they can read."""
    file = tmp_path / "letter.txt"
    file.write_text("dear parcel", encoding="utf-8")
    file.chmod(0o600)
    os.utime(file, (1_000_000_000, 1_000_000_000))
    return file


def test_attributes_and_times_outside_stay(door: Door, private: Path) -> None:
    os.setxattr(private, "user.note", b"mine")
    before = os.stat(private)
    path = os.fsencode(private)
    said = attempts(
        door,
        f"""
path, here, follow = {path!r}, -100, 0
struct_args = ctypes.create_string_buffer(struct.pack("QII", 0, 0, 0))
times = ctypes.addressof(ctypes.create_string_buffer(struct.pack("qqqq", 1, 0, 1, 0)))
print(call(463, here, path, 0, b"user.note", ctypes.addressof(struct_args), 16))
print(call(466, here, path, 0, b"user.note"))
for number in (188, 189):
    print(call(number, path, b"user.note", b"x", 1, 0))
for number in (197, 198):
    print(call(number, path, b"user.note"))
print(call(469, here, path, ctypes.addressof(struct_args), 16, 0))
print(call(92, path, 1, 1), call(94, path, 1, 1), call(260, here, path, 1, 1, 0))
print(call(76, path, 0), call(2, path, 0o1000, 0), call(257, here, path, 0o1000, 0))
call(280, here, path, times, 0); call(235, path, times); call(132, path, times)
call(261, here, path, times); call(90, path, 0o777); call(268, here, path, 0o777)
call(452, here, path, 0o777, 0)
""",
    )
    assert "done" not in " ".join(said)
    after = os.stat(private)
    assert after.st_mtime_ns == before.st_mtime_ns
    assert (after.st_atime_ns, after.st_ctime_ns) == (before.st_atime_ns, before.st_ctime_ns)
    assert stat.S_IMODE(after.st_mode) == 0o600
    assert os.getxattr(private, "user.note") == b"mine"
    assert private.read_text(encoding="utf-8") == "dear parcel"


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[tuple[str, str, list[bytes]]]:
    """Sockets of another program: of the file system, abstract; streams and datagrams."""
    heard: list[bytes] = []
    named, abstract = str(tmp_path / "agent"), f"\0{tmp_path}"
    opened = []
    for address in (named, abstract):
        stream = socket.socket(socket.AF_UNIX)
        stream.bind(address)
        stream.listen()
        datagram = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        datagram.bind(f"{address}.d")
        opened += [stream, datagram]
    for one in opened:
        threading.Thread(target=_hear, args=(one, heard), daemon=True).start()
    yield named, abstract, heard
    for one in opened:
        one.close()


def _hear(opened: socket.socket, heard: list[bytes]) -> None:
    try:
        if opened.type == socket.SOCK_STREAM:
            opened.accept()
            heard.append(b"a connection")
        else:
            heard.append(opened.recv(100))
    except OSError:
        return


@pytest.mark.parametrize("needs", [(), ("localhost",), ("processes",)])
def test_no_socket_of_another_program_is_reached(
    door: Door, agent: tuple[str, str, list[bytes]], needs: tuple[str, ...]
) -> None:
    named, abstract, heard = agent
    said = attempts(
        door,
        f"""
for address in ({named!r}, {abstract!r}):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
        name = address + ".d" * (kind == socket.SOCK_DGRAM)
        for make in (lambda: socket.socket(socket.AF_UNIX, kind),
                     lambda: socket.socketpair(socket.AF_UNIX, kind)[0]):
            for use in (lambda s: s.connect(name), lambda s: s.sendto(b"sign this", name),
                        lambda s: s.sendmsg([b"sign this"], [], 0, name)):
                try:
                    use(make())
                    print("done")
                except OSError:
                    pass
try:
    socket.socketpair()[0].bind("mine")
    print("done")
except OSError:
    pass
left, right = socket.socketpair()
left.sendall(b"a pair works")
print(right.recv(20))
""",
        needs,
    )
    assert said == ["b'a pair works'"]
    assert heard == []


def test_no_system_v_objects(door: Door) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.shmat.restype = ctypes.c_void_p
    memory = libc.shmget(0, 4096, 0o1666)
    queue = libc.msgget(0, 0o1666)
    sets = libc.semget(0, 1, 0o1666)
    try:
        said = attempts(
            door,
            f"""
memory, queue, sets = {memory}, {queue}, {sets}
print(call(29, 0, 4096, 0o1666), call(30, memory, 0, 0), call(31, memory, 0, 0))
print(call(64, 0, 1, 0o1666), call(65, sets, 0, 0), call(66, sets, 0, 0))
print(call(68, 0, 0o1666), call(69, queue, b"12345678x", 1, 0), call(71, queue, 0, 0))
print(call(70, queue, b"12345678x", 1, 0, 0o4000))
""",
        )
        assert "done" not in " ".join(said)
        assert libc.shmctl(memory, 2, ctypes.create_string_buffer(256)) == 0  # it is still there
    finally:
        libc.shmctl(memory, 0, None)
        libc.msgctl(queue, 0, None)
        libc.semctl(sets, 0, 0)


IN_A_CONTAINER = """
import struct
from course.worker import privileges, seccomp
from course.model import Verdict
from tests.checking.door import EXERCISES, Door

unshare, clone = 272, 56
refuse_unshare = [(0x20, 0, 0, 0), (0x15, 0, 1, unshare), (6, 0, 0, 0x50001), (6, 0, 0, 0x7FFF0000)]
privileges.no_new()
seccomp.load(b"".join(struct.pack("HBBI", *one) for one in refuse_unshare))
door = Door()
report = door.run("print('it ran')", needs=["localhost"])
assert report.verdict is Verdict.ERROR and report.printed == "", report
assert "is not run" in report.limit, report.limit
assert door.run("print('it ran')").printed == "it ran\\n"
door.close()
print("told")
"""


def test_localhost_without_a_network_of_its_own_is_refused_with_words() -> None:
    """Where a system does not let a program leave its network, as in most containers."""
    done = subprocess.run(
        [sys.executable, "-c", IN_A_CONTAINER], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("told\n", "")


ON_A_FULL_DISK = """
import os, sys, tempfile
from course.worker import privileges

assert privileges.isolate(network=False, shared_memory=True)
os.environ["TMPDIR"] = "/dev/shm"
assert tempfile.gettempdir() == "/dev/shm"
try:
    with open("/dev/shm/all", "wb", 0) as file:
        while file.write(b"x" * 100_000):
            pass
except OSError:
    pass
sys.argv = ["course", "check", "--exercise", *sys.argv[1:]]
from course.cli import main
main()
"""


def test_a_full_disk_is_told_in_words(tmp_path: Path) -> None:
    file = tmp_path / "clamp.py"
    file.write_text("def clamp(value, low, high):\n    return low\n" * 500, encoding="utf-8")
    arguments = [sys.executable, "-c", ON_A_FULL_DISK, str(EXERCISES / "clamp"), str(file)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "A check needs a place for its files" in done.stderr
    assert "Traceback" not in done.stderr
