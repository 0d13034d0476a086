import asyncio


async def drive(name, bridge):
    print(name, "sets out")
    for way in ("there", "back"):
        async with bridge:
            print(name, "drives", way)
            await asyncio.sleep(0.2)
    print(name, "is home")


async def main():
    bridge = asyncio.Lock()
    await asyncio.gather(drive("Eve", bridge), drive("Dan", bridge))


asyncio.run(main())
