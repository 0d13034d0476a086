import asyncio


def answer_later(delay, value):
    """Not a coroutine: returns at once, with a future that is filled in later."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(delay, future.set_result, value)
    return future


async def count_letters(word):
    await asyncio.sleep(0.1)
    return len(word)


async def main():
    future = answer_later(0.2, "forty-two")
    print("done yet?", str(future.done()).lower())

    answer, letters = await asyncio.gather(future, count_letters("coroutine"))

    print("done yet?", str(future.done()).lower())
    print(f"the future gave {answer}, the coroutine gave {letters}")


asyncio.run(main())
