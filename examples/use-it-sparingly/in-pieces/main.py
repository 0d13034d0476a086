import asyncio
import time


async def count():
    for part in ["first", "second", "third"]:
        time.sleep(0.1)
        print("counted: the", part, "part")
        await asyncio.sleep(0)


async def phone():
    print("the phone rings")
    await asyncio.sleep(0)
    print("somebody answers it")


async def main():
    await asyncio.gather(count(), phone())


asyncio.run(main())
