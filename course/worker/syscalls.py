"""The Linux system calls that a program under check may make, and their numbers. Data.

What is not here is refused, also what later kernels add. Each line: the call, its number on
x86_64, its number on aarch64 (`-` where the processor has no such call).
"""

from __future__ import annotations

ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""The kernel's names of the processors."""

_PLAIN = """
brk 12 214
mmap 9 222
munmap 11 215
mprotect 10 226
mremap 25 216
madvise 28 233
msync 26 227
membarrier 324 283

read 0 63
write 1 64
readv 19 65
writev 20 66
pread64 17 67
pwrite64 18 68
preadv 295 69
pwritev 296 70
preadv2 327 286
pwritev2 328 287
creat 85 -
close 3 57
close_range 436 436
lseek 8 62
dup 32 23
dup2 33 -
dup3 292 24
pipe 22 -
pipe2 293 59
stat 4 -
fstat 5 80
lstat 6 -
newfstatat 262 79
statx 332 291
statfs 137 43
fstatfs 138 44
access 21 -
faccessat 269 48
faccessat2 439 439
readlink 89 -
readlinkat 267 78
getdents 78 -
getdents64 217 61
getcwd 79 17
chdir 80 49
fchdir 81 50
rmdir 84 -
unlink 87 -
unlinkat 263 35
rename 82 -
renameat 264 38
renameat2 316 276
link 86 -
linkat 265 37
symlink 88 -
symlinkat 266 36
ftruncate 77 46
fadvise64 221 223
fsync 74 82
fdatasync 75 83
flock 73 32
copy_file_range 326 285
sendfile 40 71

poll 7 -
ppoll 271 73
select 23 -
pselect6 270 72
epoll_create 213 -
epoll_create1 291 20
epoll_ctl 233 21
epoll_wait 232 -
epoll_pwait 281 22
epoll_pwait2 441 441
futex 202 98
futex_waitv 449 449
nanosleep 35 101
clock_nanosleep 230 115
restart_syscall 219 128
sched_yield 24 124
pause 34 -
alarm 37 -
getitimer 36 102
setitimer 38 103
time 201 -
times 100 153
gettimeofday 96 169
clock_gettime 228 113
clock_getres 229 114

rt_sigaction 13 134
rt_sigprocmask 14 135
rt_sigreturn 15 139
rt_sigpending 127 136
rt_sigsuspend 130 133
rt_sigtimedwait 128 137
sigaltstack 131 132

getpid 39 172
getppid 110 173
gettid 186 178
getuid 102 174
geteuid 107 175
getgid 104 176
getegid 108 177
getgroups 115 158
getresuid 118 148
getresgid 120 150
getpgid 121 155
getpgrp 111 -
getsid 124 156
getpriority 140 141
getrlimit 97 163
setrlimit 160 164
getrusage 98 165
getcpu 309 168
getrandom 318 278
uname 63 160
sysinfo 99 179
exit 60 93
exit_group 231 94
wait4 61 260
waitid 247 95
arch_prctl 158 -
set_tid_address 218 96
set_robust_list 273 99
get_robust_list 274 100
rseq 334 293
sched_getaffinity 204 123
sched_getparam 143 121
sched_getscheduler 145 120
sched_get_priority_max 146 125
sched_get_priority_min 147 126

recvfrom 45 207
shutdown 48 210
getsockname 51 204
getpeername 52 205
getsockopt 55 209
setsockopt 54 208
"""

_WITH_PROCESSES = """
fork 57 -
vfork 58 -
execve 59 221
setsid 112 157
setpgid 109 154
pidfd_open 434 434
"""

_WITH_NETWORK = """
bind 49 200
connect 42 203
listen 50 201
accept 43 202
accept4 288 242
sendmsg 46 211
sendmmsg 307 269
recvmsg 47 212
recvmmsg 299 243
"""

_BY_ARGUMENT = """
open 2 -
openat 257 56
umask 95 166
mkdir 83 -
mkdirat 258 34
truncate 76 45
fallocate 285 47
ioctl 16 29
fcntl 72 25
prctl 157 167
prlimit64 302 261
sched_setaffinity 203 122
clone 56 220
kill 62 129
tgkill 234 131
socket 41 198
socketpair 53 199
sendto 44 206
"""

# These do nothing and succeed, so that `shutil.copy2` and `Path.touch` work: no rule can tell
# whose file it is whose mode or times would change.
_PRETENDED = """
chmod 90 -
fchmod 91 52
fchmodat 268 53
fchmodat2 452 452
utime 132 -
utimes 235 -
futimesat 261 -
utimensat 280 88
"""

# `shutil.copy2` goes on when a file system says that it has no such attributes.
_NOT_SUPPORTED = """
listxattr 194 11
llistxattr 195 12
flistxattr 196 13
"""

FIRST_OF_ALL_PROCESSORS = 424
"""From here on the numbers are those of every processor, and libc asks before it relies on one:
it wants to hear that there is no such call, and then does without."""


def _numbers(table: str, machine: str) -> dict[str, int]:
    column = 1 if machine == "x86_64" else 2
    rows = (line.split() for line in table.strip().splitlines() if line)
    return {row[0]: int(row[column]) for row in rows if row[column] != "-"}


def allowed(machine: str, processes: bool, network: bool) -> list[int]:
    """The calls that are allowed whatever their arguments are."""
    tables = [_PLAIN, *([_WITH_PROCESSES] if processes else ())]
    tables += [_WITH_NETWORK] if network else ()
    return [number for table in tables for number in _numbers(table, machine).values()]


def by_argument(machine: str) -> dict[str, int]:
    """The calls whose arguments decide."""
    return _numbers(_BY_ARGUMENT, machine)


def pretended(machine: str) -> list[int]:
    """The calls that do nothing and succeed."""
    return list(_numbers(_PRETENDED, machine).values())


def not_supported(machine: str) -> list[int]:
    """The calls about what a file system may lack."""
    return list(_numbers(_NOT_SUPPORTED, machine).values())
