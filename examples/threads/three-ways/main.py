import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

WAITS = [0.3] * 10
BLOCK = 0.3  # seconds


async def measure(name, work):
    start = time.monotonic()
    await work()
    seconds = time.monotonic() - start
    print(f"{name:12}" + "#" * max(1, round(seconds / BLOCK)))


async def one_by_one():
    for seconds in WAITS:
        await asyncio.sleep(seconds)


async def on_the_loop():
    await asyncio.gather(*[asyncio.sleep(seconds) for seconds in WAITS])


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(5) as pool:

        async def on_threads(waits=WAITS):
            await asyncio.gather(
                *[loop.run_in_executor(pool, time.sleep, each) for each in waits]
            )

        await on_threads([0.02] * 5)  # starts the threads
        await measure("one by one", one_by_one)
        await measure("5 threads", on_threads)
        await measure("event loop", on_the_loop)


asyncio.run(main())
