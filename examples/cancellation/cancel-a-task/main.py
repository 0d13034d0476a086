import asyncio


async def tick():
    count = 0
    try:
        while True:
            count += 1
            print("tick", count)
            await asyncio.sleep(0.4)
    except asyncio.CancelledError as error:
        print("cancelled while asleep:", error)
        raise


async def main():
    task = asyncio.create_task(tick())
    await asyncio.sleep(0.6)

    print("accepted?", "yes" if task.cancel("time to go") else "no")
    print("cancelled already?", "yes" if task.cancelled() else "no")
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled now?", "yes" if task.cancelled() else "no")

    print("accepted again?", "yes" if task.cancel() else "no")


asyncio.run(main())
