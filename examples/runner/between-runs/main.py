import asyncio
import time


async def boil():
    await asyncio.sleep(0.3)
    print("the egg is done")


async def begin():
    global egg
    egg = asyncio.create_task(boil())
    print("the egg is in the water")
    await asyncio.sleep(0.1)


async def go_on():
    print("the second run begins")
    await asyncio.sleep(0.1)


with asyncio.Runner() as runner:
    runner.run(begin())
    time.sleep(0.6)
    print("0.6 seconds have gone by")
    runner.run(go_on())
print("the runner is closed")
