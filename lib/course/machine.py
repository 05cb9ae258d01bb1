"""What this machine, or the container on it, has to give."""

import math
import os
import shutil
from pathlib import Path

from course import project

CGROUP = Path("/sys/fs/cgroup")
MEBIBYTE = 1024 * 1024


def cores(cgroup: Path = CGROUP) -> int:
    """The processors we may use: a container's share, not its host's number."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    share = _share(cgroup)
    return max(1, min(count, math.ceil(share))) if share else count


def _share(cgroup: Path) -> float | None:
    """A container's share of processor time, in processors; None where there is no limit."""
    try:
        quota, period = (cgroup / "cpu.max").read_text().split()
    except (OSError, ValueError):
        try:
            quota = (cgroup / "cpu" / "cpu.cfs_quota_us").read_text()
            period = (cgroup / "cpu" / "cpu.cfs_period_us").read_text()
        except OSError:
            return None
    try:
        return int(quota) / int(period) if int(quota) > 0 else None
    except ValueError:  # "max"
        return None


def memory(cgroup: Path = CGROUP) -> int | None:
    """The memory we may use, in MiB, or None where that cannot be told."""
    known = []
    for limit in (cgroup / "memory.max", cgroup / "memory" / "memory.limit_in_bytes"):
        try:
            known.append(int(limit.read_text()) // MEBIBYTE)
        except (OSError, ValueError):
            continue
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        known.append(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // MEBIBYTE)
    return min(known, default=None)


def free_disk() -> int:
    """The room left where the project lies, in MiB."""
    return shutil.disk_usage(project.ROOT).free // MEBIBYTE
