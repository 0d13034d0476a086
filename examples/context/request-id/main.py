import asyncio
from contextvars import ContextVar

request_id = ContextVar("request id")


def log(text):
    print(f"[{request_id.get()}] {text}")


async def read_price(item):
    log(f"looks for {item}")
    await asyncio.sleep(len(item) / 10)
    return len(item)


async def handle(id, items):
    request_id.set(id)
    total = 0
    for item in items:
        total += await read_price(item)
    log(f"costs {total}")


async def main():
    await asyncio.gather(handle("A", ["tea", "milk"]), handle("B", ["lemon"]))


asyncio.run(main())
