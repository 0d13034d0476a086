import asyncio


async def divide(a, b):
    await asyncio.sleep(0.1)
    return a // b


async def nested():
    coroutine = divide(1, 1)
    try:
        asyncio.run(coroutine)
    except RuntimeError:
        print("run inside run: refused")
        coroutine.close()


def main():
    print("result:", asyncio.run(divide(6, 2)))
    try:
        asyncio.run(divide(6, 0))
    except ZeroDivisionError:
        print("the exception comes out of run")
    asyncio.run(nested())


main()
