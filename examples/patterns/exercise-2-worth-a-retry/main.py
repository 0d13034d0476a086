import asyncio


class Unavailable(Exception):
    pass


class NotFound(Exception):
    pass


calls = 0


async def ask(name):
    global calls
    calls += 1
    await asyncio.sleep(0.1)
    if name == "unicorn":
        raise NotFound(f"call {calls}: there is no {name}")
    if calls < 3:
        raise Unavailable(f"call {calls}: unavailable")
    return f"call {calls}: {name}"


async def retry(name):
    for attempt in range(1, 4):
        try:
            return await ask(name)
        except Unavailable as error:
            print(error)
            await asyncio.sleep(0.1)
    raise Unavailable("gave up")


async def main():
    print(await retry("horse"))
    try:
        print(await retry("unicorn"))
    except (NotFound, Unavailable) as error:
        print("failed at", error)


asyncio.run(main())
