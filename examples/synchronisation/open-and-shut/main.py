import asyncio

gate = asyncio.Event()


async def walk(name):
    print(name, "is at the gate")
    await gate.wait()
    print(name, "is through")


async def main():
    first = asyncio.create_task(walk("Eve"))
    await asyncio.sleep(0.2)
    gate.set()
    print("the gate opens")
    gate.clear()
    print("the gate shuts")

    await asyncio.sleep(0.2)
    second = asyncio.create_task(walk("Dan"))
    await asyncio.sleep(0.2)
    print("it opens once more")
    gate.set()
    await first
    await second


asyncio.run(main())
