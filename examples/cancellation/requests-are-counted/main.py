import asyncio


async def stubborn():
    task = asyncio.current_task()
    while True:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError as error:
            print(f"asked to end ({error}), requests: {task.cancelling()}")
            if task.cancelling() == 2:
                break
    print("after uncancel():", task.uncancel())
    print("after uncancel():", task.uncancel())
    await asyncio.sleep(0.1)
    return "ended by itself"


async def main():
    task = asyncio.create_task(stubborn())
    for message in ("please", "now"):
        await asyncio.sleep(0.2)
        task.cancel(message)
    print(await task)
    print("cancelled:", str(task.cancelled()).lower())


asyncio.run(main())
