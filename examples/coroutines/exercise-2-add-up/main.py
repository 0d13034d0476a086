import asyncio


async def square(number):
    print("squaring", number)
    await asyncio.sleep(0.2)
    print("squared", number)
    return number * number


async def main():
    squares = await asyncio.gather(square(1), square(2), square(3))
    print("sum:", sum(squares))


asyncio.run(main())
