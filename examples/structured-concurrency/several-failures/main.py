import asyncio


async def check(name, power_cut, error):
    try:
        await power_cut.wait()
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    raise error


async def main():
    cut, never = asyncio.Event(), asyncio.Event()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(check("disk", cut, OSError("disk is full")))
            group.create_task(check("clock", never, OSError("no clock")))
            group.create_task(check("user", cut, ValueError("name is empty")))
            await asyncio.sleep(0.2)
            cut.set()
    except* OSError as errors:
        for error in errors.exceptions:
            print("hardware:", error)
    except* ValueError as errors:
        for error in errors.exceptions:
            print("input:", error)


asyncio.run(main())
