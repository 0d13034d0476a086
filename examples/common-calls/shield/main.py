import asyncio


async def save(name, broken=False):
    await asyncio.sleep(0.3)
    if broken:
        raise OSError(f"no room for {name}")
    print(name, "is on disk")
    return name


async def main():
    saving = asyncio.create_task(save("report"))
    try:
        await asyncio.wait_for(asyncio.shield(saving), 0.1)
    except TimeoutError:
        print("not waiting any longer")
    print("saved", await saving)

    try:
        await asyncio.shield(save("film", broken=True))
    except OSError as error:
        print("failed:", error)


asyncio.run(main())
