import asyncio
import time

beats = 0


async def heartbeat():
    global beats
    while True:
        beats += 1
        print("beat", beats)
        await asyncio.sleep(0.05)


async def beats_reach(number):
    while beats < number:
        await asyncio.sleep(0.01)


def calculate(seconds):
    """Keeps the processor busy and does not return before the time is up."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


async def main():
    heart = asyncio.create_task(heartbeat())
    await beats_reach(3)

    before = beats
    print("calculates for ten beats")
    calculate(0.5)
    print("done; beats meanwhile:", beats - before)

    await beats_reach(5)
    heart.cancel()


asyncio.run(main())
