import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.2, signal.raise_signal, signal.SIGINT)  # as Ctrl-C does
    try:
        print("working")
        await asyncio.sleep(60)
    finally:
        await asyncio.sleep(0.1)
        print("saved what was done so far")


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
