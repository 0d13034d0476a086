import asyncio


async def poll():
    for attempt in range(1, 4):
        try:
            await asyncio.sleep(0.4)
            raise ConnectionError("no answer")
        except ConnectionError:
            print("attempt", attempt, "failed")


async def main():
    task = asyncio.create_task(poll())
    await asyncio.sleep(0.6)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", str(task.cancelled()).lower())


asyncio.run(main())
