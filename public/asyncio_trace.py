"""Records what asyncio's event loop does while a program runs, as a trace that can be drawn.

    python -m asyncio_trace app.py                   writes trace.json
    python -m asyncio_trace --virtual -o a.json app.py --its --arguments

Or around a part of a program:

    with asyncio_trace.recording("trace.json"):
        asyncio.run(main())

One file, for CPython 3.11 and newer, without dependencies. It records the loops of asyncio itself, also several ones
and those of other threads; not those of uvloop. The trace is a JSON list, one event a line: which callback is queued,
begins and ends, what each task waits for and in which line, timers, cancellations, task groups, timeouts, and what is
printed. Texts are cut to 120 characters, and of a long run the first 200,000 events are kept, or as many as `--most`
says: from then on the program runs as if nobody recorded it. Nothing else of the program is kept alive.

With `--virtual` nobody waits for the time: when nothing is ready, it jumps to the next timer, and a program that
sleeps or looks at the clock moves it. So each run of a program that waits for timers alone gives the same trace.

The license is MIT.
"""

import asyncio
import contextlib
import functools
import itertools
import json
import os
import selectors
import sys
import threading
import time
import weakref
from asyncio import base_events, events, futures, taskgroups, tasks, timeouts
from asyncio import Task as AnyTask
from collections import deque

MOST_EVENTS = 200_000
MOST_FRAMES = 6
MOST_TEXT = 120  # UTF-16 units, as JavaScript counts

THIS_FILE = os.path.realpath(__file__)
CODE_FILE = sys._getframe().f_code.co_filename  # As frames name it.
ASYNCIO = os.path.dirname(asyncio.__file__) + os.sep
IGNORED = 0  # The number of what the trace leaves out.

# What a future stands for is told by the function that made it, but for these.
MEANINGS = {
    "_wait": "wait",
    "wrap_future": "run_in_executor",
    "TaskGroup.__aexit__": "task group",
    "StreamReader._wait_for_data": "StreamReader.read",
    "FlowControlMixin._drain_helper": "StreamWriter.drain",
}


class HostClock:
    """The time of this machine."""

    time = staticmethod(time.monotonic)
    hears_all = False

    def progressed(self):
        pass

    def replace_time(self, patches):
        pass


class VirtualClock:
    """A time that moves when nothing else can happen, and when a program sleeps or goes on looking at it."""

    FREE_LOOKS = 100
    FREE_ITERATIONS = 1000
    LOOK = 0.001  # Seconds, for each look, or iteration of a loop, after those.

    # Without them it would move on where it should not.
    hears_all = True

    def __init__(self):
        self._now = 0.0
        self._looks = 0
        self._iterations = 0

    def time(self):
        self._looks += 1
        if self._looks > self.FREE_LOOKS:
            self._now += self.LOOK
        return self._now

    def sleep(self, seconds):
        self._now += max(0.0, seconds)
        self._iterations = 0

    def iterate(self):
        """A loop has gone around and somebody is ready: who gives way for ever waits for the time as well."""
        self._iterations += 1
        if self._iterations > self.FREE_ITERATIONS:
            self._now += self.LOOK

    def progressed(self):
        """Something has happened: whoever looks at the time does more than that."""
        self._looks = 0

    def replace_time(self, patches):
        clock = self
        epoch = time.time()

        class Selector(selectors.DefaultSelector):
            def select(self, timeout=None):
                ready = super().select(0)
                if ready or timeout is None:
                    return ready or super().select(timeout)
                if timeout > 0:
                    clock.sleep(timeout)
                else:
                    clock.iterate()
                return ready

        patches.put(selectors, "DefaultSelector", Selector)
        for name in ("monotonic", "perf_counter"):
            patches.put(time, name, self.time)
            patches.put(time, f"{name}_ns", lambda: round(self.time() * 1e9))
        patches.put(time, "time", lambda: epoch + self.time())
        patches.put(time, "sleep", self.sleep)
        patches.put(base_events.BaseEventLoop, "time", lambda loop: self.time())
        patches.wrap(base_events.BaseEventLoop, "shutdown_default_executor", wait_for_threads)


def wait_for_threads(shut_down):
    """Threads know no other time than the machine's: a limit in seconds that nobody waits for would be over at once."""

    def shutdown_default_executor(loop, timeout=None):
        return shut_down(loop)

    return shutdown_default_executor


class Patches:
    """What stands in the place of something else for as long as a program is recorded."""

    def __init__(self):
        # Each answers whether it has taken back what it stands for.
        self._undo = []

    def put(self, owner, name, replacement):
        is_there = name in vars(owner)
        original = vars(owner).get(name)

        def take_back():
            # What the program has put there since then stays, for as long as it wants.
            is_ours = vars(owner).get(name) is replacement
            if is_ours and is_there:
                setattr(owner, name, original)
            elif is_ours:
                delattr(owner, name)
            return is_ours

        setattr(owner, name, replacement)
        self._undo.append(take_back)

    def until_undone(self, owner, *names):
        """What a class of this file has, it has for as long: its objects may live on, and are then those of its base."""
        for name in names:
            self._undo.append(lambda name=name: delattr(owner, name) is None)

    def begin_shorter(self):
        """Others, which may be undone before these."""
        shorter = type(self)()
        self._undo.append(shorter.undo)
        return shorter

    def wrap(self, owner, name, make):
        """Puts what `make` makes of a function into its place."""
        original = getattr(owner, name)
        self.put(owner, name, functools.wraps(original)(make(original)))

    def undo(self):
        """Answers whether nothing is left: the rest is tried again at the next call."""
        self._undo = [take_back for take_back in reversed(self._undo) if not take_back()][::-1]
        return not self._undo


class Unseen:
    """Takes the frame that it is used in out of the traceback of an error that passes through it."""

    def __enter__(self):
        pass

    def __exit__(self, kind, error, traceback):
        # Whoever uses this file may have hidden its frames already.
        if traceback is not None and is_of_this_file(traceback.tb_frame):
            error.__traceback__ = traceback.tb_next


unseen = Unseen()


class Known:
    """What is known of a task, future, callback or scope: it has one number for as long as it lives."""

    __slots__ = ("ref", "number", "meaning", "is_done", "is_scope", "is_ready", "is_waiting", "cancel_message")

    def __init__(self, ref, number):
        self.ref = ref
        self.number = number
        self.meaning = "Future"
        self.is_done = False
        self.is_scope = False
        self.is_ready = False
        self.is_waiting = False
        self.cancel_message = ""


class Run:
    """The time in which a loop has tasks, from the first one that somebody outside of the loop made."""

    def __init__(self, scope, main):
        self.scope = scope
        self.main = main
        self.outcome = "result"
        self.alive = set()


class Running(threading.local):
    """The callbacks that have the thread: more than one when a task starts eagerly."""

    def __init__(self):
        self.stack = []


class Recorder:
    """Keeps the events of a trace."""

    def __init__(self, folder, most, clock):
        self.events = []
        self.dropped = 0
        self.clock = clock
        # Called once, when there is no room for an event.
        self.when_full = None
        self._folder = os.path.join(os.path.realpath(folder), "")
        self._paths = {}
        self._room = most
        self._start = None
        self._latest = 0.0
        self._lock = threading.RLock()
        self._numbers = itertools.count(1)
        self._known = {}
        self._running = Running()
        self._runs = weakref.WeakKeyDictionary()
        self._entries = itertools.count()

    # Numbers.

    def known(self, thing):
        key = id(thing)
        known = self._known.get(key)
        if known is None or known.ref() is not thing:
            number = IGNORED if self._inside == IGNORED else next(self._numbers)
            forget = self._known.pop
            known = Known(weakref.ref(thing, lambda ref: forget(key, None)), number)
            self._known[key] = known
        return known

    def number(self, thing):
        return self.known(thing).number

    @property
    def _inside(self):
        """The number of the callback that has the thread."""
        return self._running.stack[-1][0] if self._running.stack else None

    @property
    def task(self):
        """The number of the task that has the thread."""
        number, is_task = self._running.stack[-1] if self._running.stack else (0, False)
        return number if is_task else 0

    # Events.

    def tell(self, kind, subject=None, number=0, /, **more):
        """`subject` is the name of the field with the number of what the event is about, if it is about something."""
        self.clock.progressed()
        if subject is not None and number == IGNORED:
            return None
        with self._lock:
            if self._room <= 0:
                self.dropped += 1
                self._leave()
                return None
            self._room -= 1
            event = {"at": self.now(), "kind": kind}
            if subject is not None:
                event[subject] = number
            event.update(more)
            self.events.append(event)
            return event

    def _leave(self):
        """Nothing will be kept any more: the program needs not pay for telling it."""
        leave, self.when_full = self.when_full, None
        if leave is not None:
            leave()
            self._known.clear()

    def now(self):
        """Seconds since the first loop was made. It never decreases."""
        time = self.clock.time()
        if self._start is None:
            return 0
        self._latest = max(self._latest, time - self._start)
        return exact(self._latest)

    def since_start(self, moment):
        # A program may give what is no time. Its loop is to say so, and not this.
        return exact(moment - (self._start or 0)) if isinstance(moment, (int, float)) else 0

    def begin_loop(self):
        if self._start is None:
            self._start = self.clock.time()

    def printed(self, text):
        if self._inside != IGNORED:
            self.tell("output", task=self.task, line=next(self._entries), text=cut(text))

    # Tasks.

    def task_created(self, task, name, loop, coroutine):
        run = self._runs.get(loop)
        is_main = self._inside is None
        if is_main and of_the_runner(coroutine):
            self.known(task).number = IGNORED
            return None
        if is_main and run is None:
            run = self._runs[loop] = Run(next(self._numbers), self.number(task))
            self.tell("scope opened", "scope", run.scope, what="run", owner=0)
        number = self.number(task)
        event = self.tell(
            "task created",
            "task",
            number,
            name=cut(name),
            parent=self.task,
            frames=self.frames(frames_above(sys._getframe(1))),
        )
        if is_main:
            self.tell("scope joined", "scope", run.scope, member=number)
        if run is not None and number != IGNORED:
            run.alive.add(number)
        return event

    def task_done(self, task):
        self.future_done(task)
        known, outcome = self.known(task), outcome_of(task)
        number = known.number
        message = known.cancel_message if outcome == "cancelled" else message_of(task._exception)
        self.tell("task done", "task", number, outcome=outcome, message=cut(message))
        run = self._runs.get(task.get_loop())
        if run is None:
            return
        run.alive.discard(number)
        if number == run.main:
            run.outcome = outcome
        if not run.alive:
            self.tell("scope closed", "scope", run.scope, outcome=run.outcome)
            del self._runs[task.get_loop()]

    def waits(self, task):
        known = self.known(task)
        if known.is_waiting:
            return
        known.is_waiting = True
        on = task._fut_waiter
        chain = list(coroutines_of(task))
        if on is not None:
            what = self.known(on).meaning if not isinstance(on, AnyTask) else "Task"
        else:
            what = "sleep" if chain and name_of(chain[-1]) == "__sleep0" else "yield"
        frames = self.frames(frame for frame in map(frame_of, reversed(chain)) if frame is not None)
        number = 0 if on is None else self.number(on)
        self.tell("waits", "task", known.number, on=number, what=cut(what), frames=frames)

    # Futures.

    def future_made(self, future, maker):
        """Its meaning is told by the frame that made it."""
        if self._inside == IGNORED or not maker.f_code.co_filename.startswith(ASYNCIO):
            return
        name = maker.f_code.co_qualname
        known = self.known(future)
        known.meaning = MEANINGS.get(name) or name_of_method(maker)
        if name == "_wait":
            self.open_scope(future, "wait", sorted(maker.f_locals["fs"], key=self.number))
        elif name == "shield":
            self.open_scope(future, "shield", [maker.f_locals["inner"]])

    def future_done(self, future):
        known = self.known(future)
        if known.is_done:
            return
        known.is_done = True
        outcome = outcome_of(future)
        self.tell("future done", "future", known.number, outcome=outcome, by=self.task)
        if known.is_scope:
            self.tell("scope closed", "scope", known.number, outcome=outcome)

    def cancel(self, future, message):
        if not future.done():
            self.known(future).cancel_message = "" if message is None else str(message)
            self.tell("cancel", "target", self.number(future), by=self.task)

    def open_scope(self, scope, what, members, **more):
        known = self.known(scope)
        known.is_scope = True
        known.meaning = what
        self.tell("scope opened", "scope", known.number, what=what, owner=self.task, **more)
        for member in members:
            self.tell("scope joined", "scope", known.number, member=self.number(member))

    def close_scope(self, scope, error):
        outcome = outcome_of_block(error)
        self.tell("scope closed", "scope", self.number(scope), outcome=outcome)

    # Callbacks.

    def queued(self, handle):
        # A timer that was cancelled late is only passed through.
        if handle._cancelled:
            return
        # Who is queued with a future is so because that is done.
        if handle._args and isinstance(handle._args[0], asyncio.Future) and handle._args[0].done():
            self.future_done(handle._args[0])
        if isinstance(handle, events.TimerHandle):
            self.tell("timer fired", "handle", self.number(handle))
            self.known(handle).is_ready = True
            return
        task = task_of(handle)
        if task is not None and id(task) not in self._known:
            self.task_created(task, task.get_name(), task.get_loop(), task.get_coro())
        known = self.known(task or handle)
        if task is not None and known.number == self.task and not task.done():
            self.waits(task)
        label = task.get_name() if task is not None else label_of(handle)
        known.is_ready = True
        self.tell("queued", "handle", known.number, label=cut(label))

    def cancelled(self, handle):
        known = self.known(handle)
        if known.is_ready:
            known.is_ready = False
            self.tell("unqueued", "handle", known.number)
        elif isinstance(handle, events.TimerHandle) and handle._scheduled:
            self.tell("timer cancelled", "handle", known.number)

    def began(self, runnable):
        known = self.known(runnable)
        known.is_ready = known.is_waiting = False
        self._running.stack.append((known.number, isinstance(runnable, AnyTask)))
        self.tell("began", "handle", known.number)

    def ended(self, runnable):
        is_task = isinstance(runnable, AnyTask)
        if is_task and runnable.done():
            self.future_done(runnable)
        elif is_task:
            self.waits(runnable)
        self.tell("ended", "handle", self.number(runnable))
        if is_task and runnable.done():
            self.task_done(runnable)
        self._running.stack.pop()

    # Frames.

    def frames(self, frames):
        """Those of the program's own files, the innermost first."""
        if self._room <= 0:
            return []
        own = (
            {"caller": caller_of(frame), "path": path, "line": frame.f_lineno or 0, "column": 0}
            for frame in frames
            if (path := self._path_of(frame.f_code.co_filename)) is not None
        )
        return list(itertools.islice(own, MOST_FRAMES))

    def _path_of(self, file):
        """Below the program's folder; None for what does not belong to the program."""
        if file not in self._paths:
            path = os.path.realpath(file)
            # `<frozen runpy>` is no path.
            is_own = not file.startswith("<") and path.startswith(self._folder) and path != THIS_FILE
            is_own = is_own and "site-packages" not in path
            self._paths[file] = path[len(self._folder) :].replace(os.sep, "/") if is_own else None
        return self._paths[file]


def exact(seconds):
    """In microseconds, and never more than a JSON number can hold."""
    rounded = round(max(-sys.float_info.max, min(seconds, sys.float_info.max)), 6)
    return int(rounded) if abs(rounded) < 2**53 and rounded == int(rounded) else rounded


def cut(text):
    if len(text) <= MOST_TEXT and units_of(text) <= MOST_TEXT:
        return text
    kept = text[: MOST_TEXT - 1]
    while units_of(kept) >= MOST_TEXT:
        kept = kept[:-1]
    return f"{kept}…"


def units_of(text):
    return len(text) if text.isascii() else len(text) + sum(character > "\uffff" for character in text)


def task_of(handle):
    """The task that a callback steps or wakes; None for any other."""
    callback = handle._callback
    owner = getattr(callback, "__self__", None)
    if not isinstance(owner, AnyTask):
        return None
    name = getattr(callback, "__name__", "")
    is_step = type(callback).__name__ == "TaskStepMethWrapper"
    return owner if is_step or name in ("task_wakeup", "__step", "__wakeup") else None


def label_of(handle):
    callback = handle._callback
    while isinstance(callback, functools.partial):
        callback = callback.func
    return str(getattr(callback, "__qualname__", None) or type(callback).__name__)


def of_the_runner(coroutine):
    """Whether it is of one of the two tasks with which `asyncio.run()` ends, and that nobody else made."""
    return name_of(coroutine) in ("BaseEventLoop.shutdown_asyncgens", "BaseEventLoop.shutdown_default_executor")


def outcome_of(future):
    if future.cancelled():
        return "cancelled"
    return "result" if future._exception is None else "exception"


def outcome_of_block(error):
    if error is None:
        return "result"
    return "cancelled" if isinstance(error, asyncio.CancelledError) else "exception"


def message_of(error):
    if error is None:
        return ""
    name = type(error).__name__
    try:
        text = str(error)
        return f"{name}: {text}" if text else name
    except Exception:
        return name


def coroutines_of(task):
    """What the task runs, and what that waits for, the outermost first."""
    coroutine = task.get_coro()
    while coroutine is not None:
        yield coroutine
        coroutine = first_of(coroutine, "cr_await", "gi_yieldfrom", "ag_await")


def caller_of(frame):
    name = frame.f_code.co_qualname
    return "" if name == "<module>" else name


def frame_of(coroutine):
    return first_of(coroutine, "cr_frame", "gi_frame", "ag_frame")


def name_of(coroutine):
    return getattr(first_of(coroutine, "cr_code", "gi_code", "ag_code"), "co_qualname", "")


def first_of(thing, *names):
    return next((value for name in names if (value := getattr(thing, name, None)) is not None), None)


def is_of_this_file(frame):
    return frame.f_code.co_filename == CODE_FILE


def frames_above(frame):
    while frame is not None:
        yield frame
        frame = frame.f_back


def name_of_method(frame):
    """`Queue.get`, and `PriorityQueue.get` where the queue is one."""
    name = frame.f_code.co_name
    owner = frame.f_locals.get("self")
    is_loop = isinstance(owner, events.AbstractEventLoop)
    return name if owner is None or is_loop else f"{type(owner).__name__}.{name}"


class Printed:
    """An output of the program. An entry ends with what is written together with the end of its line."""

    def __init__(self, stream, recorder):
        self._stream = stream
        self._recorder = recorder
        self._entry = ""

    def write(self, text):
        self._entry = (self._entry + text)[-10_000:]
        if self._entry.endswith("\n"):
            self._recorder.printed(self._entry[:-1])
            self._entry = ""
        return self._stream.write(text)

    def __getattr__(self, name):
        return getattr(self._stream, name)


def record_into(recorder, patches):
    """Has asyncio tell the recorder what it does."""
    telling = patches.begin_shorter()
    if not recorder.clock.hears_all:
        recorder.when_full = telling.undo
    record_callbacks(recorder, telling)
    record_tasks_and_futures(recorder, patches, telling)
    record_scopes(recorder, telling)


def record_outputs(recorder, patches):
    patches.put(sys, "stdout", Printed(sys.stdout, recorder))
    patches.put(sys, "stderr", Printed(sys.stderr, recorder))


def record_callbacks(recorder, telling):
    class Ready(deque):
        """The ready queue of a loop, which tells what is put into it."""

        def append(self, handle):
            recorder.queued(handle)
            super().append(handle)

    def make_loop(original):
        def init(loop, *args, **options):
            original(loop, *args, **options)
            loop._ready = Ready()
            recorder.begin_loop()

        return init

    def make_call_at(original):
        def call_at(loop, when, *args, **options):
            with unseen:
                handle = original(loop, when, *args, **options)
            deadline = recorder.since_start(when)
            number = recorder.number(handle)
            recorder.tell("timer set", "handle", number, deadline=deadline, label=cut(label_of(handle)))
            return handle

        return call_at

    def make_run(original):
        def run(handle):
            runnable = task_of(handle) or handle
            recorder.began(runnable)
            try:
                with unseen:
                    return original(handle)
            finally:
                recorder.ended(runnable)
                # A frame of a traceback would keep the task, whose exception would be reported later than it is.
                runnable = handle = None

        return run

    def make_cancel(original):
        def cancel(handle):
            if not handle._cancelled:
                recorder.cancelled(handle)
            return original(handle)

        return cancel

    telling.until_undone(Ready, "append")
    telling.wrap(base_events.BaseEventLoop, "__init__", make_loop)
    telling.wrap(base_events.BaseEventLoop, "call_at", make_call_at)
    telling.wrap(events.Handle, "_run", make_run)
    telling.wrap(events.Handle, "cancel", make_cancel)


def record_tasks_and_futures(recorder, patches, telling):
    """A program may have taken `Task` and what makes one by name: they stay, and tell nothing after `telling`."""

    class Telling:
        """A future that tells who cancels it, and when it is done although nobody waits."""

        def cancel(self, msg=None):
            recorder.cancel(self, msg)
            is_cancelled = super().cancel(msg=msg)
            if self.done() and not isinstance(self, AnyTask):
                recorder.future_done(self)
            return is_cancelled

        def set_result(self, result):
            with unseen:
                super().set_result(result)
            recorder.future_done(self)

        def set_exception(self, exception):
            with unseen:
                super().set_exception(exception)
            recorder.future_done(self)

    class Future(Telling, futures.Future):
        pass

    class GatheringFuture(Telling, tasks._GatheringFuture):
        def __init__(self, children, **options):
            super().__init__(children, **options)
            recorder.open_scope(self, "gather", dict.fromkeys(children))

    class Task(Telling, AnyTask):
        # A task sets its result by itself.
        set_result = AnyTask.set_result
        set_exception = AnyTask.set_exception

        def __init__(self, coro, *, eager_start=False, **options):
            if not eager_start:
                with unseen:
                    AnyTask.__init__(self, coro, **options)
                return
            # What it does before it waits for the first time, it does inside of this; it has no name yet.
            loop = options.get("loop") or asyncio.get_running_loop()
            created = recorder.task_created(self, options.get("name") or "", loop, coro)
            recorder.began(self)
            try:
                with unseen:
                    AnyTask.__init__(self, coro, eager_start=True, **options)
                if created is not None:
                    created["name"] = cut(self.get_name())
            finally:
                recorder.ended(self)

        def get_stack(self, *, limit=None):
            stack = super().get_stack()
            seen = [frame for frame in stack if not is_of_this_file(frame)]
            if limit is None:
                return seen
            # Through this file goes the stack of a task that runs, of which the newest frames are wanted.
            return super().get_stack(limit=limit) if len(seen) == len(stack) else seen[max(0, len(seen) - limit) :]

    # A program that prints one of them sees no difference.
    for replacement, original in ((Future, futures.Future), (Task, AnyTask), (GatheringFuture, tasks._GatheringFuture)):
        for name in ("__module__", "__name__", "__qualname__"):
            setattr(replacement, name, getattr(original, name))

    def make_create_future(original):
        def create_future(loop):
            future = Future(loop=loop)
            recorder.future_made(future, next(frame for frame in frames_above(sys._getframe()) if not is_of_this_file(frame)))
            return future

        return create_future

    telling.until_undone(Telling, "cancel", "set_result", "set_exception")
    telling.until_undone(GatheringFuture, "__init__")
    telling.until_undone(Task, "__init__", "set_result", "set_exception")
    telling.wrap(base_events.BaseEventLoop, "create_future", make_create_future)
    telling.put(tasks, "_GatheringFuture", GatheringFuture)
    patches.put(tasks, "Task", Task)
    patches.put(asyncio, "Task", Task)
    if hasattr(tasks, "eager_task_factory"):
        factory = tasks.create_eager_task_factory(Task)
        patches.put(tasks, "eager_task_factory", factory)
        patches.put(asyncio, "eager_task_factory", factory)


def record_scopes(recorder, telling):
    def make_enter_group(original):
        async def enter(group):
            with unseen:
                entered = await original(group)
            recorder.open_scope(group, "task group", [])
            return entered

        return enter

    def make_create_task(original):
        def create_task(group, *args, **options):
            with unseen:
                task = original(group, *args, **options)
            recorder.tell("scope joined", "scope", recorder.number(group), member=recorder.number(task))
            return task

        return create_task

    def make_enter_timeout(original):
        async def enter(timeout):
            with unseen:
                entered = await original(timeout)
            when = timeout.when()
            more = {} if when is None else {"deadline": recorder.since_start(when)}
            recorder.open_scope(timeout, "timeout", [], **more)
            return entered

        return enter

    def make_exit(original):
        async def leave(scope, kind, error, traceback):
            try:
                with unseen:
                    is_handled = await original(scope, kind, error, traceback)
            except BaseException as other:
                recorder.close_scope(scope, other)
                raise
            recorder.close_scope(scope, None if is_handled else error)
            return is_handled

        return leave

    telling.wrap(taskgroups.TaskGroup, "__aenter__", make_enter_group)
    telling.wrap(taskgroups.TaskGroup, "create_task", make_create_task)
    telling.wrap(taskgroups.TaskGroup, "__aexit__", make_exit)
    telling.wrap(timeouts.Timeout, "__aenter__", make_enter_timeout)
    telling.wrap(timeouts.Timeout, "__aexit__", make_exit)


@contextlib.contextmanager
def recording(output="trace.json", *, virtual=False, most=MOST_EVENTS, folder="."):
    """Records what loops do that are made inside of the block, and writes the trace when it ends, also by an error.

    output: the path of the file. folder: where the files are whose lines the trace names.
    virtual: whether time is virtual. most: how many events are kept.
    """
    clock = VirtualClock() if virtual else HostClock()
    recorder = Recorder(folder, most, clock)
    patches = Patches()
    clock.replace_time(patches)
    record_into(recorder, patches)
    record_outputs(recorder, patches)
    try:
        yield
    finally:
        patches.undo()
        write(output, recorder)


def write(output, recorder):
    """One event a line, so that two traces can be compared by their lines."""
    lines = ",\n".join(json.dumps(event, ensure_ascii=False, separators=(",", ":")) for event in recorder.events)
    with open(output, "w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
        file.write(f"[\n{lines}\n]\n")
    if recorder.dropped > 0:
        print(f"asyncio_trace: only the first {len(recorder.events)} events were kept", file=sys.stderr)


def main():
    # Whoever records with this file as a module, in a page for one, may do without these.
    import argparse
    import runpy

    parser = argparse.ArgumentParser(
        prog="python -m asyncio_trace",
        description="Runs a program and records what asyncio's event loop does, as a trace that can be drawn.",
    )
    parser.add_argument("-o", "--output", default="trace.json", help="the file to write (trace.json)")
    parser.add_argument("--virtual", action="store_true", help="wait for no timer: time jumps to the next one")
    parser.add_argument("--most", type=int, default=MOST_EVENTS, metavar="N", help="keep so many events at most")
    parser.add_argument("program", help="the Python file to run")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="what the program finds in sys.argv")
    options = parser.parse_args()
    folder = os.path.dirname(os.path.abspath(options.program))
    output = os.path.abspath(options.output)
    sys.argv = [options.program, *options.arguments]
    sys.path[0] = folder
    # As the interpreter names it.
    program = os.path.abspath(options.program)
    try:
        with recording(output, virtual=options.virtual, most=options.most, folder=folder):
            runpy.run_path(program, run_name="__main__")
    except Exception as error:
        error.__traceback__ = traceback_from(program, error.__traceback__)
        sys.excepthook(type(error), error, error.__traceback__)
        sys.exit(1)


def traceback_from(program, traceback):
    """What an error has come through, from the program on."""
    while traceback is not None and traceback.tb_frame.f_code.co_filename != program:
        traceback = traceback.tb_next
    return traceback


if __name__ == "__main__":
    main()
