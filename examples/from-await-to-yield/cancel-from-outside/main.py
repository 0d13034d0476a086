import asyncio
import itertools


async def download():
    try:
        for part in itertools.count(1):
            print("part", part)
            await asyncio.sleep(0.4)
    finally:
        print("file closed")


async def main():
    task = asyncio.create_task(download())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(1)
    print("nothing is left running:", str(task.cancelled()).lower())


asyncio.run(main())
