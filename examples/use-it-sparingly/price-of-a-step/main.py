import asyncio
import time


def add(a, b):
    return a + b


async def add_async(a, b):
    return a + b


async def time_calls(steps):
    start = time.perf_counter()
    total = 0
    for _ in range(steps):
        total = add(total, 1)
    return time.perf_counter() - start


async def time_turns(steps):
    start = time.perf_counter()
    total = 0
    for _ in range(steps):
        total = await add_async(total, 1)
        await asyncio.sleep(0)
    return time.perf_counter() - start


async def main():
    steps = 20_000
    calls = min([await time_calls(steps) for _ in range(5)])
    turns = min([await time_turns(steps) for _ in range(5)])
    # To see the numbers: print(calls / steps * 1e9, turns / steps * 1e9)
    dear = "costs a multiple" if turns > 2 * calls else "costs the same"
    print(f"a turn of the loop against a function call: {dear}")


asyncio.run(main())
