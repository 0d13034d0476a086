import asyncio


async def ask(name, seconds):
    print(name, "is asked")
    await asyncio.sleep(seconds)
    print(name, "has answered")


async def main():
    await asyncio.gather(ask("Ann", 0.5), ask("Bob", 0.5), ask("Cid", 0.5))


asyncio.run(main())
