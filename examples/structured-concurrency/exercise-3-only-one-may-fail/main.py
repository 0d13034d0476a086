import asyncio


async def visit(page, delay):
    await asyncio.sleep(delay)
    if page == "news":
        raise ConnectionError("news is down")
    print("visited", page)


async def careful(page, delay):
    try:
        await visit(page, delay)
    except ConnectionError as error:
        print("skipped:", error)


async def main():
    async with asyncio.TaskGroup() as group:
        for index, page in enumerate(["home", "news", "shop"]):
            group.create_task(careful(page, 0.15 * (index + 1)))
    print("done")


asyncio.run(main())
