import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def connection(name):
    await asyncio.sleep(0.2)
    print("opened", name)
    try:
        yield name
    finally:
        await asyncio.sleep(0.2)
        print("closed", name)


async def main():
    async with connection("database") as database, connection("mail") as mail:
        print("using", database, "and", mail)
        raise ValueError("address is wrong")


try:
    asyncio.run(main())
except ValueError as error:
    print("failed:", error)
