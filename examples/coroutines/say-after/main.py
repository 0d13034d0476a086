import asyncio
import sys


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()

    await say_after(1, "hello")
    await say_after(2, "world")

    # Measured here and now, so it goes to the error output.
    print(f"took {loop.time() - start:.1f} s", file=sys.stderr)


asyncio.run(main())
