import asyncio
import time


async def health():
    print("/health is asked for")
    await asyncio.sleep(0.4)
    print("/health is answered")


async def report():
    await asyncio.sleep(0.2)
    print("/report is asked for")
    time.sleep(0.6)
    print("/report is answered")


async def main():
    await asyncio.gather(health(), report())


asyncio.run(main())
