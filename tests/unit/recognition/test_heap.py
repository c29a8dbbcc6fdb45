"""Freed memory stays with the process while it is needed, and goes back to the system when it is not."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

ROUNDS = """
import ctypes, json, resource, sys
from v2m_desktop.recognition import heap

libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
libc.malloc.argtypes = [ctypes.c_size_t]
libc.free.argtypes = [ctypes.c_void_p]
libc.memset.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]
SIZE = 100_000_000


def use():
    block = libc.malloc(SIZE)
    libc.memset(block, 1, SIZE)
    libc.free(block)


def faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt


def faults_of_use():
    before = faults()
    use()
    return faults() - before


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


heap.share_one()
use()
usual = faults_of_use()
heap.keep_freed()
use()
kept, held = faults_of_use(), resident()
heap.give_back()
given = held - resident()
heap.take_apart()
use()
print(json.dumps({"usual": usual, "kept": kept, "given": given, "apart": faults_of_use()}))
"""
PAGES = 100_000_000 // 4096


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc can be told")
def test_a_large_buffer_costs_its_pages_once_and_goes_back_when_nothing_comes() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ROUNDS], capture_output=True, text=True, check=True, timeout=60
    )
    told = json.loads(done.stdout)
    assert told["usual"] > PAGES // 2
    assert told["kept"] < PAGES // 100
    assert told["given"] > 90_000_000
    assert told["apart"] > PAGES // 2
