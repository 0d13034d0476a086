import asyncio


async def fetch(name, delay, broken=False):
    await asyncio.sleep(delay)
    if broken:
        raise ConnectionError(f"{name} is down")
    return name


async def main():
    outcomes = await asyncio.gather(
        fetch("first", 0.1),
        fetch("second", 0.2, broken=True),
        fetch("third", 0.3),
        return_exceptions=True,
    )
    for outcome in outcomes:
        if isinstance(outcome, Exception):
            print("failed:", outcome)
        else:
            print("arrived:", outcome)


asyncio.run(main())
