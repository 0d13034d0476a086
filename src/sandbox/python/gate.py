"""Lets the reader pause a program: between two callbacks of its loop, and where the loop waits, CPython is suspended."""

import asyncio
import functools
import inspect
import sys
from asyncio import events

from hidden_frames import hide
from pyodide.ffi import can_run_sync, run_sync


class Nobody:
    """Stands for the running loop, which Pyodide asks for a task that waits for a promise: the promise itself will do."""

    def __init__(self, promise):
        self._promise = promise

    def create_task(self, coroutine):
        coroutine.close()
        return self._promise


class Gate:
    """What is handed a program's callbacks, and its waiting, and goes on when the reader wants it to."""

    def __init__(self, host, before_waiting):
        self._host = host
        # Called before the program is suspended: whoever looks at it then sees all that it has done.
        self._before_waiting = before_waiting
        self._depth = 0
        self._is_left_open = False

    def note_loop(self):
        self._host.noteLoop()

    def enter(self):
        """Returns when a callback may begin. What a callback begins inside of itself is never held."""
        if self._depth == 0 and not self._is_left_open:
            self._wait_for_turn()
        self._depth += 1

    def _wait_for_turn(self):
        while (turn := self._host.turn()) is not None:
            if not can_run_sync():
                # JavaScript has called the program, and cannot be suspended with it.
                self._is_left_open = True
                self._host.leaveOpen()
                return
            self._suspend(turn)

    def leave(self):
        self._depth -= 1
        if self._depth == 0 and not self._is_left_open:
            self._host.ended()

    def sleep(self, seconds):
        """Answers whether it has slept: a program that cannot be suspended has to be blocked."""
        is_suspended = self._depth == 0 and not self._is_left_open and can_run_sync()
        if is_suspended:
            self._suspend(self._host.sleep(seconds))
        return is_suspended

    def _suspend(self, until):
        self._before_waiting()
        loop = events._get_running_loop()
        events._set_running_loop(Nobody(until.over))
        try:
            run_sync(until.over)
        finally:
            events._set_running_loop(loop)


@hide
def refuse(awaitable, /):
    """What Pyodide says where it cannot suspend CPython."""
    if not inspect.isawaitable(awaitable):
        raise TypeError(f"object {type(awaitable).__name__} is not awaitable")
    asyncio.ensure_future(awaitable)
    raise RuntimeError(
        "Cannot stack switch because the Python entrypoint was a synchronous function. Use pyFunc.callPromising() to fix."
    )


def never():
    return False


def keep_from_program(patches):
    """That CPython can be suspended is for the gate alone: to the program Pyodide answers as where nobody pauses it."""
    for original, replacement in ((run_sync, refuse), (can_run_sync, never)):
        for module in list(sys.modules.values()):
            if getattr(module, "__dict__", {}).get(original.__name__) is original:
                patches.put(module, original.__name__, functools.wraps(original)(replacement))
