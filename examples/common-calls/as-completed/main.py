import asyncio


async def fetch(name, delay, broken=False):
    await asyncio.sleep(delay)
    if broken:
        raise ConnectionError(f"{name} is down")
    return name


async def main():
    pages = [
        fetch("slow", 0.45),
        fetch("fast", 0.1),
        fetch("broken", 0.25, broken=True),
    ]
    for next_page in asyncio.as_completed(pages):
        try:
            print("arrived:", await next_page)
        except ConnectionError as error:
            print("failed:", error)


asyncio.run(main())
