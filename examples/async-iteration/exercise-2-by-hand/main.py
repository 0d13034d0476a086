import asyncio
from contextlib import aclosing


async def visitors():
    try:
        for name in ["Ada", "Bob", "Cyd"]:
            await asyncio.sleep(0.2)
            yield name
    finally:
        print("the door is closed")


async def main():
    async with aclosing(visitors()) as guests:
        print("first:", await anext(guests))
        print("second:", await anext(guests))
    print("the night begins")


asyncio.run(main())
