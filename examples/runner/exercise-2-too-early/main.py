import asyncio


async def save(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, "saved")
    except asyncio.CancelledError:
        print(name, "lost")
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        for index, name in enumerate(["letter", "photo", "film"]):
            group.create_task(save(name, 0.1 * (index + 1)))
    print("main returns")


asyncio.run(main())
