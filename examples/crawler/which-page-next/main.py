import asyncio

# Each page: how many seconds it takes, and where it leads.
site = {
    "/": (0.2, ["/news", "/shop", "/map"]),
    "/news": (0.4, ["/today"]),
    "/shop": (1, ["/tea"]),
    "/map": (0.2, []),
    "/today": (0.2, []),
    "/tea": (0.4, []),
}


async def main():
    places = asyncio.Semaphore(2)

    async def visit(page):
        seconds, links = site[page]
        async with places:
            await asyncio.sleep(seconds)
        print("has", page)
        for link in links:
            group.create_task(visit(link))

    async with asyncio.TaskGroup() as group:
        group.create_task(visit("/"))


asyncio.run(main())
