import asyncio

# Each page: how many seconds it takes, and where it leads.
site = {
    "/": (0.2, ["/tea", "/coffee", "/cake"]),
    "/tea": (0.2, ["/", "/green", "/black"]),
    "/coffee": (0.4, ["/tea", "/unicorn"]),
    "/cake": (1.0, ["/coffee"]),
    "/green": (0.6, []),
    "/black": (60, []),
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
            async with places, asyncio.timeout(1.2):
                return await load(path)
        except (Unavailable, TimeoutError):
            if attempt == 3:
                raise
        print(f"{path} once more")
        await asyncio.sleep(0.2 * attempt)


async def crawl(start, found, report):
    known = {start}

    async def visit(path):
        try:
            links = await load_patiently(path)
        except (Unavailable, TimeoutError, NotFound):
            print(f"{path} is given up")
            return
        found.append(path)
        for link in links:
            if link not in known:
                known.add(link)
                group.create_task(visit(link))
        report(f"{len(found)} of {len(known)}: {path}")

    async with asyncio.TaskGroup() as group:
        group.create_task(visit(start))


async def main():
    found = []
    crawling = asyncio.create_task(crawl("/", found, print))
    loop = asyncio.get_running_loop()
    loop.call_later(3.2, crawling.cancel)  # then somebody presses Stop
    try:
        await crawling
    except asyncio.CancelledError:
        pass
    print("found:", " ".join(found))


asyncio.run(main())
