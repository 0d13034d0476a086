import asyncio


async def fetch_page(page, seconds):
    print("asks for", page)
    await asyncio.sleep(seconds)
    print("has", page)


async def main():
    await fetch_page("the news", 0.4)
    await asyncio.gather(fetch_page("the weather", 0.6), fetch_page("the sport", 0.2))
    print("all is there")


asyncio.run(main())
