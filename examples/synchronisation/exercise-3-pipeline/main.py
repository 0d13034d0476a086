import asyncio

END = None


async def double(numbers, doubles):
    while (number := await numbers.get()) is not END:
        await doubles.put(number * 2)
    await doubles.put(END)


async def show(doubles):
    while (number := await doubles.get()) is not END:
        print(number)
    print("end")


async def main():
    numbers, doubles = asyncio.Queue(1), asyncio.Queue(1)
    async with asyncio.TaskGroup() as group:
        group.create_task(double(numbers, doubles))
        group.create_task(show(doubles))
        for number in (1, 2, 3):
            await numbers.put(number)
        await numbers.put(END)


asyncio.run(main())
