import asyncio

dishes = ["soup", "fish", "cake"]


async def waiter(hatch):
    print("the waiter waits")
    for _ in dishes:
        dish = await hatch.get()
        print("served", dish)


async def cook(hatch):
    for dish in dishes:
        await hatch.put(dish)
        print("cooked", dish)


async def main():
    hatch = asyncio.Queue()
    await asyncio.gather(waiter(hatch), cook(hatch))


asyncio.run(main())
