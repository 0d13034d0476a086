import asyncio


async def ask(server, delay):
    await asyncio.sleep(delay)
    return f"{server} has answered"


async def main():
    questions = [ask("overseas", 0.5), ask("next door", 0.1), ask("abroad", 0.3)]
    for answer in asyncio.as_completed(questions):
        print(await answer)


asyncio.run(main())
