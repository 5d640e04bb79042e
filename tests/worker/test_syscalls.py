"""What honest programs ask of the system is on the list of what is allowed."""

from __future__ import annotations

import pytest

from course.model import Verdict
from course.worker import sandbox
from tests.checking.door import Door

ASYNCIO = """
import asyncio, socket

async def main():
    async with asyncio.timeout(10):
        await asyncio.sleep(0.01)
        await asyncio.to_thread(sum, [1, 2])
        left, right = socket.socketpair()
        _, writer = await asyncio.open_connection(sock=left)
        reader, _ = await asyncio.open_connection(sock=right)
        writer.write(b"parcel\\n")
        await writer.drain()
        assert await reader.readline() == b"parcel\\n"
        writer.close()

asyncio.run(main())
"""
THREADS = """
import concurrent.futures, signal, threading, os, time

with concurrent.futures.ThreadPoolExecutor(4) as pool:
    assert list(pool.map(abs, range(50))) == list(range(50))
signal.signal(signal.SIGALRM, lambda *_: None)
signal.setitimer(signal.ITIMER_REAL, 0.01)
signal.pause()
signal.raise_signal(signal.SIGALRM)
os.kill(os.getpid(), signal.SIGALRM)
os.times(), time.process_time(), time.thread_time(), os.sched_getaffinity(0), os.cpu_count()
"""
DATABASE = """
import sqlite3

db = sqlite3.connect("parcels.db")
db.execute("pragma journal_mode=wal")
db.execute("create table parcels(number)")
db.executemany("insert into parcels values (?)", [(number,) for number in range(100)])
db.commit()
db.execute("vacuum")
db.close()
"""
FILES = """
import fcntl, glob, mmap, os, pathlib, shutil, tempfile

pathlib.Path("a/b").mkdir(parents=True)
note = pathlib.Path("a/b/note")
note.write_text("parcel")
note.touch()
pathlib.Path("new").touch()
assert pathlib.Path("new").is_file()
for change in (lambda: os.chmod("nothing", 0o600), lambda: os.utime("nothing")):
    try:
        change()
    except FileNotFoundError:
        pass
    else:
        raise AssertionError("there is nothing to change")
shutil.copy2(note, "copy")
shutil.copytree("a", "tree")
shutil.move("tree", "moved")
shutil.make_archive("packed", "zip", "a")
shutil.unpack_archive("packed.zip", "unpacked")
shutil.rmtree("a")
os.replace("copy", "kept")
os.truncate("kept", 2)
os.chmod("kept", 0o600)
os.symlink("kept", "link")
os.link("kept", "second")
assert open("link").read() == "pa"
shutil.disk_usage(".")
list(os.walk(".")), glob.glob("**", recursive=True), os.path.realpath("."), os.isatty(0)
with tempfile.TemporaryFile() as file, tempfile.TemporaryDirectory():
    file.write(b"1")
    file.flush()
    os.fsync(file.fileno())
with open("mapped", "w+b") as file:
    file.truncate(4096)
    with mmap.mmap(file.fileno(), 4096) as mapped:
        mapped[0] = 1
        mapped.flush()
    fcntl.flock(file, fcntl.LOCK_EX)
    fcntl.lockf(file, fcntl.LOCK_EX)
"""
NETWORK = """
import asyncio, socket

async def answer(reader, writer):
    writer.writelines([await reader.readline()] * 3)
    await writer.drain()
    writer.close()

async def main():
    server = await asyncio.start_server(answer, "localhost", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("localhost", port)
    writer.write(b"parcel\\n")
    assert await reader.read() == b"parcel\\n" * 3
    writer.close()
    server.close()

asyncio.run(main())
"""
PROCESSES = """
import asyncio, concurrent.futures, multiprocessing, subprocess, sys
from multiprocessing import shared_memory

fork = multiprocessing.get_context("fork")
with fork.Pool(2) as pool:
    assert pool.map(abs, [-1, -2]) == [1, 2]
with concurrent.futures.ProcessPoolExecutor(2, mp_context=fork) as pool:
    assert list(pool.map(abs, [-2])) == [2]
queue = fork.Queue()
process = fork.Process(target=queue.put, args=(1,))
process.start()
assert queue.get() == 1
process.join()
block = shared_memory.SharedMemory(create=True, size=100)
block.close()
block.unlink()
done = subprocess.run(["sh", "-c", "echo 5 | cat | sort"], capture_output=True)
assert done.stdout == b"5\\n"
subprocess.run([sys.executable, "-I", "-c", "print(1)"], check=True, capture_output=True)
try:
    subprocess.run(["sleep", "20"], timeout=0.1)
except subprocess.TimeoutExpired:
    pass

async def main():
    cat = await asyncio.create_subprocess_exec("cat", stdin=-1, stdout=-1)
    assert (await cat.communicate(b"x"))[0] == b"x"

asyncio.run(main())
"""


@pytest.mark.skipif(not sandbox.LINUX, reason="calls of Linux")
@pytest.mark.parametrize(
    ("source", "needs"),
    [
        (ASYNCIO, ()),
        (THREADS, ()),
        (DATABASE, ()),
        (FILES, ()),
        (NETWORK, ("localhost",)),
        (PROCESSES, ("processes",)),
        (ASYNCIO + THREADS + FILES, ("localhost", "processes")),
    ],
    ids=["asyncio", "threads", "database", "files", "network", "processes", "all"],
)
def test_an_honest_program_runs(source: str, needs: tuple[str, ...], door: Door) -> None:
    report = door.run(f"{source}\nprint('done')", needs=needs, timeout=30)
    assert (report.verdict, report.printed) == (Verdict.PASSED, "done\n"), report
