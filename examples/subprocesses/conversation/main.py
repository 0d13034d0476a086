import asyncio
from asyncio.subprocess import PIPE

SCRIPT = 'while read name; do echo "hello, $name"; done; echo bye'


async def main():
    process = await asyncio.create_subprocess_exec(
        "sh", "-c", SCRIPT, stdin=PIPE, stdout=PIPE
    )
    for name in ("Ann", "Bob"):
        process.stdin.write(f"{name}\n".encode())
        await process.stdin.drain()
        answer = await process.stdout.readline()
        print("it says:", answer.decode().strip())

    process.stdin.close()
    print("at the end:", (await process.stdout.read()).decode().strip())
    print("ended with", await process.wait())


asyncio.run(main())
