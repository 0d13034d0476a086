import asyncio


async def fetch(page):
    print("asks for", page)
    await asyncio.sleep(0.1)
    print("has", page)


async def main():
    tasks = [asyncio.create_task(fetch(page)) for page in ("news", "mail", "maps")]
    for task in tasks:
        await task


asyncio.run(main())
