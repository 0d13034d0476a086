import asyncio


async def load(page, attempt):
    """Stands for a request; the cake is overloaded at first."""
    await asyncio.sleep(0.4)
    is_there = page != "/cake" or attempt > 1
    print(page, "is loaded" if is_there else "is overloaded")
    return is_there


async def main():
    place = asyncio.Semaphore(1)

    async def load_patiently(page):
        for attempt in [1, 2]:
            async with place:
                if await load(page, attempt):
                    return
            await asyncio.sleep(0.2)

    await asyncio.gather(load_patiently("/cake"), load_patiently("/tea"), load_patiently("/milk"))


asyncio.run(main())
