import asyncio


class Unreachable(Exception):
    pass


async def copy(to, error=None):
    await asyncio.sleep(0.1)
    if error is not None:
        raise error
    print("copied to", to)


async def copy_all(*copies):
    try:
        async with asyncio.TaskGroup() as group:
            for each in copies:
                group.create_task(each)
    except* Unreachable as group:
        for error in group.exceptions:
            print("later:", error)


async def main():
    await copy_all(copy("attic"), copy("cellar", Unreachable("cellar is off")))
    try:
        await copy_all(copy("garden", TypeError("garden is not a disk")))
    except* TypeError as group:
        print("a bug:", group.exceptions[0])


asyncio.run(main())
