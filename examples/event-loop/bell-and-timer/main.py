import asyncio


async def take_order():
    print("the order is taken")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "the timer is up")
    loop.call_soon(print, "the bell rings")
    print("main has begun")
    await take_order()
    await asyncio.sleep(0)
    print("main is back")
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())
