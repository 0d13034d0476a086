"""Does the workloads with Python's asyncio: a line names one, the answer says what it took."""

import asyncio
import json
import sys
import time


async def switch_turns(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def one():
    return 1


async def gather_all(coroutines):
    await asyncio.gather(*coroutines)


async def produce(queue, count):
    for i in range(count):
        await queue.put(i)


async def through_queue(size, count):
    queue = asyncio.Queue(size)
    producer = asyncio.create_task(produce(queue, count))
    for _ in range(count):
        await queue.get()
    await producer


async def wait_for_ever():
    await asyncio.get_running_loop().create_future()


async def cancel_all(count, make):
    tasks = [asyncio.create_task(make()) for _ in range(count)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    for task in tasks:
        try:
            await task
        except asyncio.CancelledError:
            pass


workloads = {
    "one task switching": switch_turns,
    "100 tasks switching": lambda count: gather_all(switch_turns(count // 100) for _ in range(100)),
    "spawn and gather": lambda count: gather_all(one() for _ in range(count)),
    "queue of one slot": lambda count: through_queue(1, count),
    "queue of 100": lambda count: through_queue(100, count),
    "cancel waiters": lambda count: cancel_all(count, wait_for_ever),
    "cancel sleepers": lambda count: cancel_all(count, lambda: asyncio.sleep(1000)),
    "timers": lambda count: gather_all(asyncio.sleep(0.001 + (i % 1000) / 1_000_000) for i in range(count)),
}

for line in sys.stdin:
    request = json.loads(line)
    cpu, wall = time.process_time(), time.perf_counter()
    asyncio.run(workloads[request["workload"]](request["count"]))
    took = {"wall": (time.perf_counter() - wall) * 1000, "cpu": (time.process_time() - cpu) * 1000}
    print(json.dumps(took), flush=True)
