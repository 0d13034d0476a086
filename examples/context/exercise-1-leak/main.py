import asyncio
from contextvars import ContextVar

language = ContextVar("language", default="English")


async def say(text):
    await asyncio.sleep(0.1)
    print(f"{text} ({language.get()})")


async def quote(text):
    token = language.set("Latin")
    try:
        await say(text)
    finally:
        language.reset(token)


async def main():
    await say("Caesar said")
    await quote("veni, vidi, vici")
    await say("and went home")


asyncio.run(main())
