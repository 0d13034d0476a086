import asyncio
from contextvars import ContextVar

language = ContextVar("language", default="English")


async def greet(name):
    print(f"{name} starts with {language.get()}")
    language.set("French")


async def main():
    language.set("Chinese")
    await asyncio.create_task(greet("a task"))
    print("after the task:", language.get())

    await greet("a coroutine")
    print("after the coroutine:", language.get())

    later = asyncio.create_task(greet("a later task"))
    language.set("Latin")
    await later


asyncio.run(main())
print("outside:", language.get())
