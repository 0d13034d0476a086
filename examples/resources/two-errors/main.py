import asyncio


class Tap:
    def __enter__(self):
        return self

    def __exit__(self, *_):
        raise RuntimeError("tap is stuck")


async def fill():
    with Tap():
        await asyncio.sleep(0.1)
        raise ValueError("bucket has a hole")


async def main():
    try:
        await fill()
    except RuntimeError as error:
        print(error)
        print("and before that:", error.__context__)


asyncio.run(main())
