import asyncio


async def answer(delay):
    try:
        await asyncio.sleep(delay)
        return "forty-two"
    except asyncio.CancelledError:
        print("no longer needed")
        raise


async def main():
    print(await asyncio.wait_for(answer(0.1), 1))
    try:
        print(await asyncio.wait_for(answer(60), 0.2))
    except TimeoutError:
        print("no answer in time")


asyncio.run(main())
