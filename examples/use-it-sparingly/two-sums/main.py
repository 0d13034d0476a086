import asyncio
import time


async def calculate(name, milliseconds):
    end = time.monotonic() + milliseconds / 1000
    while time.monotonic() < end:
        pass
    print(name, "is done")


async def tick():
    await asyncio.sleep(0.2)
    print("a tick")


async def main():
    await asyncio.gather(tick(), calculate("the long sum", 400), calculate("the short sum", 100))


asyncio.run(main())
