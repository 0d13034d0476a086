import asyncio

cache = {}
lock = asyncio.Lock()


async def load(name):
    print("loading", name)
    await asyncio.sleep(0.2)
    return name.upper()


async def get(name):
    async with lock:
        if name not in cache:
            cache[name] = await load(name)
    return cache[name]


async def main():
    print(*await asyncio.gather(get("map"), get("map"), get("map")))


asyncio.run(main())
