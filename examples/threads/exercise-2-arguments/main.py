import asyncio


async def main():
    rate = 3

    def total(prices, rate):
        return sum(prices) * rate

    print("total:", await asyncio.to_thread(total, [2, 3, 5], rate))


asyncio.run(main())
