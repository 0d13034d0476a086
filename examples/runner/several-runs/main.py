import asyncio
from contextvars import ContextVar

visits = ContextVar("visits", default=0)


async def visit():
    visits.set(visits.get() + 1)
    await asyncio.sleep(0.1)
    return visits.get()


print("run:", asyncio.run(visit()), asyncio.run(visit()))

with asyncio.Runner() as runner:
    loop = runner.get_loop()
    print("Runner:", runner.run(visit()), runner.run(visit()))
    same = runner.get_loop() is loop
    print("one loop for both:", str(same).lower())

print("outside:", visits.get())
try:
    runner.get_loop()
except RuntimeError:
    print("the runner is closed")
