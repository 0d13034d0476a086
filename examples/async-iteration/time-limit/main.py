import asyncio
from contextlib import aclosing


async def ticker():
    count = 0
    try:
        while True:
            await asyncio.sleep(0.4)
            count += 1
            yield count
    finally:
        print("source closed")


async def main():
    try:
        async with asyncio.timeout(1), aclosing(ticker()) as ticks:
            async for count in ticks:
                print("tick", count)
    except TimeoutError:
        print("time is up")


asyncio.run(main())
