import asyncio


async def pages():
    for page in ["page 1", "page 2", "page 3"]:
        await asyncio.sleep(0.4)
        print("loaded", page)
        yield page


async def load(queue):
    async for page in pages():
        await queue.put(page)
    queue.shutdown()


async def until_shutdown(queue):
    while True:
        try:
            yield await queue.get()
        except asyncio.QueueShutDown:
            return


async def main():
    queue = asyncio.Queue(1)
    async with asyncio.TaskGroup() as group:
        group.create_task(load(queue))
        async for page in until_shutdown(queue):
            print("open", page)
            await asyncio.sleep(0.6)
            print("close", page)


asyncio.run(main())
