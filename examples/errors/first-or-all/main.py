import asyncio


async def save(file, seconds):
    await asyncio.sleep(seconds)
    raise OSError(f"no room for {file}")


async def main():
    try:
        await asyncio.gather(save("notes", 0.2), save("todo", 0.4))
    except OSError as error:
        print("the first one:", error)
    await asyncio.sleep(0.4)

    print("all of them:")
    outcomes = await asyncio.gather(
        save("notes", 0.2), save("todo", 0.4), return_exceptions=True
    )
    for outcome in outcomes:
        if isinstance(outcome, OSError):
            print("-", outcome)


asyncio.run(main())
