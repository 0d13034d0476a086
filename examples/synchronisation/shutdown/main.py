import asyncio


async def reader(name, queue):
    try:
        while True:
            print(name, "reads", await queue.get())
            await asyncio.sleep(0.1)
    except asyncio.QueueShutDown:
        print(name, "has nothing left to read")


async def main():
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(reader("Ada", queue))
        for page in ("first page", "last page"):
            await queue.put(page)
        queue.shutdown()
        try:
            await queue.put("too late")
        except asyncio.QueueShutDown:
            print("nothing more can be put in")


asyncio.run(main())
