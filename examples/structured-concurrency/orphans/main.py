import asyncio


async def upload(name, delay, broken=False):
    try:
        await asyncio.sleep(delay)
        if broken:
            raise ConnectionError(f"{name} failed")
        print("  uploaded", name)
    except asyncio.CancelledError:
        print("  cancelled", name)
        raise


async def with_gather():
    await asyncio.gather(upload("a", 0.1, broken=True), upload("b", 0.5))


async def with_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(upload("a", 0.1, broken=True))
        group.create_task(upload("b", 0.5))


async def main():
    for attempt in (with_gather, with_group):
        print("gather:" if attempt is with_gather else "group:")
        try:
            await attempt()
        except (ConnectionError, ExceptionGroup):
            print("  told the user: nothing was uploaded")
        await asyncio.sleep(0.6)


asyncio.run(main())
