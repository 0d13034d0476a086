import asyncio


async def move(name, first, second):
    async with first:
        await asyncio.sleep(0.2)
        async with second:
            print(name, "is moved")


async def main():
    left, right = asyncio.Lock(), asyncio.Lock()
    try:
        async with asyncio.timeout(2):
            await asyncio.gather(move("tea", left, right), move("milk", left, right))
    except TimeoutError:
        print("they wait for each other")


asyncio.run(main())
