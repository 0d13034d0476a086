"""An event loop of CPython, with all its own machinery, on a clock that nobody waits for."""

import asyncio
import heapq
import itertools
import later_releases
from asyncio import base_events, events, futures, tasks

import ordered_sets

if tasks.Task is not tasks._PyTask or futures.Future is not futures._PyFuture:
    raise ImportError("import pure_python before asyncio")

later_releases.install()

MOST_ITERATIONS = 20_000


class FifoTimerHandle(events.TimerHandle):
    """Timers of one moment fire in the order in which they were set.

    CPython compares the moments alone, so that the order of four or more equal timers is that of its heap:
    its documentation leaves it undefined.
    """

    _numbers = itertools.count()

    def __init__(self, *args):
        super().__init__(*args)
        self._number = next(self._numbers)

    def __lt__(self, other):
        return (self._when, self._number) < (other._when, other._number)


class VirtualLoop(base_events.BaseEventLoop):
    """When nothing is ready, time jumps to the next deadline. `BaseEventLoop._run_once` does the rest."""

    def __init__(self, given_up):
        super().__init__()
        self._now = 0.0
        self._clock_resolution = 1e-9
        self._selector = self
        self._given_up = given_up
        self._iterations = 0
        self._asyncgens = ordered_sets.OpenGenerators()

    def time(self):
        return self._now

    def call_at(self, when, callback, *args, context=None):
        self._check_closed()
        timer = FifoTimerHandle(when, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def create_task(self, coro, **options):
        """Gives a task factory the name, as 3.13.3 does: 3.13.0 called all tasks of a factory "None"."""
        if self._task_factory is None:
            return super().create_task(coro, **options)
        self._check_closed()
        return self._task_factory(self, coro, **options)

    def select(self, timeout):
        """Stands for the selector that `_run_once` asks for events of the outside world: there are none."""
        self._iterations += 1
        if timeout is None or self._iterations > MOST_ITERATIONS:
            raise self._given_up
        if timeout > 0:
            self._now = self._scheduled[0]._when
        return []

    def _process_events(self, event_list):
        pass
