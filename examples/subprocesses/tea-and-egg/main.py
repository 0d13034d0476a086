import asyncio


async def serve(egg, tea):
    await egg.wait()
    print("the egg is taken out")
    await tea.wait()
    print("the tea is poured")


async def lay_the_table():
    await asyncio.sleep(0.2)
    print("the table is laid")


async def main():
    egg = await asyncio.create_subprocess_exec("sleep", "1.2")
    print("the egg is in the water")
    tea = await asyncio.create_subprocess_exec("sleep", "0.6")
    print("the tea is in the pot")
    await asyncio.gather(serve(egg, tea), lay_the_table())


asyncio.run(main())
