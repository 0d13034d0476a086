import asyncio
import sys
import time


def add(a, b):
    return a + b


async def add_async(a, b):
    return a + b


async def time_calls(steps):
    """The nanoseconds of one call."""
    start = time.perf_counter_ns()
    total = 0
    for _ in range(steps):
        total = add(total, 1)
    return (time.perf_counter_ns() - start) / steps


async def time_steps(steps):
    """The nanoseconds of one step of a task."""
    start = time.perf_counter_ns()
    total = 0
    for _ in range(steps):
        total = await add_async(total, 1)
        await asyncio.sleep(0)
    return (time.perf_counter_ns() - start) / steps


async def main():
    call = min([await time_calls(500_000) for _ in range(5)])
    step = min([await time_steps(20_000) for _ in range(5)])
    print("measured, the best of five rounds:")
    # The numbers are never the same twice, and go to the error output.
    print(f"a call: {call:.1f} ns, a step: {step:.0f} ns", file=sys.stderr)


asyncio.run(main())
