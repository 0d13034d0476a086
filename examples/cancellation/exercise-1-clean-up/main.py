import asyncio


async def write_log():
    print("file opened")
    try:
        for line in range(1, 100):
            print("line", line)
            await asyncio.sleep(0.4)
    finally:
        print("file closed")


async def main():
    task = asyncio.create_task(write_log())
    await asyncio.sleep(0.6)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", str(task.cancelled()).lower())


asyncio.run(main())
