"""Linux system calls the sandbox's rules are about: their numbers, by processor. Data."""

from __future__ import annotations


def _words(text: str) -> list[str]:
    return text.split()


_X86_64 = """
arch=0xC000003E fork=57 vfork=58 clone=56 clone3=435 execve=59 execveat=322 kill=62
tkill=200 tgkill=234 pidfd_send_signal=424 rt_sigqueueinfo=129 rt_tgsigqueueinfo=297
ptrace=101 process_vm_readv=310 process_vm_writev=311 pidfd_getfd=438 socket=41
io_uring_setup=425 bpf=321 perf_event_open=298 keyctl=250 add_key=248 userfaultfd=323
unshare=272 setns=308 mount=165 umount2=166 chroot=161 shmget=29 semget=64 msgget=68
mq_open=240 memfd_create=319 chmod=90 fchmod=91 fchmodat=268 fchmodat2=452 chown=92
fchown=93 lchown=94 fchownat=260 setxattr=188 lsetxattr=189 fsetxattr=190 prlimit64=302
sched_setaffinity=203 sched_setscheduler=144 sched_setparam=142 setpriority=141
ioprio_set=251
"""
_AARCH64 = """
arch=0xC00000B7 clone=220 clone3=435 execve=221 execveat=281 kill=129 tkill=130 tgkill=131
pidfd_send_signal=424 rt_sigqueueinfo=138 rt_tgsigqueueinfo=240 ptrace=117
process_vm_readv=270 process_vm_writev=271 pidfd_getfd=438 socket=198 io_uring_setup=425
bpf=280 perf_event_open=241 keyctl=219 add_key=217 userfaultfd=282 unshare=97 setns=268
mount=40 umount2=39 chroot=51 shmget=194 semget=190 msgget=186 mq_open=180 memfd_create=279
fchmod=52 fchmodat=53 fchmodat2=452 fchown=55 fchownat=54 setxattr=5 lsetxattr=6 fsetxattr=7
prlimit64=261 sched_setaffinity=122 sched_setscheduler=119 sched_setparam=118
setpriority=140 ioprio_set=30
"""
ALWAYS_REFUSED = _words("""
ptrace process_vm_readv process_vm_writev pidfd_getfd io_uring_setup bpf perf_event_open keyctl
add_key userfaultfd unshare setns mount umount2 chroot chown fchown lchown fchownat setxattr
lsetxattr fsetxattr setpriority ioprio_set
""")
PROCESSES = _words("""
fork vfork execve execveat tkill pidfd_send_signal rt_sigqueueinfo rt_tgsigqueueinfo shmget
semget msgget mq_open memfd_create
""")
# Landlock does not guard modes. These do nothing and succeed, so that `shutil.copy` works.
PRETENDED = ("chmod", "fchmod", "fchmodat", "fchmodat2")
OWN_PROCESS_ONLY = ("prlimit64", "sched_setaffinity", "sched_setscheduler", "sched_setparam")


def numbers(machine: str) -> dict[str, int]:
    """The numbers for a processor (`arch` is the kernel's name of it); empty where unknown."""
    table = {"x86_64": _X86_64, "aarch64": _AARCH64}.get(machine, "")
    pairs = (word.split("=") for word in table.split())
    return {name: int(number, 0) for name, number in pairs}
