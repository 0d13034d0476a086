import asyncio

on_the_way = {}


async def load(name):
    print("loading", name)
    await asyncio.sleep(0.3)
    return name.upper()


def get(name):
    task = on_the_way.get(name)
    if task is None:
        task = asyncio.create_task(load(name))
        on_the_way[name] = task
        task.add_done_callback(lambda _: on_the_way.pop(name))
    return asyncio.shield(task)


async def main():
    hasty = asyncio.ensure_future(get("map"))
    others = asyncio.gather(get("map"), get("map"))
    hasty.cancel()
    print(*await others)
    print(await get("map"))


asyncio.run(main())
