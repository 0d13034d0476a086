import asyncio
import sys
import time
from concurrent.futures import ThreadPoolExecutor

WAITS = [0.15] * 8
COUNTS = [60_000] * 4


def count_primes(upto):
    count = 0
    for number in range(2, upto):
        if all(number % d for d in range(2, int(number**0.5) + 1)):
            count += 1
    return count


async def one_by_one(work, items):
    for item in items:
        work(item)


async def on_threads(work, items):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, items))


async def on_the_loop(work, items):
    await asyncio.gather(*[work(item) for item in items])


async def count_on_the_loop(upto):
    return count_primes(upto)


async def measure(work):
    start = time.perf_counter()
    await work
    return time.perf_counter() - start


def chart(title, times):
    """Bars for seconds, on the error output: they are never the same twice."""
    print(title)
    for name, seconds in times.items():
        eighths = round(128 * seconds / max(times.values()))
        bar = "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8]
        print(f"{name:11} {seconds:.2f} s {bar}", file=sys.stderr)


async def main():
    waiting = {
        "one by one": await measure(one_by_one(time.sleep, WAITS)),
        "4 threads": await measure(on_threads(time.sleep, WAITS)),
        "event loop": await measure(on_the_loop(asyncio.sleep, WAITS)),
    }
    calculating = {
        "one by one": await measure(one_by_one(count_primes, COUNTS)),
        "4 threads": await measure(on_threads(count_primes, COUNTS)),
        "event loop": await measure(on_the_loop(count_on_the_loop, COUNTS)),
    }
    chart("8 waits", waiting)
    chart("4 counts of primes", calculating)


asyncio.run(main())
