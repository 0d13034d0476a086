import asyncio


async def cook(dish, delay):
    await asyncio.sleep(delay)
    print(dish, "is ready")
    return dish


async def main():
    async with asyncio.TaskGroup() as group:
        soup = group.create_task(cook("soup", 0.4))
        bread = group.create_task(cook("bread", 0.2))
        print("both are on the stove")
    print("served:", soup.result(), "and", bread.result())


asyncio.run(main())
