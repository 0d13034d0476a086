import asyncio


async def load(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, "is loaded")
    finally:
        print(name, "is put away")


async def main():
    for limit in (2, 0.3):
        try:
            async with asyncio.timeout(limit) as scope:
                await load("first", 0.1)
                await load("second", 0.4)
        except TimeoutError:
            print("too slow")
        print("expired:", str(scope.expired()).lower())


asyncio.run(main())
