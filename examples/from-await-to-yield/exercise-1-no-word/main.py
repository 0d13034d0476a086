import asyncio


async def save(text):
    await asyncio.sleep(0.2)
    print("saved:", text)


async def main():
    await save("the letter")
    print("good night")


asyncio.run(main())
