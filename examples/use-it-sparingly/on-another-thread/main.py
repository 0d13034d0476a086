import asyncio
import time

beats = 0


async def heartbeat():
    global beats
    while True:
        beats += 1
        await asyncio.sleep(0.05)


def calculate(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
    return "calculated"


async def main():
    heart = asyncio.create_task(heartbeat())
    await asyncio.sleep(0)

    before = beats
    print("here:", calculate(0.5))
    print("the heart", "goes on" if beats > before else "stands still")

    before = beats
    print("on a thread:", await asyncio.to_thread(calculate, 0.5))
    print("the heart", "goes on" if beats > before else "stands still")
    heart.cancel()


asyncio.run(main())
