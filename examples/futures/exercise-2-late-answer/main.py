import asyncio


def slow_answer(callback):
    asyncio.get_running_loop().call_later(0.2, callback, "at last")


async def ask():
    future = asyncio.get_running_loop().create_future()

    def answer(value):
        if not future.done():
            future.set_result(value)

    slow_answer(answer)
    return await future


def report(loop, context):
    print("the loop reports an error")


async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    try:
        async with asyncio.timeout(0.1):
            print(await ask())
    except TimeoutError:
        print("waited long enough")
    await asyncio.sleep(0.3)
    print("nothing else happened")


asyncio.run(main())
