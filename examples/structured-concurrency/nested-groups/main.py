import asyncio


async def part(name, delay, broken=False):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("stopped", name)
        raise
    if broken:
        raise ValueError(f"{name} broke")
    print("finished", name)


async def engine():
    async with asyncio.TaskGroup() as group:
        group.create_task(part("pistons", 0.1))
        group.create_task(part("valves", 0.3, broken=True))
        group.create_task(part("pump", 60))


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(engine())
            group.create_task(part("wheels", 60))
    except ExceptionGroup as outer:
        for inner in outer.exceptions:
            is_group = isinstance(inner, ExceptionGroup)
            print("a group within the group:", str(is_group).lower())
            print("and in it:", inner.exceptions[0])


asyncio.run(main())
