"""Import this before asyncio to have asyncio without its C accelerator.

The accelerator has a bug that pure Python has not: a task that awaited itself stays marked as awaited, and a
later await of it fails. Besides, `outcomes.py` watches lines of asyncio, and only Python has lines.
"""

import sys

if "asyncio" in sys.modules:
    raise ImportError("asyncio is imported already, maybe with its C accelerator")

sys.modules["_asyncio"] = None
