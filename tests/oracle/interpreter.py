"""Runs printed programs for the oracle: a JSON line with a source in, a JSON line with its trace out.

For the question `null` the answer is what it looks for in every run.
"""

import gc
import json
import sys
import warnings

import pure_python  # noqa: F401, must come before asyncio
import outcomes
import program_runtime


def run(source):
    """What a program did, or None if it never ends."""
    namespace = {"__name__": "program"}
    exec(compile(source, "program.py", "exec"), namespace)
    seen = outcomes.start()
    try:
        trace = program_runtime.trace_of(namespace["main"])
    except program_runtime.GivenUp:
        return None
    return {"trace": trace, "outcomes": sorted(seen)}


def main():
    warnings.simplefilter("ignore")
    gc.disable()
    gc.freeze()
    for line in sys.stdin:
        source = json.loads(line)
        answer = outcomes.OUTCOMES if source is None else run(source)
        gc.collect()  # here, or what a program left open would be closed, and traced, in the midst of another
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
