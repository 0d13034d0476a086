import asyncio


async def upload(file, seconds):
    try:
        await asyncio.sleep(seconds)
        raise OSError(f"no room for {file}")
    finally:
        await asyncio.sleep(0.2)
        print(file, "is closed")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(upload("a", 0.2))
            group.create_task(upload("b", 60))
            try:
                print("both are under way")
                await asyncio.sleep(60)
            finally:
                print("the block is left")
    except ExceptionGroup as error:
        print("told the user:", error.exceptions[0])


asyncio.run(main())
