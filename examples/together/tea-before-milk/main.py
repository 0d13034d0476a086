import asyncio


async def prepare(what, seconds):
    print(what, "is begun")
    await asyncio.sleep(seconds)
    print(what, "is ready")
    return what


async def main():
    for what in await asyncio.gather(prepare("tea", 0.4), prepare("milk", 0.2)):
        print(what, "is poured")


asyncio.run(main())
