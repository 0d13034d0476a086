import asyncio
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

WAITS = [0.2] * 10


async def sequentially():
    for seconds in WAITS:
        time.sleep(seconds)


async def on_pool(pool):
    loop = asyncio.get_running_loop()
    with pool:
        await asyncio.gather(
            *[loop.run_in_executor(pool, time.sleep, each) for each in WAITS]
        )


async def on_the_loop():
    await asyncio.gather(*[asyncio.sleep(seconds) for seconds in WAITS])


def chart(times):
    """Bars for seconds, on the error output: they are never the same twice."""
    for name, seconds in times.items():
        eighths = round(128 * seconds / max(times.values()))
        bar = "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8]
        print(f"{name:11} {seconds:.2f} s {bar}", file=sys.stderr)


async def main():
    ways = {
        "sequential": sequentially(),
        "5 threads": on_pool(ThreadPoolExecutor(5)),
        "5 processes": on_pool(ProcessPoolExecutor(5)),
        "event loop": on_the_loop(),
    }
    times = {}
    for name, work in ways.items():
        start = time.perf_counter()
        await work
        times[name] = time.perf_counter() - start
        print("done:", name)
    chart(times)


if __name__ == "__main__":
    asyncio.run(main())
