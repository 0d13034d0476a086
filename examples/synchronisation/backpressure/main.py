import asyncio


async def producer(queue):
    for item in range(1, 6):
        await queue.put(item)
        print("made", item, "in the queue:", queue.qsize())


async def consumer(queue):
    for _ in range(5):
        await asyncio.sleep(0.2)
        print("  used", await queue.get())


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
