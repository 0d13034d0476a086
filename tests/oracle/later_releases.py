"""What later patch releases of 3.13 mended, for the 3.13.0 that may be at hand."""

import sys
from asyncio import taskgroups


def install():
    if sys.version_info < (3, 13, 2):
        taskgroups.TaskGroup.create_task = _create_task


def _create_task(self, coro, *, name=None, context=None):
    """Waits for an eager task also when it is done at once (gh-128550, gh-128588): 3.13.0 could wait for ever."""
    if self._exiting and not self._tasks:
        coro.close()
        raise RuntimeError(f"TaskGroup {self!r} is finished")
    if self._aborting:
        coro.close()
        raise RuntimeError(f"TaskGroup {self!r} is shutting down")
    task = self._loop.create_task(coro, name=name, context=context)
    self._tasks.add(task)
    task.add_done_callback(self._on_task_done)
    return task
