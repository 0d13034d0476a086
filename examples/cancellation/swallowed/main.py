import asyncio


async def fetch_page():
    await asyncio.sleep(0.3)
    raise ConnectionError("no answer")


async def retry(careful):
    for attempt in (1, 2, 3):
        try:
            await fetch_page()
        except BaseException as error:
            if careful and isinstance(error, asyncio.CancelledError):
                raise
            print("  attempt", attempt, "failed:", type(error).__name__)
    return "gave up"


async def main():
    for careful in (False, True):
        print("careful:" if careful else "careless:")
        task = asyncio.create_task(retry(careful))
        await asyncio.sleep(0.15)
        task.cancel()
        await asyncio.wait([task])
        print("  cancelled" if task.cancelled() else f"  {task.result()}")


asyncio.run(main())
