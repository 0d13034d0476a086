import asyncio
import time

beats = 0


async def heartbeat():
    global beats
    while True:
        beats += 1
        await asyncio.sleep(0.03)


def calculate(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


async def in_one_piece():
    calculate(0.25)


async def in_small_pieces():
    for _ in range(50):
        calculate(0.005)
        await asyncio.sleep(0)


async def main():
    heart = asyncio.create_task(heartbeat())
    await asyncio.sleep(0)
    for work in (in_one_piece, in_small_pieces):
        before = beats
        await work()
        alive = "goes on" if beats - before >= 3 else "stands still"
        print(f"{work.__name__.replace('_', ' ')}: the heart {alive}")
    heart.cancel()


asyncio.run(main())
