import asyncio

PRICES = {"tea": 3, "cake": 5}


# Before: the prices are in memory, and everything is a plain function.
def price(item):
    return PRICES[item]


def total(items):
    return sum(price(item) for item in items)


def receipt(items):
    return f"to pay: {total(items)}"


# After: the price comes from elsewhere. Nobody asked the others to change.
async def fetch_price(item):
    await asyncio.sleep(0.05)
    return PRICES[item]


async def total_async(items):
    return sum([await fetch_price(item) for item in items])


async def receipt_async(items):
    return f"to pay: {await total_async(items)}"


async def main():
    items = ["tea", "cake", "tea"]
    print("before,", receipt(items))
    print("after,", await receipt_async(items))


asyncio.run(main())
