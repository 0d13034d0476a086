import asyncio


async def pages():
    for page in [1, 2]:
        await asyncio.sleep(0.6)
        print("loaded: page", page)
        yield page


async def main():
    async for page in pages():
        print("opened: page", page)
        await asyncio.sleep(0.9)
        print("read: page", page)


asyncio.run(main())
