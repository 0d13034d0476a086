"""Records a program again and again, with room for one event more each time, and asserts that it never notices.

Takes the folder of asyncio_trace.py, and prints how many events the program has.
"""

import asyncio
import contextlib
import gc
import io
import json
import re
import sys
import threading
import types
import weakref
from asyncio import events

sys.path.insert(0, sys.argv[1])
import asyncio_trace


async def job(n):
    await asyncio.sleep(0)
    return n


async def fails():
    raise KeyError("no")


async def everything(task_class, told):
    # Others are named after how many this process has had.
    asyncio.current_task().set_name("main")
    loop = asyncio.get_running_loop()
    loop.call_soon(told.append, "soon")
    loop.call_later(0, told.append, "later").cancel()
    told.append(await asyncio.gather(*(asyncio.create_task(job(n), name=f"job {n}") for n in range(3))))
    shielded = asyncio.create_task(asyncio.Event().wait(), name="shielded")
    try:
        async with asyncio.timeout(0.001):
            await asyncio.shield(shielded)
    except TimeoutError:
        told.append("timeout")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job(1), name="good")
            group.create_task(fails(), name="bad")
    except* KeyError:
        told.append("group")
    task = asyncio.create_task(job(9), name="cancelled")
    task.cancel("enough")
    told.append(await asyncio.gather(task, return_exceptions=True))
    future = loop.create_future()
    thread = threading.Thread(target=loop.call_soon_threadsafe, args=(future.set_result, "thread"))
    thread.start()
    told.append(await future)
    thread.join()
    queue = asyncio.Queue()
    reader = asyncio.create_task(queue.get(), name="reader")
    await asyncio.sleep(0)
    queue.put_nowait("item")
    told.append(await reader)
    if hasattr(asyncio, "eager_task_factory"):
        loop.set_task_factory(asyncio.eager_task_factory)
        eager = asyncio.create_task(job(4), name="eager")
        told.append((await eager, isinstance(eager, task_class)))
        loop.set_task_factory(None)
    told.append(sorted(task.get_name() for task in asyncio.all_tasks()))
    told.append([type(task).__name__ for task in (reader, task)])
    # The program has the class by name since its beginning.
    told.append([isinstance(task, task_class) for task in (reader, asyncio.create_task(job(0)))])
    done = asyncio.create_task(job(5))
    told.append(await done)
    reference = weakref.ref(done)
    del done
    # The callback that has woken this one has the task as well.
    await asyncio.sleep(0)
    gc.collect()
    told.append(reference() is None)


def left_of_recorder(task_class, loop):
    """What the recorder has put in asyncio's place, and is still there."""
    of_tasks = [
        (owner, name)
        for owner in task_class.__mro__
        for name in ("__init__", "cancel", "set_result", "set_exception")
        if isinstance(vars(owner).get(name), types.FunctionType)
    ]
    functions = (
        asyncio.BaseEventLoop.__init__,
        asyncio.BaseEventLoop.create_future,
        asyncio.BaseEventLoop.call_at,
        events.Handle._run,
        events.Handle.cancel,
        asyncio.TaskGroup.__aenter__,
        asyncio.TaskGroup.__aexit__,
        asyncio.TaskGroup.create_task,
        asyncio.Timeout.__aenter__,
        asyncio.Timeout.__aexit__,
    )
    of_asyncio = [function for function in functions if function.__code__.co_filename == asyncio_trace.__file__]
    append = vars(type(loop._ready)).get("append")
    return of_tasks + of_asyncio + [append] * isinstance(append, types.FunctionType)


def run():
    told = []
    task_class = asyncio.Task
    with asyncio.Runner() as runner:
        runner.run(everything(task_class, told))
        loop = runner.get_loop()
    return str(told), left_of_recorder(task_class, loop)


def names_in(kept):
    return (re.sub(r"^Task-\d+$", "Task", event.get("name", event.get("label", ""))) for event in kept)


def run_recorded(most):
    with contextlib.redirect_stderr(io.StringIO()):
        with asyncio_trace.recording("part.json", most=most):
            told, left = run()
    with open("part.json") as file:
        return told, left, json.load(file)


before = asyncio.Task, asyncio.BaseEventLoop.create_future, asyncio.gather, sys.stdout
bare, none = run()
assert none == [], none
told, left, all_kept = run_recorded(10_000)
assert told == bare, (told, bare)
assert len(left) > 10, left
# How many events it has depends a little on the time.
for most in range(len(all_kept) - 20):
    told, left, kept = run_recorded(most)
    assert told == bare, (most, told, bare)
    assert left == [], (most, left)
    # What comes in which order is up to the time as well.
    assert len(kept) == most and set(names_in(kept)) <= set(names_in(all_kept)), (most, kept)
assert before == (asyncio.Task, asyncio.BaseEventLoop.create_future, asyncio.gather, sys.stdout)
print(len(all_kept))
