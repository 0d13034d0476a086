"""Hides a function of ours from the program that it calls, and from all that shows or counts stack frames."""

import inspect
import opcode

RESUME, NOP = opcode.opmap["RESUME"], opcode.opmap["NOP"]


def hide(function):
    """
    Leaves out the instruction at which a call begins as far as others can see: CPython passes over a frame that has not come
    to it, in tracebacks, in `f_back` and `sys._getframe()`, and where the levels of a warning are counted. `super()` without
    arguments passes over it, too, and cannot be used. The frame of a coroutine is seen all the same.
    """
    if not inspect.iscoroutinefunction(function):
        code = bytearray(function.__code__.co_code)
        for at in range(0, len(code), 2):
            if code[at] == RESUME:
                code[at] = NOP
        function.__code__ = function.__code__.replace(co_code=bytes(code))
    return function
