import asyncio


async def count_down(start, pace):
    for left in range(start, 0, -1):
        await asyncio.sleep(pace)
        yield left


async def launch(rocket, start, pace):
    async for left in count_down(start, pace):
        print(rocket, left)
    print(rocket, "lifts off")


async def main():
    await asyncio.gather(launch("Ariane", 3, 0.4), launch("Vega", 2, 1))


asyncio.run(main())
