import asyncio


async def download():
    for part in range(1, 4):
        await asyncio.sleep(0.4)
        print("part", part)


async def main():
    try:
        await asyncio.wait_for(download(), 0.6)
    except asyncio.TimeoutError as error:
        print("time is up:", str(isinstance(error, TimeoutError)).lower())
    await asyncio.sleep(1)
    print("the end")


asyncio.run(main())
