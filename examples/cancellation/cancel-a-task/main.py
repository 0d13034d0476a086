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

    print("accepted?", str(task.cancel("time to go")).lower())
    print("cancelled already?", str(task.cancelled()).lower())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled now?", str(task.cancelled()).lower())

    print("accepted again?", str(task.cancel()).lower())


asyncio.run(main())
