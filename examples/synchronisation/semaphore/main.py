import asyncio

running = most = 0


async def download(page, limit):
    global running, most
    async with limit:
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.1)
        running -= 1
        return page


async def main():
    limit = asyncio.Semaphore(3)
    pages = await asyncio.gather(
        *(download(page, limit) for page in range(1, 9))
    )
    print("downloaded:", *pages)
    print("at most at a time:", most)


asyncio.run(main())
