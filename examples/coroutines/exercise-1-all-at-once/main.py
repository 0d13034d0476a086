import asyncio


async def deliver(what, delay):
    print(what, "leaves")
    await asyncio.sleep(delay)
    print(what, "arrives")


async def main():
    tasks = [
        asyncio.create_task(deliver("parcel", 0.7)),
        asyncio.create_task(deliver("letter", 0.4)),
        asyncio.create_task(deliver("telegram", 0.1)),
    ]
    for task in tasks:
        await task


asyncio.run(main())
