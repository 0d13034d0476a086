import asyncio


def request(on_reply):
    """Somebody else's code, with callbacks. Gives back a way to abort it."""
    print("request sent")
    loop = asyncio.get_running_loop()
    timer = loop.call_later(60, on_reply, "reply")

    def abort():
        timer.cancel()
        print("request aborted")

    return abort


async def fetch_reply():
    future = asyncio.get_running_loop().create_future()
    abort = request(future.set_result)
    try:
        return await future
    except asyncio.CancelledError:
        abort()
        raise


async def main():
    task = asyncio.create_task(fetch_reply())
    await asyncio.sleep(0.2)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", str(task.cancelled()).lower())


asyncio.run(main())
