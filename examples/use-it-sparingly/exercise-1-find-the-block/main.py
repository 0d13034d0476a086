import asyncio


async def brew(drink):
    print(f"{drink}: water on")
    await asyncio.sleep(0.1)
    print(f"{drink}: ready")


async def main():
    await asyncio.gather(brew("tea"), brew("coffee"))


asyncio.run(main())
