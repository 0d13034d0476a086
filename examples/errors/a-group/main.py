import asyncio


class Unreachable(Exception):
    pass


async def copy(error):
    await asyncio.sleep(0.2)
    raise error


async def copy_to_all():
    errors = [
        Unreachable("attic does not answer"),
        PermissionError("cellar says no"),
        Unreachable("garden is offline"),
    ]
    outcomes = await asyncio.gather(*map(copy, errors), return_exceptions=True)
    raise ExceptionGroup("not copied", [e for e in outcomes if e is not None])


async def main():
    try:
        try:
            await copy_to_all()
        except* Unreachable as group:
            print("again later:", ", ".join(map(str, group.exceptions)))
    except ExceptionGroup as rest:
        print("what is left:", ", ".join(map(str, rest.exceptions)))


asyncio.run(main())
