import asyncio


async def fetch(name, delay, broken=False):
    await asyncio.sleep(delay)
    if broken:
        raise ConnectionError(f"{name} is down")
    return name


async def main():
    tasks = [
        asyncio.create_task(fetch("first", 0.1)),
        asyncio.create_task(fetch("second", 0.2, broken=True)),
        asyncio.create_task(fetch("third", 0.3)),
    ]
    done, pending = await asyncio.wait(tasks)
    print(len(done), "done,", len(pending), "pending")
    for task in tasks:
        error = task.exception()
        print("failed:" if error else "arrived:", error or task.result())


asyncio.run(main())
