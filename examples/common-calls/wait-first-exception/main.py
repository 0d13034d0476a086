import asyncio


async def step(name, delay, broken=False):
    await asyncio.sleep(delay)
    if broken:
        raise ValueError(f"{name} went wrong")
    return name


async def main():
    for broken in (False, True):
        tasks = [
            asyncio.create_task(step("wash", 0.1)),
            asyncio.create_task(step("cut", 0.3, broken)),
            asyncio.create_task(step("cook", 0.6)),
        ]
        done, pending = await asyncio.wait(
            tasks, return_when=asyncio.FIRST_EXCEPTION
        )
        print(len(done), "done,", len(pending), "pending")
        failed = [task for task in done if task.exception()]
        for task in failed:
            print("failed:", task.exception())
        for task in pending:
            task.cancel()


asyncio.run(main())
