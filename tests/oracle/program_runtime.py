"""What a printed program needs to run and to be traced. Its twin is program-runtime.ts."""

import pure_python  # noqa: F401, must come before asyncio

import asyncio
import functools
import types

import ordered_sets
from virtual_loop import VirtualLoop

ordered_sets.install()

LAST_CALL = 1000.0
"""Seconds of virtual time after which a program that goes on is stuck, and everything is cancelled."""

PATIENCE = 20
"""How often everything is cancelled before a program is given up."""


class Boom(Exception):
    """The error of the programs' own."""


class GivenUp(Exception):
    """A program that never ends."""


_trace = []
_first_task_number = 0
_kept = []


def log(what, value=None):
    """Adds to the trace: when, who, what, and a value if there is one."""
    loop = asyncio.get_running_loop()
    task = asyncio.current_task(loop)
    _record(loop, _task_name(task) if task else "-", what, value)


def _record(loop, who, what, value):
    entry = [int(loop.time() * 1e6 + 0.5), who, what]
    described = _describe(value)
    _trace.append(entry if described is None else [*entry, described])


def _task_name(task):
    return _counted_from_main(task.get_name())


def _counted_from_main(name):
    """Numbers of tasks go on from one program to the next: a trace counts from its main task."""
    if not name.startswith("Task-"):
        return name
    return f"Task-{int(name.removeprefix('Task-')) - _first_task_number}"


def _describe(value):
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            return _counted_from_main(value)
        case bytes():
            return value.decode()
        case BaseException():
            return _describe_error(value)
        case asyncio.Task():
            return f"<{_task_name(value)}>"
        case asyncio.Future():
            return "<future>"
        case list() | tuple():
            return [_describe(element) for element in value]
        case set():
            return sorted(str(_describe(element)) for element in value)
        case _:
            return "<object>"


def _describe_error(error):
    name = type(error).__name__
    match error:
        case BaseExceptionGroup():
            return {name: [_describe(child) for child in error.exceptions]}
        case asyncio.CancelledError():
            return {name: error.args[0] if error.args else ""}
        case asyncio.IncompleteReadError():
            return {name: [error.partial.decode(), error.expected]}
        case asyncio.LimitOverrunError():
            return {name: error.consumed}
        case _:
            return {name: str(error) if str(error).startswith("!") else ""}


def unordered(collection):
    """Marks a collection whose order says nothing."""
    return set(collection)


def keep(generator):
    """Holds generators until the end: nothing is closed because it is garbage."""
    _kept.append(generator)
    return generator


@types.coroutine
def pause():
    """Gives up one turn of the loop."""
    yield


def logged(function):
    """Traces the beginning and the end of a coroutine."""

    @functools.wraps(function)
    async def wrapper():
        log(f"{function.__name__} begins")
        try:
            result = await function()
        except BaseException as error:
            log(f"{function.__name__} raises", error)
            raise
        log(f"{function.__name__} returns", result)
        return result

    return wrapper


REPORTS = {
    "Exception in callback": "callback failed",
    "unhandled exception during": "failed at the end",
    "an error occurred during closing of asynchronous generator": "failed to close",
    "!by hand": "reported by hand",
}


def _report(loop, context):
    for beginning, what in REPORTS.items():
        if context["message"].startswith(beginning):
            _record(loop, "-", what, context.get("exception"))


def _watch(loop, calls_left=PATIENCE):
    def last_call():
        log("last call")
        for task in asyncio.all_tasks(loop):
            task.cancel("last call")
        if calls_left > 0:
            _watch(loop, calls_left - 1)

    loop.call_later(LAST_CALL, last_call)


def trace_of(main):
    """Runs a program on a loop of its own; raises GivenUp when it never ends."""
    _trace.clear()
    _kept.clear()
    loops = []

    def new_loop():
        loops.append(VirtualLoop(GivenUp))
        return loops[-1]

    async def program():
        global _first_task_number
        loop = asyncio.get_running_loop()
        task = asyncio.current_task()
        _first_task_number = int(task.get_name().removeprefix("Task-"))
        task.set_name("main")
        loop.set_exception_handler(_report)
        _watch(loop)
        return await main()

    try:
        result = asyncio.run(program(), loop_factory=new_loop)
    except GivenUp:
        raise
    except BaseException as error:
        result = error
    _record(loops[-1], "-", "end", result)
    return list(_trace)


def execute(main):
    """Runs a program and prints its trace."""
    for entry in trace_of(main):
        print(entry)
