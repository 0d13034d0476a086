import asyncio


def debounce(seconds, callback):
    timer = None

    def call(*arguments):
        nonlocal timer
        if timer is not None:
            timer.cancel()
        timer = asyncio.get_running_loop().call_later(seconds, callback, *arguments)

    return call


async def main():
    search = debounce(0.3, lambda word: print("search for", word))
    search("t")
    search("te")
    search("tea")
    await asyncio.sleep(0.6)
    search("teapot")
    await asyncio.sleep(0.6)


asyncio.run(main())
