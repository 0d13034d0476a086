import asyncio


async def price_of(item):
    await asyncio.sleep(0.2)
    if item == "gold":
        raise ValueError("no gold today")
    return len(item)


async def main():
    print("tea:", await price_of("tea"))
    milk, sugar = await asyncio.gather(price_of("milk"), price_of("sugar"))
    print("milk and sugar:", milk + sugar)
    try:
        await price_of("gold")
    except ValueError as error:
        print("sorry:", error)


asyncio.run(main())
