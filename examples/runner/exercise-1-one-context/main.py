import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


async def log_in(name):
    user.set(name)
    await asyncio.sleep(0.1)


async def greet():
    await asyncio.sleep(0.1)
    return f"hello, {user.get()}"


with asyncio.Runner() as runner:
    runner.run(log_in("Ada"))
    print(runner.run(greet()))
print(user.get(), "outside")
