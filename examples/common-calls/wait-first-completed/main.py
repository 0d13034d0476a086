import asyncio


async def ask(mirror, delay):
    try:
        await asyncio.sleep(delay)
        return mirror
    except asyncio.CancelledError:
        print(mirror, "was cancelled")
        raise


async def main():
    mirrors = {"Oslo": 0.4, "Lima": 0.1, "Pune": 0.6}
    tasks = [asyncio.create_task(ask(*mirror)) for mirror in mirrors.items()]

    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_COMPLETED
    )
    for task in done:
        print("fastest:", task.result())
    print(len(pending), "still pending")

    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


asyncio.run(main())
