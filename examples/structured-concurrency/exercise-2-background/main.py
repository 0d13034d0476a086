import asyncio


async def show_progress():
    try:
        while True:
            print("still working")
            await asyncio.sleep(0.5)
    finally:
        print("progress closed")


async def main():
    async with asyncio.TaskGroup() as group:
        progress = group.create_task(show_progress())
        result = await asyncio.sleep(0.8, "forty-two")
        progress.cancel()
    print("result:", result)


asyncio.run(main())
