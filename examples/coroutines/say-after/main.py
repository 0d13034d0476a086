import asyncio


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()

    await say_after(1, "hello")
    await say_after(2, "world")

    print(f"took about {loop.time() - start:.0f} s")


asyncio.run(main())
