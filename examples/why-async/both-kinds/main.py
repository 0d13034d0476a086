import asyncio
import time


async def fetch():
    print("fetch: asks")
    await asyncio.sleep(0.1)
    print("fetch: has the answer")


async def calculate():
    print("calculate: begins")
    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        pass
    print("calculate: ends")


async def main():
    await asyncio.gather(fetch(), calculate())


asyncio.run(main())
