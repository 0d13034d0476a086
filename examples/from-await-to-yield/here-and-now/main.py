import asyncio


async def boil(what, seconds):
    print(what, "is on the stove")
    await asyncio.sleep(seconds)
    print(what, "is ready")


async def main():
    egg = asyncio.create_task(boil("the egg", 0.4))
    await boil("the tea", 0.2)
    print("the tea is poured")
    await egg
    print("breakfast is served")


asyncio.run(main())
