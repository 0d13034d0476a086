import asyncio


def ask(where):
    try:
        asyncio.get_running_loop()
        print(f"{where}: a loop is running")
    except RuntimeError as error:
        print(f"{where}: {type(error).__name__}, no loop")


async def main():
    ask("in a coroutine")
    asyncio.get_running_loop().call_soon(ask, "in a callback of the loop")
    await asyncio.sleep(0)
    await asyncio.to_thread(ask, "in code that the loop did not call")


ask("before run()")
asyncio.run(main())
ask("after run()")
