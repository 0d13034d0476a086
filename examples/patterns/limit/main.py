import asyncio

running = 0
most = 0


async def download(page):
    global running, most
    running += 1
    most = max(most, running)
    await asyncio.sleep(0.1)
    running -= 1
    return f"page {page}"


async def main():
    limit = asyncio.Semaphore(2)

    async def limited(page):
        async with limit:
            return await download(page)

    pages = await asyncio.gather(*(limited(page) for page in range(1, 6)))
    print(*pages, sep=", ")
    print("most at once:", most)


asyncio.run(main())
