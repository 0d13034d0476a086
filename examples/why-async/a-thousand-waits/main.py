import asyncio


async def visitor(number):
    """Most of the time a connection has nothing to say."""
    await asyncio.sleep(0.2)
    return number


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    tasks = [asyncio.create_task(visitor(number)) for number in range(1000)]
    print("tasks on one thread:", len(tasks))

    numbers = await asyncio.gather(*tasks)
    elapsed = loop.time() - start

    print("answers:", len(numbers))
    print("one after the other: 200 seconds")
    print("together:", "less than 10" if elapsed < 10 else "10 or more")


asyncio.run(main())
