import asyncio


async def brew(seconds):
    await asyncio.sleep(seconds)


def names():
    found = [task.get_name() for task in asyncio.all_tasks()]
    return ", ".join(sorted(found))


async def main():
    # In Python somebody has to hold on to the tasks.
    tasks = [
        asyncio.create_task(brew(0.2), name="tea"),
        asyncio.create_task(brew(0.6), name="coffee"),
    ]
    print("at the start:", names())
    await asyncio.sleep(0.4)
    print("then:", names())
    await asyncio.sleep(0.4)
    print("at the end:", names())
    del tasks


asyncio.run(main())
