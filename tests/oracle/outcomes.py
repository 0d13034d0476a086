"""Says which of the interesting things happened in a run, by watching lines of asyncio's own sources."""

import inspect
import sys
from asyncio import base_events, events, exceptions, futures, locks, queues, runners, streams, taskgroups, tasks, timeouts
from dataclasses import dataclass
from typing import Any, Callable

import virtual_loop


@dataclass
class Probe:
    """An outcome is seen when a line runs, and a condition holds of the frame's variables just before it."""

    outcome: str
    function: Any
    line: str
    occurrence: int = 0
    condition: Callable[..., bool] = lambda frame: True


def variable(name, holds):
    return lambda frame: name in frame.f_locals and holds(frame.f_locals[name])


def method(owner, name):
    """A method by the name it has in the source, private ones included."""
    return vars(owner).get(name) or vars(owner)[f"_{owner.__name__}{name}"]


def nested(function, name):
    """The code of a function inside another one."""
    return next(code for code in function.__code__.co_consts if getattr(code, "co_name", "") == name)


def woken(name):
    """The future was completed, so that its waiter was cancelled after it had been woken."""
    return variable(name, lambda future: future.done() and not future.cancelled())


def is_unstarted(task):
    return inspect.iscoroutine(task._coro) and inspect.getcoroutinestate(task._coro) == inspect.CORO_CREATED


def is_left_pending(when):
    def condition(frame):
        values = frame.f_locals
        return values["return_when"] == when and not (values["counter"] > 0 and values["timeout_handle"] and timed_out(values))

    return condition


def timed_out(values):
    loop = values["loop"]
    return loop.time() >= values["timeout_handle"].when() - 1e-9


def wait_timed_out(frame):
    return frame.f_locals["timeout_handle"] is not None and timed_out(frame.f_locals)


def expired_with(holds):
    return lambda frame: holds(frame.f_locals["self"], frame.f_locals["exc_type"])


def is_cancelled_from_outside(timeout, exc_type):
    cancelled = exc_type is not None and issubclass(exc_type, exceptions.CancelledError)
    return cancelled and timeout._task.cancelling() - 1 > timeout._cancelling


Task = tasks._PyTask
Future = futures._PyFuture
step = method(Task, "__step_run_and_handle_result")
gather_done = nested(tasks.gather, "_done_callback")
as_completed = vars(tasks._AsCompletedIterator).get("_wait_for_one") or tasks._AsCompletedIterator._wait_for_one
group_exit = taskgroups.TaskGroup.__aexit__
timeout_exit = timeouts.Timeout.__aexit__
CLEARS = "self._must_cancel = False"

PROBES = [
    Probe("cancel requested between two steps", Task.cancel, "self._must_cancel = True"),
    Probe("cancelled before its first step", method(Task, "__step"), CLEARS, 0, variable("self", is_unstarted)),
    Probe(
        "cancelled twice before one step",
        method(Task, "__step"),
        CLEARS,
        0,
        variable("exc", lambda exc: isinstance(exc, exceptions.CancelledError)),
    ),
    Probe("result lost to a cancellation", step, "super().cancel(msg=self._cancel_message)"),
    Probe("cancelled itself, then waited", step, "if self._fut_waiter.cancel("),
    Probe("awaited itself", step, "new_exc = RuntimeError(", 1),
    Probe(
        "cancel swallowed",
        step,
        "super().set_result(exc.value)",
        0,
        variable("self", lambda task: task._num_cancels_requested > 0),
    ),
    Probe("uncancel before the cancellation came", Task.uncancel, CLEARS, 0, variable("self", lambda task: task._must_cancel)),
    Probe("cancelled when already done", Task.cancel, "return False"),
    Probe("eager task done at once", method(Task, "__eager_start"), "self._coro = None"),
    Probe("eager task left waiting", method(Task, "__eager_start"), "_register_task(self)"),
    Probe("cancellation retrieved again", Future._make_cancelled_error, "exc = exceptions.CancelledError()"),
    Probe("cancelled with a message", Future._make_cancelled_error, "exc = exceptions.CancelledError(self._cancel_message)"),
    Probe("result set twice", Future.set_result, "raise exceptions.InvalidStateError(f'{self._state}: {self!r}')"),
    Probe("exception set twice", Future.set_exception, "raise exceptions.InvalidStateError(f'{self._state}: {self!r}')"),
    Probe("result asked too early", Future.result, "raise exceptions.InvalidStateError('Result is not ready.')"),
    Probe("exception asked too early", Future.exception, "raise exceptions.InvalidStateError('Exception is not set.')"),
    Probe("callback removed", Future.remove_done_callback, "self._callbacks[:] = filtered_callbacks"),
    Probe("callback added to a done future", Future.add_done_callback, "self._loop.call_soon(fn, self, context=context)"),
    Probe("gather child cancelled", gather_done, "exc = fut._make_cancelled_error()", 0),
    Probe("gather child failed", gather_done, "outer.set_exception(exc)", 1),
    Probe("gather cancelled", gather_done, "exc = fut._make_cancelled_error()", 1),
    Probe("gather child ended after gather", gather_done, "if not fut.cancelled():"),
    Probe("gather with a done future", tasks.gather, "done_futs.append(fut)"),
    Probe("gather of one thing twice", tasks.gather, "fut = arg_to_fut[arg]"),
    Probe("shield of a done future", tasks.shield, "return inner"),
    Probe("shield outlives its waiter", nested(tasks.shield, "_outer_done_callback"), "inner.remove_done_callback(_inner_done_callback)"),
    Probe("shielded cancelled", nested(tasks.shield, "_inner_done_callback"), "outer.cancel()"),
    Probe("shielded failed", nested(tasks.shield, "_inner_done_callback"), "outer.set_exception(exc)"),
    Probe("wait timed out with pending", tasks._wait, "pending.add(f)", 0, wait_timed_out),
    Probe("wait ended by the first", tasks._wait, "pending.add(f)", 0, is_left_pending("FIRST_COMPLETED")),
    Probe("wait ended by an exception", tasks._wait, "pending.add(f)", 0, is_left_pending("FIRST_EXCEPTION")),
    Probe("as_completed timed out", as_completed, "raise exceptions.TimeoutError"),
    Probe("wait_for without time of a done future", tasks.wait_for, "return fut.result()", 0),
    Probe("wait_for without time", tasks.wait_for, "await _cancel_and_wait(fut)"),
    Probe("timeout fired", timeouts.Timeout._on_timeout, "self._task.cancel()"),
    Probe("timeout raised", timeout_exit, "raise TimeoutError from exc_val"),
    Probe("timeout fired, body finished", timeout_exit, "self._state = _State.EXPIRED", 0, expired_with(lambda _, exc: exc is None)),
    Probe("timeout fired, another exception", timeout_exit, "self._insert_timeout_error(exc_val)"),
    Probe("timeout fired, cancelled from outside", timeout_exit, "self._state = _State.EXPIRED", 0, expired_with(is_cancelled_from_outside)),
    Probe("deadline in the past", timeouts.Timeout.reschedule, "self._timeout_handler = loop.call_soon(self._on_timeout)"),
    Probe("timeout rescheduled", timeouts.Timeout.reschedule, "self._timeout_handler.cancel()"),
    Probe("timeout rescheduled too late", timeouts.Timeout.reschedule, "raise RuntimeError("),
    Probe("group aborted by a child", taskgroups.TaskGroup._on_task_done, "self._parent_cancel_requested = True"),
    Probe("group aborted by its body", group_exit, "self._abort()", 0),
    Probe("group cancelled while it waits", group_exit, "self._abort()", 1),
    Probe(
        "group swallowed a cancellation",
        group_exit,
        "if not self._aborting:",
        1,
        variable("self", lambda group: group._aborting),
    ),
    Probe(
        "group of two errors",
        group_exit,
        "me = BaseExceptionGroup('unhandled errors in a TaskGroup', self._errors)",
        0,
        variable("self", lambda group: len(group._errors) > 1),
    ),
    Probe("group's body failed", group_exit, "self._errors.append(exc)"),
    Probe("group cancelled its parent again", group_exit, "self._parent_task.cancel()"),
    Probe("group was finished", taskgroups.TaskGroup.create_task, 'raise RuntimeError(f"TaskGroup {self!r} is finished")'),
    Probe("group was shutting down", taskgroups.TaskGroup.create_task, 'raise RuntimeError(f"TaskGroup {self!r} is shutting down")'),
    Probe(
        "child added while the group waits",
        taskgroups.TaskGroup.create_task,
        "self._tasks.add(task)",
        0,
        variable("self", lambda group: group._exiting),
    ),
    Probe("lock waiter cancelled", locks.Lock.acquire, "if not self._locked:"),
    Probe("lock waiter cancelled after its wake-up", locks.Lock.acquire, "if not self._locked:", 0, woken("fut")),
    Probe("lock released by nobody", locks.Lock.release, "raise RuntimeError('Lock is not acquired.')"),
    Probe(
        "event cleared before its waiter ran",
        locks.Event.wait,
        "return True",
        1,
        variable("self", lambda event: not event._value),
    ),
    Probe("condition waiter cancelled", locks.Condition.wait, "self._notify(1)"),
    Probe("condition waiter cancelled while it takes the lock", locks.Condition.wait, "err = e"),
    Probe(
        "condition woke another in its place",
        locks.Condition.wait,
        "self._notify(1)",
        0,
        variable("self", lambda condition: any(not waiter.done() for waiter in condition._waiters)),
    ),
    Probe("semaphore waiter cancelled after its wake-up", locks.Semaphore.acquire, "self._value += 1"),
    Probe(
        "semaphore kept its order",
        locks.Semaphore.acquire,
        "fut = self._get_loop().create_future()",
        0,
        variable("self", lambda semaphore: semaphore._value > 0 or any(w.done() for w in semaphore._waiters)),
    ),
    Probe("bounded semaphore released too often", locks.BoundedSemaphore.release, "raise ValueError('BoundedSemaphore released too many times')"),
    Probe("barrier passed", locks.Barrier._release, "self._state = _BarrierState.DRAINING"),
    Probe("barrier broken while waiting", locks.Barrier._wait, 'raise exceptions.BrokenBarrierError("Abort or reset of barrier")'),
    Probe("barrier found broken", locks.Barrier._block, 'raise exceptions.BrokenBarrierError("Barrier aborted")'),
    Probe("barrier reset under waiters", locks.Barrier.reset, "self._state = _BarrierState.RESETTING"),
    Probe("barrier newcomer waits", locks.Condition.wait_for, "await self.wait()", 0, lambda frame: frame.f_back.f_code.co_name == "_block"),
    Probe("getter cancelled", queues.Queue.get, "getter.cancel()  # Just in case getter is not done yet."),
    Probe("getter cancelled after its wake-up", queues.Queue.get, "self._wakeup_next(self._getters)"),
    Probe("getter woken for nothing", queues.Queue.get, "if self._is_shutdown and self.empty():", 0, lambda frame: "getter" in frame.f_locals),
    Probe("putter cancelled", queues.Queue.put, "putter.cancel()  # Just in case putter is not done yet."),
    Probe("putter cancelled after its wake-up", queues.Queue.put, "self._wakeup_next(self._putters)"),
    Probe("putter woken for nothing", queues.Queue.put, "if self._is_shutdown:", 0, lambda frame: "putter" in frame.f_locals),
    Probe("queue shut down under a getter", queues.Queue.get, "raise QueueShutDown", 0, lambda frame: "getter" in frame.f_locals),
    Probe("queue shut down under a putter", queues.Queue.put, "raise QueueShutDown", 0, lambda frame: "putter" in frame.f_locals),
    Probe("queue emptied by its shutdown", queues.Queue.shutdown, "self._get()"),
    Probe("queue was full", queues.Queue.put_nowait, "raise QueueFull"),
    Probe("queue was empty", queues.Queue.get_nowait, "raise QueueEmpty"),
    Probe("queue join waited", queues.Queue.join, "await self._finished.wait()"),
    Probe("task_done called too often", queues.Queue.task_done, "raise ValueError('task_done() called too many times')"),
    Probe("handle cancelled in its own iteration", base_events.BaseEventLoop._run_once, "continue"),
    Probe("timer cancelled", events.TimerHandle.cancel, "self._loop._timer_handle_cancelled(self)"),
    Probe("callback failed", events.Handle._run, "self._loop.call_exception_handler(context)"),
    Probe(
        "two timers of one moment",
        virtual_loop.FifoTimerHandle.__lt__,
        "return (self._when, self._number) < (other._when, other._number)",
        0,
        lambda frame: frame.f_locals["self"]._when == frame.f_locals["other"]._when,
    ),
    Probe("leftover task cancelled at the end", runners._cancel_all_tasks, "task.cancel()"),
    Probe("leftover task failed at the end", runners._cancel_all_tasks, "loop.call_exception_handler({"),
    Probe("generator left open was closed", base_events.BaseEventLoop.shutdown_asyncgens, "self._asyncgens.clear()"),
    Probe("generator failed to close", base_events.BaseEventLoop.shutdown_asyncgens, "self.call_exception_handler({"),
    Probe("reader waited for data", streams.StreamReader._wait_for_data, "self._waiter = self._loop.create_future()"),
    Probe("reader read by two", streams.StreamReader._wait_for_data, "raise RuntimeError("),
    Probe("reader's limit overrun", streams.StreamReader.readuntil, "raise exceptions.LimitOverrunError(", 0),
    Probe("reader's limit overrun by a whole record", streams.StreamReader.readuntil, "raise exceptions.LimitOverrunError(", 1),
    Probe("reader's line too long", streams.StreamReader.readline, "raise ValueError(e.args[0])"),
    Probe("reader's data incomplete", streams.StreamReader.readexactly, "raise exceptions.IncompleteReadError(incomplete, n)"),
    Probe("reader's record incomplete", streams.StreamReader.readuntil, "raise exceptions.IncompleteReadError(chunk, None)"),
]

OUTCOMES = [probe.outcome for probe in PROBES]


def start():
    """Forgets what was seen, and answers with the set that will hold what is seen next."""
    _seen.clear()
    return _seen


_seen = set()
_watched = {}


def _watch():
    monitoring = sys.monitoring
    monitoring.use_tool_id(monitoring.PROFILER_ID, "oracle")
    for probe in PROBES:
        code = getattr(probe.function, "__code__", probe.function)
        _watched.setdefault((code, _line_number(code, probe)), []).append(probe)
        monitoring.set_local_events(monitoring.PROFILER_ID, code, monitoring.events.LINE)
    monitoring.register_callback(monitoring.PROFILER_ID, monitoring.events.LINE, _on_line)


def _line_number(code, probe):
    lines, first = inspect.getsourcelines(code)
    numbers = [first + index for index, line in enumerate(lines) if line.strip() == probe.line]
    if len(numbers) <= probe.occurrence:
        raise LookupError(f"{probe.outcome!r}: {code.co_qualname} has no such line any more: {probe.line}")
    return numbers[probe.occurrence]


def _on_line(code, number):
    probes = _watched.get((code, number))
    if probes is None:
        return sys.monitoring.DISABLE
    frame = sys._getframe(1)
    _seen.update(probe.outcome for probe in probes if probe.condition(frame))


_watch()
