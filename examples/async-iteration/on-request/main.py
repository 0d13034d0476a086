import asyncio


async def pages():
    for page in range(1, 4):
        print("load page", page)
        await asyncio.sleep(0.2)
        yield page


async def titles():
    async for page in pages():
        yield f"title of page {page}"


async def main():
    async for title in titles():
        print("read", title)
        await asyncio.sleep(0.4)


asyncio.run(main())
