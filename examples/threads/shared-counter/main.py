import asyncio
import threading

lock = threading.Lock()
count = 0


def add(times):
    global count
    for _ in range(times):
        with lock:
            count += 1


async def main():
    await asyncio.gather(*[asyncio.to_thread(add, 1000) for _ in range(4)])
    print(count)


asyncio.run(main())
