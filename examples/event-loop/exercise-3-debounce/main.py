import asyncio


def debounce(seconds, callback):
    """Passes a call on once no other has come for so many seconds."""
    timer = None

    def call(value):
        nonlocal timer
        if timer is not None:
            timer.cancel()
        timer = asyncio.get_running_loop().call_later(seconds, callback, value)

    return call


async def main():
    search = debounce(0.2, lambda text: print("search for", text))
    for text in ("e", "ev", "event"):
        search(text)
    await asyncio.sleep(0.4)
    for text in ("event l", "event loop"):
        search(text)
    await asyncio.sleep(0.4)


asyncio.run(main())
