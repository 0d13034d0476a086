"""Runs a program on a time that nobody waits for: `python virtual_time.py main.py`.

The loop is CPython's own. Only its selector does not wait: when no file is ready, time jumps to the next timer. And a
look at the clock takes a little, so that whoever is busy until some moment comes to it. The program takes the same
time at every run, however busy the machine is. It is for programs that wait for timers alone.
"""

import runpy
import selectors
import sys
import time

LOOK = 0.00001
now = 0.0


def look():
    global now
    now += LOOK
    return now


def sleep(seconds):
    global now
    now += seconds


class ImpatientSelector(selectors.DefaultSelector):
    def select(self, timeout=None):
        ready = super().select(0)
        if ready or timeout is None:
            return ready or super().select(timeout)
        sleep(max(0, timeout))
        return ready


time.monotonic = time.perf_counter = look
time.sleep = sleep
selectors.DefaultSelector = ImpatientSelector
sys.argv = sys.argv[1:]
sys.path[0] = "."
runpy.run_path(sys.argv[0], run_name="__main__")
