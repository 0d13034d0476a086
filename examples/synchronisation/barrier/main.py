import asyncio


async def climber(name, pace, camp):
    for stage in ("camp", "summit"):
        await asyncio.sleep(pace)
        print(name, "reaches the", stage)
        await camp.wait()
    print(name, "has seen everyone arrive")


async def main():
    camp = asyncio.Barrier(2)
    await asyncio.gather(climber("fast", 0.1, camp), climber("slow", 0.3, camp))


asyncio.run(main())
