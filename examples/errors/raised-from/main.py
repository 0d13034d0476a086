import asyncio


async def read_file(name):
    await asyncio.sleep(0.1)
    raise OSError(f"{name} is a folder")


async def read_settings():
    try:
        return await read_file("settings")
    except OSError as error:
        raise RuntimeError("cannot start") from error


async def main():
    try:
        await read_settings()
    except RuntimeError as error:
        print(error)
        print("because", error.__cause__)


asyncio.run(main())
