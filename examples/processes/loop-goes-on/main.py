import asyncio
import time
from concurrent.futures import ProcessPoolExecutor


def calculate(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
    return "calculated"


async def clock():
    for _ in range(3):
        await asyncio.sleep(0.1)
        print("tick")


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(1) as pool:
        ticking = asyncio.create_task(clock())
        print(await loop.run_in_executor(pool, calculate, 1))
        await ticking


if __name__ == "__main__":
    asyncio.run(main())
