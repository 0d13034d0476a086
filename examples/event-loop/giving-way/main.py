import asyncio


async def spin(pause):
    """Is busy for 0.3 s while a timer of the loop is due after 0.02 s."""
    loop = asyncio.get_running_loop()
    beats = []
    timer = loop.call_later(0.02, beats.append, "beat")
    end = loop.time() + 0.3
    while loop.time() < end:
        await pause()
    timer.cancel()
    return "fired meanwhile" if beats else "had to wait"


async def main():
    done = asyncio.get_running_loop().create_future()
    done.set_result(None)

    async def nothing_to_wait_for():
        await done

    async def give_way():
        await asyncio.sleep(0)

    print("awaiting what is done: the timer", await spin(nothing_to_wait_for))
    print("giving way: the timer", await spin(give_way))


asyncio.run(main())
