import asyncio
from contextlib import ExitStack


def open_file(name):
    if name == "locked.txt":
        raise PermissionError(f"{name} cannot be opened")
    print("opened", name)
    return name


async def open_all(names):
    with ExitStack() as stack:
        for name in names:
            file = open_file(name)
            stack.callback(print, "closed", file)
            await asyncio.sleep(0.1)
        return stack.pop_all()


async def main():
    try:
        await open_all(["a.txt", "b.txt", "locked.txt"])
    except PermissionError as error:
        print(error)
    with await open_all(["c.txt", "d.txt"]):
        print("all are open")


asyncio.run(main())
