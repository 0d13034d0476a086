import asyncio

file = asyncio.Lock()


async def download(path, seconds):
    await asyncio.sleep(seconds)  # the network
    return path


async def append(page):
    await asyncio.sleep(0.05)  # the disk
    print("saved", page)


async def crawl(path, seconds):
    page = await download(path, seconds)
    async with file:
        await append(page)


async def main():
    pages = {"/archive": 0.6, "/news": 0.4, "/about": 0.2}
    tasks = [asyncio.create_task(crawl(*page), name=page[0]) for page in pages.items()]
    await asyncio.gather(*tasks)


asyncio.run(main())
