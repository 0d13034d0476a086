import asyncio

burners = asyncio.Semaphore(2)


async def cook(dish, seconds):
    async with burners:
        await asyncio.sleep(seconds)
    print(dish, "is ready")


async def main():
    await asyncio.gather(cook("stew", 1.6), cook("tea", 0.4), cook("soup", 0.8), cook("rice", 1.2))


asyncio.run(main())
