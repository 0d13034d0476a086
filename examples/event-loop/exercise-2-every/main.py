import asyncio


def every(seconds, times, callback):
    """Calls back `times` times, each `seconds` after the one before."""
    if times == 0:
        return

    def fire():
        callback()
        every(seconds, times - 1, callback)

    asyncio.get_running_loop().call_later(seconds, fire)


async def main():
    every(0.05, 3, lambda: print("tick"))
    print("every() has returned")
    await asyncio.sleep(0.5)
    print("done")


asyncio.run(main())
