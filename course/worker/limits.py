"""The bounds and deadlines of a check, and how they depend on each other.

Sizes are in bytes and times in seconds. What learners read of them takes its numbers from here.
Standard library only: the worker keeps the limits, the parent measures what no system counts.
"""

from __future__ import annotations

# ------------------------------------------------------------------ what a program may have

MEMORY = 1 << 30
"""Address space of one process; enough for every framework of the course with room to spare."""
FILE_SIZE = 16 << 20
"""One file. The system ends the write; all files together are `STORED_BYTES`."""
STORED_BYTES = 64 << 20
STORED_FILES = 2_000
"""Both are measured by the parent, since the system limits only single files."""
DESCRIPTORS = 256
PROCESSES = 200
THREADS = 1_000
"""Of a worker and all below it, together; measured by the parent."""
PRINTED_CHARACTERS = 4 << 20
PRINTED_LINES = 100_000
"""Past either, printing raises. Both lie well below `RAW_BYTES`, so that the test is known."""
PROMPT_CHARACTERS = 200_000
PROMPT_LINES = 2_000
"""Of one block at the prompt: it is read, and all of them are kept."""
PROMPT_VALUE = 10_000
"""Characters of the value of one expression there."""
KEPT_CHARACTERS = 16_384
"""Of what one test printed: this much goes into its report."""

# ------------------------------------------------------------------ what is checked and recorded

SOURCE_BYTES = 256 << 10
"""A submission; what learners type is a hundredth of it."""
FILE_BYTES = 1_000_000
"""A file that is read as a learner's, or all of a project: more than is checked, so that what is
too long can be told of."""
RECORDED_STEPS = 10_000
"""Kept of a recording: half of them from its beginning, half from its end."""
RECORDED_EVENTS = 100_000
"""Looked at, kept or not; then the recording ends."""
RECORDED_CHARACTERS = 1_500_000
"""Of all that is kept, as it is sent: below `EVENT_BYTES`, even at four bytes a character."""
RECORDED_OUTPUT = 64_000
RECORDED_VARIABLES = 4_000_000
"""Of all snapshots in full, once they are unpacked: each names only what has changed."""
RECORDED_OBJECTS = 20
RECORDED_ITEMS = 12
"""Of one step, those nearest to the names; and of each of them. More cannot be drawn."""
RECORDED_KEPT = 12
"""Functions and classes that keep objects from call to call."""
RECORDED_TASKS = 300
RECORDED_RUNS = 5_000
"""Of an event loop; a run is a task between two waits."""

# ------------------------------------------------------------------ what the parent takes in

RAW_BYTES = 2 * PRINTED_CHARACTERS
"""Printed around the limit on `print`, by a child process or the descriptor itself: the end."""
RAW_KEPT = 128 << 10
READ_AT_ONCE = 1 << 16
READ_AHEAD = 1 << 20
"""Of what comes by a pipe: in one piece, and before the writer has to wait."""
EVENT_BYTES = 8 << 20
"""More than any honest job says in events."""

# ------------------------------------------------------------------ time, from the inside out

LATE = 0.04
"""A probe that may wait by a clock, and lost that much time to others, is unknown."""
PROBE = 0.3
PROBES = 1.5
"""Own time of one probe, and of all; importing what they need has `PROBES` once more."""
INTERRUPT_AGAIN = 0.1
INTERRUPTS = 4
"""A probe that swallows its interruption is interrupted again, and then ends the process."""
PROBES_END_WITHIN = PROBES + (INTERRUPTS + 1) * INTERRUPT_AGAIN + 0.5
"""After the tests the process ends within this, so the alarm of their deadline may stay set."""
PROBES_WITHIN = PROBES_END_WITHIN + 0.5
PROBE_WITHIN = PROBE + (INTERRUPTS + 1) * INTERRUPT_AGAIN + 0.5
"""The parent waits a little longer for the probes than they take, and than one of them does."""

MEASURED_EVERY = 0.05
"""What no system limits is counted this often."""
C_CODE_NAMED_AFTER = 0.35
"""After the deadline: a thread of C names the line, where C code lets the watchdog not run."""
GRACE = 0.8
"""From the deadline to the end of the process: the watchdog samples and reports meanwhile."""
AFTER_DEADLINE = GRACE + 0.4
"""From the deadline until the parent gives up, which must be after the watchdog's own end."""
LATE_BY = 0.25
"""Others hold the cores: the parent is told to wait longer, by at least this much."""
LONGEST_WAIT = 9
"""Times as long, at most, where others hold the cores."""
UNWANTED_FOR = 0.3
"""A worker that waits so long for its job rehearses it; where one follows another, none does."""
READY_WITHIN = 120.0
"""Until a worker is parked: a framework on a slow disk and a busy machine."""
DEFAULT_TIMEOUT = 5.0
"""For the tests of an exercise that names no time of its own."""
LONGEST_TIMEOUT = 60.0
"""The most that an exercise may name."""
STOPS_WITHIN = 0.6
"""A program that is stopped by hand: for its worker to say where it is; then it is killed."""
CLEARED_WITHIN = 10.0
"""For the folder of a worker to be emptied, where somebody waits for it."""
CLEARED_BEHIND = 60.0
"""The same where the app has gone and nobody waits."""
LIVE_SECONDS = 60.0
"""For a program that the learner talks to; the time it waits for them does not count."""
CPU_SECONDS = 75
"""The system's own end of a process: later than any deadline above, so never the first."""
