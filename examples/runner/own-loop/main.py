import asyncio


def make_loop():
    print("making a loop")
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(
        lambda _, context: print("handler:", context["exception"])
    )
    return loop


def broken_callback():
    raise ValueError("nobody can catch this")


async def main():
    asyncio.get_running_loop().call_soon(broken_callback)
    await asyncio.sleep(0.1)
    print("main goes on")


with asyncio.Runner(loop_factory=make_loop) as runner:
    runner.run(main())
    runner.run(main())
