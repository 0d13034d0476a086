import asyncio


async def until_shutdown(queue):
    while True:
        try:
            yield await queue.get()
        except asyncio.QueueShutDown:
            return


async def produce(orders):
    for order in ["soup", "bread", "fish", "cake"]:
        await orders.put(order)
        await asyncio.sleep(0.4)
    orders.shutdown()


async def cook(name, orders):
    async for order in until_shutdown(orders):
        print(name, "cooks", order)
        await asyncio.sleep(0.6)
    print(name, "goes home")


async def main():
    orders = asyncio.Queue()
    await asyncio.gather(produce(orders), cook("Ada", orders), cook("Bob", orders))


asyncio.run(main())
