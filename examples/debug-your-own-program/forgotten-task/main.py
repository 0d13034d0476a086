import asyncio


async def read(table):
    await asyncio.sleep(0.4)  # the database
    return f"{table}.csv"


async def write(file):
    await asyncio.sleep(0.2)  # the disk
    print("wrote", file)


async def main():
    for table in ["orders", "invoices", "customers"]:
        file = await read(table)
        asyncio.create_task(write(file), name=file)
    print("exported")


asyncio.run(main())
