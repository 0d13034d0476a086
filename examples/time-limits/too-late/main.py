import asyncio


async def download():
    print("download begins")
    try:
        await asyncio.sleep(60)
    finally:
        print("removing the half file")
        await asyncio.sleep(0.5)
        print("half file removed")


async def main():
    try:
        await asyncio.wait_for(download(), 0.2)
    except TimeoutError:
        print("too late")
    print("main goes on")
    await asyncio.sleep(1)


asyncio.run(main())
