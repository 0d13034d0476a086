import asyncio

# Each page: how many seconds it takes, and where it leads.
site = {
    "/": (0.2, ["/tea", "/coffee", "/cake"]),
    "/tea": (0.2, ["/", "/green", "/black"]),
    "/coffee": (0.4, ["/tea", "/unicorn"]),
    "/cake": (1.0, ["/coffee"]),
    "/green": (0.6, []),
    "/black": (0.4, []),
}
places = asyncio.Semaphore(2)
overloaded = ["/cake"]


class Unavailable(Exception):
    pass


class NotFound(Exception):
    pass


async def load(path):
    """Stands for a request: gives the links of the page."""
    seconds, links = site.get(path, (0.4, None))
    await asyncio.sleep(seconds)
    if links is None:
        raise NotFound(path)
    if path in overloaded:
        overloaded.remove(path)
        raise Unavailable(path)
    return links


async def load_patiently(path):
    for attempt in range(1, 4):
        try:
            async with places:
                return await load(path)
        except Unavailable:
            if attempt == 3:
                raise
        print(f"{path} once more")
        await asyncio.sleep(0.2 * attempt)


async def crawl(start):
    known = {start}
    found = []

    async def visit(path):
        try:
            links = await load_patiently(path)
        except (Unavailable, NotFound):
            print(f"{path} is given up")
            return
        print(path)
        found.append(path)
        for link in links:
            if link not in known:
                known.add(link)
                group.create_task(visit(link))

    async with asyncio.TaskGroup() as group:
        group.create_task(visit(start))
    return found


print("pages:", len(asyncio.run(crawl("/"))))
