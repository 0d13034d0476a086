import asyncio
import types


@types.coroutine
def give_way(times):
    """An ordinary generator. Each bare yield gives way for one iteration."""
    for _ in range(times):
        yield
    return f"gave way {times} times"


async def count(name, upto):
    for number in range(1, upto + 1):
        print(name, number)
        await give_way(1)


async def main():
    ticks = asyncio.create_task(count("tick", 3))
    tocks = asyncio.create_task(count("tock", 3))
    print(await give_way(2))
    await asyncio.gather(ticks, tocks)


asyncio.run(main())
