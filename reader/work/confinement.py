"""What a worker process may do: little. It parses foreign input, so it may read the program's own files and no others,
write nothing, reach no network, and use a bounded share of memory, time and open files.

Linux: Landlock (kernel documentation, userspace-api/landlock), no_new_privs and resource limits. macOS: resource
limits. Elsewhere the parent's wall clock alone holds.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import sysconfig
from pathlib import Path

import reader

MIB = 1024 * 1024
OPEN_FILES = 128

_READ = (1 << 0) | (1 << 2) | (1 << 3)  # execute, read a file, read a folder
_READ_FILE = (1 << 0) | (1 << 2)
_FS_RIGHTS_BY_ABI = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_NET_RIGHTS = 0b11  # bind and connect TCP, from ABI 4 on
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_PATH_BENEATH = 1
_NO_NEW_PRIVS = 38


class _RulesetAttr(ctypes.Structure):
    _fields_ = (("fs", ctypes.c_uint64), ("net", ctypes.c_uint64))


class _PathBeneathAttr(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("access", ctypes.c_uint64), ("parent", ctypes.c_int32))


def readable() -> list[Path]:
    """What a worker needs to read: Python, the packages, our own resources, the system's libraries."""
    package = Path(reader.__file__).resolve().parent
    checkout = [package.parent / name for name in ("resources", "seeds")]
    installed = [Path(place) for place in sys.path if place and Path(place).name in {"site-packages", "dist-packages"}]
    prefixes = [Path(sys.prefix), Path(sys.base_prefix), *(Path(p) for p in sysconfig.get_paths().values())]
    if getattr(sys, "frozen", False):  # the code of an installed bundle lies in its own program file
        prefixes.append(Path(sys.executable))
    system = [
        *(Path(p) for p in ("/usr/lib", "/usr/lib64", "/usr/share/zoneinfo", "/usr/local/lib", "/lib", "/lib64")),
        *(Path(p) for p in ("/etc/ld.so.cache", "/etc/localtime", "/proc/cpuinfo", "/proc/meminfo", "/proc/self")),
        *(Path(p) for p in ("/sys/devices/system/cpu", "/sys/fs/cgroup", "/dev/null", "/dev/urandom")),
    ]
    return [path for path in (package, *checkout, *installed, *prefixes, *system) if path.exists()]


def limit_resources(memory_mib: int) -> None:
    """Bounds this process's memory (MiB of address space), files and core dumps, and forbids it to write files."""
    if sys.platform == "win32":
        return
    import resource

    wanted = (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_AS, memory_mib * MIB),
    )
    for what, limit in wanted:
        with contextlib.suppress(ValueError, OSError):  # macOS knows no limit of the address space
            resource.setrlimit(what, (limit, limit))


def limit_time(seconds: int) -> None:
    """Lets this process use `seconds` more of processor time from now on; then the system ends it."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard))


def forbid_files_and_network() -> bool:
    """Shuts this process off from all files but `readable()` and from TCP; whether the system could do it."""
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    abi = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(1))
    if abi < 1 or libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    rights = _FS_RIGHTS_BY_ABI[max(known for known in _FS_RIGHTS_BY_ABI if known <= abi)]
    attr = _RulesetAttr(rights, _NET_RIGHTS if abi >= 4 else 0)
    size = ctypes.sizeof(attr) if abi >= 4 else 8
    ruleset = libc.syscall(_CREATE_RULESET, ctypes.byref(attr), ctypes.c_size_t(size), ctypes.c_uint32(0))
    if ruleset < 0:
        return False
    try:
        for path in readable():
            _allow(libc, ruleset, path)
        return bool(libc.syscall(_RESTRICT_SELF, ruleset, ctypes.c_uint32(0)) == 0)
    finally:
        os.close(ruleset)


def _allow(libc: ctypes.CDLL, ruleset: int, path: Path) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return
    rule = _PathBeneathAttr(_READ if path.is_dir() else _READ_FILE, place)
    libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), ctypes.c_uint32(0))
    os.close(place)
