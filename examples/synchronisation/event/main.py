import asyncio


async def guest(name, open_doors):
    print(name, "waits outside")
    await open_doors.wait()
    print(name, "comes in")


async def main():
    open_doors = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for name in ("Ada", "Bob"):
            group.create_task(guest(name, open_doors))
        await asyncio.sleep(0.2)
        print("the doors open")
        open_doors.set()
        group.create_task(guest("late Cleo", open_doors))


asyncio.run(main())
