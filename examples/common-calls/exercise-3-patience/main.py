import asyncio


async def speak(words, scope):
    loop = asyncio.get_running_loop()
    for word in words:
        await asyncio.sleep(0.25)
        print(word)
        scope.reschedule(loop.time() + 0.5)


async def main():
    try:
        async with asyncio.timeout(0.6) as scope:
            await speak(["slow", "and", "steady"], scope)
            print("now silence")
            await asyncio.sleep(60)
    except TimeoutError:
        print("half a second of silence")


asyncio.run(main())
