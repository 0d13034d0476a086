import asyncio
import sys


async def fetch(page):
    """Waits for an answer, as a request over the network does."""
    await asyncio.sleep(0.1)
    return f"page {page}"


async def main():
    loop = asyncio.get_running_loop()
    pages = range(1, 9)

    start = loop.time()
    one_by_one = [await fetch(page) for page in pages]
    sequential = loop.time() - start

    start = loop.time()
    at_once = await asyncio.gather(*[fetch(page) for page in pages])
    concurrent = loop.time() - start

    print("same answers:", str(one_by_one == at_once).lower())
    # Measured here and now, so it goes to the error output.
    print(f"one by one: {sequential:.2f} s", file=sys.stderr)
    print(f"on the loop: {concurrent:.2f} s", file=sys.stderr)


asyncio.run(main())
