import asyncio
import sys


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
    # Measured here and now, so it goes to the error output.
    print(f"together: {elapsed:.1f} seconds", file=sys.stderr)


asyncio.run(main())
