import asyncio


async def main():
    for line in ("exit 0", "exit 3", "kill -9 $$"):
        process = await asyncio.create_subprocess_shell(line)
        print(f"{line}:", await process.wait())

    process = await asyncio.create_subprocess_exec("sleep", "10")
    print("running:", str(process.returncode is None).lower())
    process.terminate()
    print("terminated:", await process.wait())
    try:
        process.kill()
    except ProcessLookupError:
        print("too late for a signal")

    try:
        await asyncio.create_subprocess_exec("no-such-program")
    except FileNotFoundError:
        print("no such program")


asyncio.run(main())
