import asyncio


async def main():
    loop = asyncio.get_running_loop()

    future = loop.create_future()
    print("done:", str(future.done()).lower())
    future.set_result("the first answer")
    print("done:", str(future.done()).lower())
    try:
        future.set_result("the second answer")
    except asyncio.InvalidStateError as error:
        print("second answer:", type(error).__name__)
    print("it holds", await future)

    cancelled = loop.create_future()
    print("cancel:", str(cancelled.cancel()).lower())
    try:
        cancelled.set_result("too late")
    except asyncio.InvalidStateError as error:
        print("answer after cancel:", type(error).__name__)
    if not cancelled.done():
        cancelled.set_result("never set")
    print("cancel again:", str(cancelled.cancel()).lower())


asyncio.run(main())
