import asyncio
import time


def grind():
    time.sleep(0.2)
    return "the coffee is ground"


async def serve():
    print("the mill is switched on")
    print(await asyncio.to_thread(grind))


async def main():
    serving = asyncio.create_task(serve())
    await asyncio.sleep(0)
    print("the cook begins a sum")

    end = time.monotonic() + 0.6
    while time.monotonic() < end:
        pass
    print("the sum is done")

    await serving
    print("the coffee is served")


asyncio.run(main())
