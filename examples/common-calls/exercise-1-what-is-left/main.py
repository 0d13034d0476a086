import asyncio


async def price(shop, delay):
    await asyncio.sleep(delay)
    if shop == "Brown":
        raise ConnectionError("closed")
    return len(shop) * 10


async def main():
    shops = ["Abel", "Brown", "Curtis"]
    prices = await asyncio.gather(
        *(price(shop, 0.1 * index) for index, shop in enumerate(shops)),
        return_exceptions=True,
    )
    for shop, found in zip(shops, prices):
        print(shop, "unknown" if isinstance(found, Exception) else found)


asyncio.run(main())
