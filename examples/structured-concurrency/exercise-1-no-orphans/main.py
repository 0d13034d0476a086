import asyncio


async def reserve(what, delay):
    try:
        await asyncio.sleep(delay)
        if what == "hotel":
            raise ValueError("no rooms")
        print(what, "reserved")
    except asyncio.CancelledError:
        print(what, "not reserved")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(reserve("flight", 0.4))
            group.create_task(reserve("hotel", 0.15))
    except ExceptionGroup as group:
        print("no journey:", group.exceptions[0])
    await asyncio.sleep(0.4)


asyncio.run(main())
