import asyncio


async def cook(dish, seconds):
    await asyncio.sleep(seconds)
    print(dish, "is ready")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(cook("the stew", 0.6))
        await cook("the salad", 0.2)
        group.create_task(cook("the soup", 0.2))
        print("nothing is left to begin")
    print("dinner is served")


asyncio.run(main())
