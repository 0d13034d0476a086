import asyncio


async def main():
    loop = asyncio.get_running_loop()

    future = loop.create_future()
    print("done:", "yes" if future.done() else "no")
    future.set_result("the first answer")
    print("done:", "yes" if future.done() else "no")
    try:
        future.set_result("the second answer")
    except asyncio.InvalidStateError as error:
        print("second answer:", type(error).__name__)
    print("it holds", await future)

    cancelled = loop.create_future()
    print("cancel:", "yes" if cancelled.cancel() else "no")
    try:
        cancelled.set_result("too late")
    except asyncio.InvalidStateError as error:
        print("answer after cancel:", type(error).__name__)
    if not cancelled.done():
        cancelled.set_result("never set")
    print("cancel again:", "yes" if cancelled.cancel() else "no")


asyncio.run(main())
