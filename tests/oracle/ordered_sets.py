"""Makes CPython deterministic where it iterates over a set of tasks, whose order is that of addresses.

The order of creation is the sensible choice. It shows when a task group cancels its children, when
as_completed wraps coroutines, and when the end of a run cancels what is left.
"""

import asyncio
import itertools
import weakref
from asyncio import runners, tasks


class OrderedSet(dict):
    """As much of a set as asyncio uses, in order of insertion."""

    def add(self, element):
        self[element] = None

    def discard(self, element):
        self.pop(element, None)

    def remove(self, element):
        del self[element]


class OpenGenerators(OrderedSet):
    """The asynchronous generators of a loop. Those that have ended are forgotten, as when nobody holds them any more."""

    def __iter__(self):
        return (generator for generator in list(super().__iter__()) if generator.ag_frame is not None)

    def __len__(self):
        return sum(1 for _ in self)


def install():
    _order_task_groups()
    _order_as_completed()
    _order_all_tasks()


def _order_task_groups():
    original = asyncio.TaskGroup.__init__

    def __init__(self):
        original(self)
        self._tasks = OrderedSet()

    asyncio.TaskGroup.__init__ = __init__


def _order_as_completed():
    class OrderedIterator(tasks._AsCompletedIterator):
        def __init__(self, aws, timeout):
            loop = asyncio.get_running_loop()
            wrapped = OrderedSet.fromkeys(tasks.ensure_future(aw, loop=loop) for aw in dict.fromkeys(aws))
            super().__init__((), None)
            self._todo = wrapped
            self._todo_left = len(wrapped)
            for future in wrapped:
                future.add_done_callback(self._handle_completion)
            if wrapped and timeout is not None:
                self._timeout_handle = loop.call_later(timeout, self._handle_timeout)

    tasks._AsCompletedIterator = OrderedIterator


def _order_all_tasks():
    numbers = weakref.WeakKeyDictionary()
    counter = itertools.count()

    def numbering(register):
        def wrapper(task):
            numbers.setdefault(task, next(counter))
            register(task)

        return wrapper

    original = tasks.all_tasks

    def all_tasks(loop=None):
        return sorted(original(loop), key=numbers.__getitem__)

    # A task registers itself by these names in 3.13, by those that begin with _py in 3.14.
    for name in ["_register_task", "_register_eager_task", "_py_register_task", "_py_register_eager_task"]:
        setattr(tasks, name, numbering(getattr(tasks, name)))
    tasks.all_tasks = asyncio.all_tasks = runners.tasks.all_tasks = all_tasks
