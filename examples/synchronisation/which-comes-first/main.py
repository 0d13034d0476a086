import asyncio


async def call_all(name, queue):
    for patient in [(2, "Ann"), (3, "Bob"), (1, "Cid")]:
        await queue.put(patient)

    called = []
    while not queue.empty():
        _, patient = await queue.get()
        called.append(patient)
    print(f"{name}: {', '.join(called)}")


async def main():
    await call_all("Queue", asyncio.Queue())
    await call_all("LifoQueue", asyncio.LifoQueue())
    await call_all("PriorityQueue", asyncio.PriorityQueue())


asyncio.run(main())
