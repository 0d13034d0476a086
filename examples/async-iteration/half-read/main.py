import asyncio
from contextlib import aclosing


async def rows():
    print("cursor open")
    try:
        for name in ["Ada", "Bob", "Cyd"]:
            await asyncio.sleep(0.2)
            yield name
    finally:
        await asyncio.sleep(0.2)
        print("cursor closed")


async def main():
    async with aclosing(rows()) as names:
        async for name in names:
            print("found", name)
            if name == "Bob":
                break
    print("after the loop")


asyncio.run(main())
