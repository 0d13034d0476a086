import asyncio


async def fetch(name, delay, broken=False):
    await asyncio.sleep(delay)
    if broken:
        raise ConnectionError(f"{name} is down")
    print(name, "arrived")
    return name


async def main():
    try:
        await asyncio.gather(
            fetch("first", 0.1),
            fetch("second", 0.3, broken=True),
            fetch("third", 0.5),
        )
    except ConnectionError as error:
        print("gather failed:", error)
    await asyncio.sleep(0.4)
    print("main ends")


asyncio.run(main())
