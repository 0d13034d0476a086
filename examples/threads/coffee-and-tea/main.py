import asyncio
import time


def brew(seconds):
    time.sleep(seconds)


async def serve(drink, seconds):
    print(drink, "is ordered")
    await asyncio.to_thread(brew, seconds)
    print(drink, "is served")


async def main():
    await asyncio.gather(serve("coffee", 1), serve("tea", 0.2))


asyncio.run(main())
