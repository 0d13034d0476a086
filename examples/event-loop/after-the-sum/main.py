import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.2, print, "tea, set for 0.2 s")
    loop.call_later(0.1, print, "milk, set for 0.1 s")

    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        pass
    print("the sum is done")

    loop.call_soon(print, "a note, to be read soon")
    await asyncio.sleep(0.2)


asyncio.run(main())
