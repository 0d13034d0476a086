import asyncio


async def at_most(delay, coroutine, otherwise):
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    expired = False

    def expire():
        nonlocal expired
        expired = True
        task.cancel()

    timer = loop.call_later(delay, expire)
    try:
        return await coroutine
    except asyncio.CancelledError:
        if not expired or task.uncancel() > 0:
            raise
        return otherwise
    finally:
        timer.cancel()


async def main():
    print(await at_most(0.5, asyncio.sleep(0.1, "in time"), "late"))
    print(await at_most(0.3, asyncio.sleep(1.2, "in time"), "late"))
    print("requests left:", asyncio.current_task().cancelling())


asyncio.run(main())
