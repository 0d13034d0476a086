import asyncio
from asyncio.subprocess import PIPE


async def output(process):
    out, _ = await process.communicate()
    return out.decode().strip()


async def main():
    line = "echo b a c | tr ' ' '\\n' | sort | head -n 1"
    first = await asyncio.create_subprocess_shell(line, stdout=PIPE)
    print("the first is", await output(first))

    name = "Ann; echo and whatever Ann likes"
    risky = await asyncio.create_subprocess_shell(
        f"echo hello {name}", stdout=PIPE
    )
    print("shell:", (await output(risky)).replace("\n", " | "))
    safe = await asyncio.create_subprocess_exec(
        "echo", "hello", name, stdout=PIPE
    )
    print("exec:", (await output(safe)).replace("\n", " | "))


asyncio.run(main())
