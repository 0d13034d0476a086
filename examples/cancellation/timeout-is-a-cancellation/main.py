import asyncio


async def download():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        task = asyncio.current_task()
        print("inside: CancelledError, requests:", task.cancelling())
        raise


async def main():
    try:
        async with asyncio.timeout(0.3):
            await download()
    except TimeoutError:
        task = asyncio.current_task()
        print("outside: TimeoutError, requests:", task.cancelling())
    await asyncio.sleep(0.1)
    print("main goes on")


asyncio.run(main())
