import asyncio
import logging
import time

reports = []


class Reports(logging.Handler):
    def emit(self, record):
        reports.append(record.getMessage())


logging.getLogger("asyncio").addHandler(Reports(level=logging.WARNING))


async def main():
    loop = asyncio.get_running_loop()
    time.sleep(loop.slow_callback_duration + 0.05)  # blocks the loop
    await asyncio.sleep(0)


for debug in (False, True):
    asyncio.run(main(), debug=debug)
    print("debug:", "on" if debug else "off")
    print("  slow step reported:", str(bool(reports)).lower())
