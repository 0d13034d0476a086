import asyncio


async def fetch(name, delay):
    await asyncio.sleep(delay)
    print(name, "arrived")
    return name.upper()


async def main():
    pages = await asyncio.gather(
        fetch("slow", 0.4),
        fetch("fast", 0.1),
        fetch("middling", 0.25),
    )
    print("results:", *pages)


asyncio.run(main())
