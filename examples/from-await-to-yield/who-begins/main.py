import asyncio


async def greet(name):
    print(f"hello {name}, from the task", asyncio.current_task().get_name())


async def main():
    greeting = greet("Ada")
    print("called")
    await greeting
    task = asyncio.create_task(greet("Bob"), name="doorman")
    print("handed over")
    await task


asyncio.run(main())
