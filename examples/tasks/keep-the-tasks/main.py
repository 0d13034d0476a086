import asyncio


async def measure(city, delay):
    await asyncio.sleep(delay)
    if city == "Atlantis":
        raise LookupError("no such city: Atlantis")
    return f"{city} has {len(city)} letters"


async def main():
    tasks = [
        asyncio.create_task(measure("Lima", 0.15)),
        asyncio.create_task(measure("Atlantis", 0.05)),
        asyncio.create_task(measure("Quito", 0.1)),
    ]
    for task in tasks:
        try:
            print(await task)
        except LookupError as error:
            print("failed:", error)


asyncio.run(main())
