import asyncio


async def log_off():
    await asyncio.sleep(0.4)
    print("logged off")


async def careless():
    try:
        await asyncio.sleep(60)
    finally:
        await log_off()


async def careful():
    try:
        await asyncio.sleep(60)
    finally:
        await asyncio.shield(log_off())


async def ask_twice(work):
    task = asyncio.create_task(work())
    await asyncio.sleep(0.2)
    task.cancel()
    await asyncio.sleep(0.2)
    task.cancel()
    await asyncio.wait([task])
    await asyncio.sleep(0.4)


async def main():
    print("carelessly:")
    await ask_twice(careless)
    print("carefully:")
    await ask_twice(careful)


asyncio.run(main())
