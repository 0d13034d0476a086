import asyncio


def look_up(word, callback):
    """An old API: answers later, by calling back with an error or a value."""
    dictionary = {"loop": "a shape that comes back to itself"}
    value = dictionary.get(word)
    error = None if value else LookupError(f"no such word: {word}")
    asyncio.get_running_loop().call_later(0.05, callback, error, value)


async def define(word):
    """The same for those who await. Nobody outside sees the future."""
    future = asyncio.get_running_loop().create_future()

    def answer(error, value):
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(value)

    look_up(word, answer)
    return await future


async def main():
    print("loop:", await define("loop"))
    try:
        await define("lop")
    except LookupError as error:
        print("lop:", error.args[0])


asyncio.run(main())
