import asyncio


async def main():
    print(await asyncio.sleep(0.2, "tea is ready"))

    nap = asyncio.create_task(asyncio.sleep(60, "well rested"))
    await asyncio.sleep(0.1)
    nap.cancel()
    try:
        print(await nap)
    except asyncio.CancelledError:
        print("the nap was cancelled")


asyncio.run(main())
