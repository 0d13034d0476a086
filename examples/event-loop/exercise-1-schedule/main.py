import asyncio


async def main():
    loop = asyncio.get_running_loop()
    now = loop.time()

    loop.call_at(now + 0.2, print, "fourth")
    loop.call_soon(print, "second")
    loop.call_later(0.1, print, "third")
    print("first")

    await asyncio.sleep(0.3)


asyncio.run(main())
