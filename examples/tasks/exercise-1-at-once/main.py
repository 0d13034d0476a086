import asyncio


async def fetch_page(page):
    print("asks for", page)
    await asyncio.sleep(0.1)
    print("has", page)


async def main():
    pages = ["news", "mail", "maps"]
    tasks = [asyncio.create_task(fetch_page(page)) for page in pages]
    for task in tasks:
        await task


asyncio.run(main())
