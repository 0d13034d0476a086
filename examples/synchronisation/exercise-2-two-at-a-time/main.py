import asyncio

inside = most = 0


async def shop(name, doorway):
    global inside, most
    async with doorway:
        print(name, "enters")
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0.2)
        inside -= 1


async def main():
    doorway = asyncio.Semaphore(2)
    names = ["Ada", "Bob", "Cleo", "Dan"]
    await asyncio.gather(*(shop(name, doorway) for name in names))
    print("at most inside:", most)


asyncio.run(main())
