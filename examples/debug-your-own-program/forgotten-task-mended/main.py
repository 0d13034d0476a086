import asyncio


async def read(table):
    await asyncio.sleep(0.4)  # the database
    return f"{table}.csv"


async def write(file):
    await asyncio.sleep(0.2)  # the disk
    print("wrote", file)


async def main():
    async with asyncio.TaskGroup() as group:
        for table in ["orders", "invoices", "customers"]:
            file = await read(table)
            group.create_task(write(file), name=file)
    print("exported")


asyncio.run(main())
