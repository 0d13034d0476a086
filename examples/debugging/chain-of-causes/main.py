import asyncio


async def read_settings():
    try:
        raise Exception("settings is a folder")
    finally:
        print("the file is closed")


async def start():
    try:
        await read_settings()
    except Exception as error:
        raise Exception("the program does not start") from error


try:
    asyncio.run(start())
except Exception as error:
    each = error
    while each is not None:
        print(each)
        each = each.__cause__
