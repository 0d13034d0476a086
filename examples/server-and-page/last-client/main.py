import asyncio


async def serve(client, seconds):
    print(client, "is let in")
    await asyncio.sleep(seconds)
    print(client, "has an answer")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(serve("Ann", 1.5))
        await asyncio.sleep(0.2)
        group.create_task(serve("Bob", 0.2))
        await asyncio.sleep(0.4)
        print("the door is closed")
    print("the server has stopped")


asyncio.run(main())
