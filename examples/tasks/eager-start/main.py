import asyncio

cache = {"tea": 2}


async def price(drink):
    print("looks up", drink)
    if drink in cache:
        return cache[drink]
    await asyncio.sleep(0.1)
    return 3


async def main():
    loop = asyncio.get_running_loop()
    usual = asyncio.create_task(price("tea"))
    print("usual:", "done" if usual.done() else "not begun")

    # Since Python 3.14: asyncio.create_task(price("tea"), eager_start=True)
    eager = asyncio.Task(price("tea"), loop=loop, eager_start=True)
    print("eager:", "done" if eager.done() else "waits")

    asks = asyncio.Task(price("coffee"), loop=loop, eager_start=True)
    print("eager, not in the cache:", "done" if asks.done() else "waits")

    print("prices:", *await asyncio.gather(usual, eager, asks))


asyncio.run(main())
