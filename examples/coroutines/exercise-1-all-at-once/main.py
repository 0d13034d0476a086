import asyncio


async def deliver(what, delay):
    await asyncio.sleep(delay)
    print(what)


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    tasks = [
        asyncio.create_task(deliver("parcel", 0.6)),
        asyncio.create_task(deliver("letter", 0.5)),
        asyncio.create_task(deliver("telegram", 0.4)),
    ]
    for task in tasks:
        await task
    seconds = loop.time() - start
    print("in the time of the parcel:", "yes" if seconds < 1 else "no")


asyncio.run(main())
