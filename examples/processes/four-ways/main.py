import asyncio
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

LIMIT = 200_000  # try 5_000_000
JOBS = [LIMIT + n for n in range(20)]


def sum_of_squares(limit):
    return sum(n * n for n in range(limit))


async def sequentially():
    return [sum_of_squares(job) for job in JOBS]


async def on_pool(pool):
    loop = asyncio.get_running_loop()
    with pool:
        return await asyncio.gather(
            *[loop.run_in_executor(pool, sum_of_squares, job) for job in JOBS]
        )


async def on_the_loop():
    async def job(limit):
        return sum_of_squares(limit)

    return await asyncio.gather(*[job(limit) for limit in JOBS])


def chart(times):
    """Bars for seconds, on the error output: they are never the same twice."""
    for name, seconds in times.items():
        eighths = round(128 * seconds / max(times.values()))
        bar = "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8]
        print(f"{name:11} {seconds:.2f} s {bar}", file=sys.stderr)


async def main():
    # A thread and a process for each processor.
    ways = {
        "sequential": sequentially(),
        "threads": on_pool(ThreadPoolExecutor(os.cpu_count())),
        "processes": on_pool(ProcessPoolExecutor(os.cpu_count())),
        "event loop": on_the_loop(),
    }
    times = {}
    answers = set()
    for name, work in ways.items():
        start = time.perf_counter()
        sums = await work
        times[name] = time.perf_counter() - start
        answers.add(tuple(sums))
    print("sums:", len(JOBS))
    print("the same in all ways:", str(len(answers) == 1).lower())
    chart(times)


if __name__ == "__main__":
    asyncio.run(main())
