import asyncio


async def greet(name):
    print("hello", name)


async def main():
    ada = greet("Ada")
    print("Ada is a coroutine")
    eve = asyncio.create_task(greet("Eve"))
    print("Eve is a task")
    await ada
    print("Ada was awaited")
    await eve
    print("Eve was awaited")


asyncio.run(main())
