import asyncio


async def consumer(name, wanted, stock, condition):
    async with condition:
        await condition.wait_for(lambda: len(stock) >= wanted)
        taken = [stock.pop(0) for _ in range(wanted)]
        print(name, "takes", *taken)


async def main():
    stock = []
    condition = asyncio.Condition()
    async with asyncio.TaskGroup() as group:
        group.create_task(consumer("big order", 3, stock, condition))
        group.create_task(consumer("small order", 1, stock, condition))
        for box in range(1, 5):
            await asyncio.sleep(0.1)
            async with condition:
                stock.append(box)
                print("delivered", box)
                condition.notify_all()


asyncio.run(main())
