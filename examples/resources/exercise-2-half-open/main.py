import asyncio
from contextlib import ExitStack


async def open_door(name):
    await asyncio.sleep(0.1)
    if name == "back":
        raise RuntimeError("back door is stuck")
    print(name, "is open")
    return name


async def air():
    with ExitStack() as stack:
        for name in ["front", "side", "back"]:
            door = await open_door(name)
            stack.callback(print, door, "is shut")
        print("fresh air")


async def main():
    try:
        await air()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
