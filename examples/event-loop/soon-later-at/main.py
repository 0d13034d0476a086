import asyncio


async def main():
    loop = asyncio.get_running_loop()

    loop.call_later(0.3, print, "later: 0.3 s from now")
    loop.call_at(loop.time() + 0.15, print, "at: when the clock says so")
    loop.call_soon(print, "soon: first come,")
    loop.call_soon(print, "soon: first served")

    never = loop.call_later(0.1, print, "never")
    never.cancel()
    print("main has the thread until it waits")

    await asyncio.sleep(0.45)
    print("main again, cancelled:", str(never.cancelled()).lower())


asyncio.run(main())
