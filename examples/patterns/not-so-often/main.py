import asyncio

# The server may be asked every 0.8 seconds.
GAP = 0.8
next_moment = 0


async def may_ask():
    global next_moment
    now = asyncio.get_running_loop().time()
    moment = max(now, next_moment)
    next_moment = moment + GAP
    await asyncio.sleep(moment - now)


async def ask(thing, seconds):
    await may_ask()
    print("asks for", thing)
    await asyncio.sleep(seconds)
    print("gets", thing)


async def main():
    await asyncio.gather(ask("cake", 2.4), ask("tea", 0.4), ask("milk", 0.4))


asyncio.run(main())
