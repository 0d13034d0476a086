import asyncio

file = asyncio.Lock()


async def save(page, seconds):
    async with file:
        print("asks for", page)
        await asyncio.sleep(seconds)
        print("saved:", page)


async def clock():
    await asyncio.sleep(0.4)
    print("the clock strikes")


async def main():
    await asyncio.gather(save("/archive", 0.6), save("/about", 0.2), clock())


asyncio.run(main())
