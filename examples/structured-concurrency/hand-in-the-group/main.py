import asyncio

LINKS = {"home": ["news", "shop"], "news": ["archive"]}


async def visit(page, group):
    await asyncio.sleep(0.1)
    print("visited", page)
    for link in LINKS.get(page, []):
        group.create_task(visit(link, group))


async def crawl(start):
    async with asyncio.TaskGroup() as group:
        group.create_task(visit(start, group))
    print("all pages visited")

    late = visit("late", group)
    try:
        group.create_task(late)
    except RuntimeError:
        print("the group is closed")
        late.close()


asyncio.run(crawl("home"))
