import asyncio


async def deliver(what, delay):
    await asyncio.sleep(delay)
    print(what)


async def main():
    tasks = [
        asyncio.create_task(deliver("parcel", 0.6)),
        asyncio.create_task(deliver("letter", 0.3)),
        asyncio.create_task(deliver("telegram", 0)),
    ]
    for task in tasks:
        await task
    print("all delivered")


asyncio.run(main())
