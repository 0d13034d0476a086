import asyncio


async def fail(name):
    raise ValueError(f"{name} is broken")


def broken():
    raise ValueError("callback is broken")


def report(loop, context):
    print("handler:", context.get("exception"))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    loop.call_soon(broken)
    kept = asyncio.create_task(fail("kept task"))
    lost = asyncio.create_task(fail("lost task"))
    await asyncio.sleep(0.2)
    try:
        await kept
    except ValueError as error:
        print("caught:", error)
    print("main ends, the other one has failed:", str(lost.done()).lower())


asyncio.run(main())
