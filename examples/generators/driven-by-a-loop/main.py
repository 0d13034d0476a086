import asyncio


async def ask(question, seconds):
    await asyncio.sleep(seconds)
    return f"answers {question}"


async def interview(who, seconds):
    for question in ["name?", "city?"]:
        print(who, await ask(question, seconds))


async def main():
    ada = asyncio.create_task(interview("Ada", 0.2), name="Ada")
    bob = asyncio.create_task(interview("Bob", 0.3), name="Bob")
    await ada
    await bob


asyncio.run(main())
