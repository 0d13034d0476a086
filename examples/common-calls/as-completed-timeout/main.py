import asyncio


async def main():
    tasks = [
        asyncio.create_task(asyncio.sleep(0.1, "first")),
        asyncio.create_task(asyncio.sleep(0.6, "second")),
        asyncio.create_task(asyncio.sleep(0.7, "third")),
    ]
    for next_result in asyncio.as_completed(tasks, timeout=0.3):
        try:
            print(await next_result)
        except TimeoutError:
            print("not in time")

    print("cancelled:", sum(task.cancelled() for task in tasks))


asyncio.run(main())
