import asyncio


async def main():
    egg = await asyncio.create_subprocess_exec("sleep", "0.6")
    print("the egg is in the water")
    tea = await asyncio.create_subprocess_exec("sleep", "0.2")
    print("the tea is in the pot")
    await egg.wait()
    print("the egg is taken out")
    await tea.wait()
    print("the tea is poured")


asyncio.run(main())
