import asyncio

# Each page: how many seconds it takes, and where it leads.
site = {
    "/": (0.2, ["/tea", "/coffee", "/cake"]),
    "/tea": (0.2, ["/", "/green", "/black"]),
    "/coffee": (0.4, ["/tea"]),
    "/cake": (1.0, ["/coffee"]),
    "/green": (0.6, []),
    "/black": (0.4, []),
}


async def load(path):
    """Stands for a request: gives the links of the page."""
    print("loads", path)
    seconds, links = site[path]
    await asyncio.sleep(seconds)
    return links


async def crawl(start):
    known = {start}
    found = []

    async def visit(path, depth):
        links = await load(path)
        found.append(path)
        for link in links:
            if depth < 1 and link not in known:
                known.add(link)
                group.create_task(visit(link, depth + 1))

    async with asyncio.TaskGroup() as group:
        group.create_task(visit(start, 0))
    return found


print("pages:", len(asyncio.run(crawl("/"))))
print("pages:", len(asyncio.run(crawl("/coffee"))))
