import sys
import time
from concurrent.futures import ProcessPoolExecutor

MESSAGES = 200
OBJECTS = 200_000
BYTES = 50_000_000


def nothing():
    pass


def first(items):
    return items[0]["id"]


def size(data):
    return len(data)


# A thread of Python shares all objects. What copies, as a worker does, is a process.
if __name__ == "__main__":
    with ProcessPoolExecutor(1) as pool:
        prices = {}
        start = time.perf_counter()

        def stop(name, times=1):
            global start
            prices[name] = (time.perf_counter() - start) * 1000 / times
            start = time.perf_counter()

        pool.submit(nothing).result()
        stop("start a process")
        for _ in range(MESSAGES):
            pool.submit(nothing).result()
        stop("a message there and back", MESSAGES)

        items = [{"id": number} for number in range(OBJECTS)]
        start = time.perf_counter()
        print("the first is", pool.submit(first, items).result())
        stop("copy 200,000 objects")

        data = bytes(BYTES)
        start = time.perf_counter()
        print("bytes there:", pool.submit(size, data).result())
        stop("copy 50 MB")

        for name, milliseconds in prices.items():
            print(f"{name:24} {milliseconds:7.2f} ms", file=sys.stderr)
