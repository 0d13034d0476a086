import asyncio


async def step(name, seconds):
    async with asyncio.timeout(60):
        await asyncio.sleep(seconds)
        print(name)


async def handle():
    await step("user found", 0.1)
    await step("orders loaded", 30)
    await step("page drawn", 0.1)


async def main():
    try:
        async with asyncio.timeout(0.5):
            await handle()
    except TimeoutError:
        print("no page in time")


asyncio.run(main())
