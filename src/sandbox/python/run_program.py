"""Runs a program as `python main.py` does, on CPython's own event loop, and tells how it ended."""

import asyncio
import atexit
import builtins
import gc
import json
import linecache
import random
import sys
import time
import traceback
import types
from asyncio import events, runners, unix_events

import memory_network
from hidden_frames import hide

# What one text of a report may hold: see `limits` in protocol.ts.
LONGEST = 19_000
MOST_FRAMES = 50
# Where the page puts what a program needs of it.
MORE_LIBRARY = "/lib/python-more.zip"

host = None
own_excepthook = sys.excepthook
blocking_sleep = getattr(time.sleep, "__wrapped__", time.sleep)


class EventLoop(unix_events._UnixSelectorEventLoop):
    """CPython's own. Only what it waits with is ours."""

    def __init__(self):
        super().__init__(memory_network.Selector())

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        # There is no thread that could look it up, and nothing to wait for.
        return memory_network.getaddrinfo(host, port, family, type, proto, flags)


# It is shown as what it stands for.
EventLoop.__module__ = unix_events.__name__
EventLoop.__name__ = EventLoop.__qualname__ = unix_events._UnixSelectorEventLoop.__name__


class Policy(events._BaseDefaultEventLoopPolicy):
    _loop_factory = EventLoop


@hide
def sleep(seconds, /):
    host.flush()
    blocking_sleep(seconds)


def install():
    """Takes Pyodide's own event loop out, and puts CPython's in."""
    events._set_event_loop_policy(Policy())
    events._set_running_loop(None)
    asyncio.run = runners.run
    asyncio.EventLoop = asyncio.SelectorEventLoop = EventLoop
    sleep.__doc__ = blocking_sleep.__doc__
    time.sleep = sleep


def column_of(frame):
    """Counted in characters from 1: Python counts bytes."""
    line = (frame._original_lines if hasattr(frame, "_original_lines") else frame.line or "").split("\n")[0]
    return len(line.encode()[: frame.colno or 0].decode(errors="replace")) + 1


def keep_frames_of(told, name):
    """Leaves the reader's frames in a traceback, and in those of the errors that belong to it, which may be thousands."""
    seen, left = set(), [told]
    while left:
        told = left.pop()
        if told is None or id(told) in seen:
            continue
        seen.add(id(told))
        told.stack[:] = [frame for frame in told.stack if frame.filename == name]
        left += (told.__cause__, told.__context__, *(told.exceptions or ()))


def describe(error, name):
    told = traceback.TracebackException.from_exception(error, compact=True)
    keep_frames_of(told, name)
    frames = [
        {
            "caller": "" if frame.name == "<module>" else frame.name[:200],
            "path": name,
            "line": frame.lineno or 0,
            "column": column_of(frame),
        }
        for frame in reversed(told.stack[-MOST_FRAMES:])
    ]
    if isinstance(error, SyntaxError) and error.filename == name:
        frames.insert(0, {"caller": "", "path": name, "line": error.lineno or 0, "column": error.offset or 0})
    text = "".join(told.format()).rstrip("\n")
    if len(text) > LONGEST:
        text = text[: LONGEST // 2] + "\n…\n" + text[-LONGEST // 2 :]
    return {
        "name": type(error).__name__[:200],
        "message": "".join(told.format_exception_only())[:LONGEST // 4],
        "frames": frames[:MOST_FRAMES],
        "traceback": text,
    }


def safely_described(error, name):
    try:
        return json.dumps(describe(error, name))
    except BaseException:
        # An error can be made to resist being looked at.
        kind = type(error).__name__[:200]
        return json.dumps({"name": kind, "message": "an error that cannot be shown", "frames": []})


def exit_with(code):
    return json.dumps({"name": "SystemExit", "message": str(int(code))[:200], "frames": []})


@hide
def status_of(error):
    """What a program says as it exits goes to its errors, if it can be said at all."""
    if error.code is None or isinstance(error.code, int):
        return int(error.code or 0)
    try:
        print(error.code, file=sys.stderr)
    except BaseException:
        pass
    return 1


@hide
def exit_of(error):
    status = status_of(error)
    return exit_with(status) if status else ""


@hide
def failure_of(error, name):
    if isinstance(error, SystemExit):
        return exit_of(error)
    if sys.excepthook is own_excepthook:
        return safely_described(error, name)
    # A program may have its own way to tell of an error. If that fails, the error is told of as any other.
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except SystemExit as its_exit:
        return exit_of(its_exit)
    except BaseException as failure:
        tell_of_hook(failure)
        return safely_described(error, name)
    return exit_with(1)


def tell_of_hook(failure):
    try:
        failure.__context__ = None
        told = "".join(traceback.format_exception(failure))
        print(f"Error in sys.excepthook:\n{told}", file=sys.stderr, end="")
    except BaseException:
        # It can be made to resist being looked at.
        pass


@hide
def finish():
    """As the interpreter does before it ends: what nobody holds any more may have something to say."""
    atexit._run_exitfuncs()
    sys.modules.pop("__main__", None)
    gc.collect()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass


def add_more_library():
    """The rest of the standard library lies in an archive of its own, and so does the rest of a package that is loaded."""
    sys.path.append(MORE_LIBRARY)
    for module in list(sys.modules.values()):
        path = getattr(module, "__path__", None)
        if isinstance(path, list):
            path.append(f"{MORE_LIBRARY}/{module.__name__.replace('.', '/')}")


def begin_recording(scripts, its_host, is_driven):
    """Has modules of the page record the program, which finds no trace of them."""
    modules = {}
    for name, source in scripts.items():
        module = modules[name] = sys.modules[name] = types.ModuleType(name)
        module.__file__ = f"/lib/{name}.py"
        exec(compile(source, module.__file__, "exec", dont_inherit=True), module.__dict__)
    for name in modules:
        del sys.modules[name]
    return modules["record_run"].begin(its_host, is_driven)


@hide
def run_program(source, name, its_host, recording=None, is_driven=False):
    global host
    if recording is not None:
        its_host = begin_recording(json.loads(recording), its_host, is_driven)
    host = memory_network.host = its_host
    # The snapshot has it in a state that all programs would begin with.
    random.seed()
    sys.argv = [name]
    sys.path.insert(0, "")
    add_more_library()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(line_buffering=True)
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    with open(name, "w") as file:
        file.write(source)
    main = types.ModuleType("__main__")
    main.__file__ = name
    main.__builtins__ = builtins
    sys.modules["__main__"] = main
    failure = ""
    try:
        exec(compile(source, name, "exec", dont_inherit=True), main.__dict__)
    except BaseException as error:
        failure = failure_of(error, name)
    del main
    try:
        finish()
    except BaseException as error:
        failure = failure or failure_of(error, name)
    if recording is not None:
        try:
            its_host.end()
        except BaseException:
            # A program that has spoilt what records it is shown as far as it was told of.
            pass
    return failure


install()
run_program
