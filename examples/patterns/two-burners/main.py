import asyncio

burners = asyncio.Semaphore(2)


async def cook(dish, seconds):
    async with burners:
        await asyncio.sleep(seconds)
    print(dish, "is ready")


async def main():
    await asyncio.gather(cook("stew", 0.8), cook("tea", 0.2), cook("soup", 0.4), cook("rice", 0.6))


asyncio.run(main())
