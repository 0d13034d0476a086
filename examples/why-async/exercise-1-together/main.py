import asyncio


async def ask(name, seconds):
    await asyncio.sleep(seconds)
    return f"{name} answers"


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    answers = await asyncio.gather(
        ask("Ann", 0.5), ask("Bob", 0.5), ask("Cid", 0.5)
    )
    for answer in answers:
        print(answer)
    slow = loop.time() - start > 1.2
    print("more than two waits long" if slow else "about one wait long")


asyncio.run(main())
