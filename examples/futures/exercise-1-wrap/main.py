import asyncio


def decode(text, on_success, on_failure):
    loop = asyncio.get_running_loop()
    if text.isdigit():
        loop.call_later(0.05, on_success, int(text))
    else:
        loop.call_later(0.05, on_failure, ValueError(f"not a number: {text}"))


async def decoded(text):
    future = asyncio.get_running_loop().create_future()
    decode(text, future.set_result, future.set_exception)
    return await future


async def main():
    for text in ("12", "twelve", "30"):
        try:
            print(text, "gives", await decoded(text))
        except ValueError as error:
            print("failed:", error)


asyncio.run(main())
