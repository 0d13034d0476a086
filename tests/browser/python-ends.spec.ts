import type { Page } from "@playwright/test";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import { expect, Pane, test } from "./pane.ts";
import { SandboxPage } from "./sandbox-page.ts";

const recording = { paused: false, speed: 1 };

interface End {
  readonly printed: readonly string[];
  readonly error: string;
}

async function endOf(
  sandbox: SandboxPage,
  code: string,
  recorded: typeof recording | undefined,
): Promise<End> {
  await sandbox.runToEnd("/main.py", code, recorded);
  const failure = (await sandbox.said()).find(({ type }) => type === "action") as
    | { title: string; message: string; frames: readonly { line: number }[] }
    | undefined;
  const error = failure && `${failure.title}: ${failure.message} (${failure.frames.map(({ line }) => line)})`;
  return { printed: await sandbox.printed(), error: error ?? "" };
}

/** How a program ends, by what it is; the lines of an error's frames stand in parentheses, the innermost first. */
const ends: Readonly<Record<string, readonly [code: string, end: End]>> = {
  "at once, and well": [
    'import atexit, os\natexit.register(print, "never")\nprint("before")\nos._exit(0)',
    { printed: ["before"], error: "" },
  ],
  "at once, with a status": [
    "import asyncio, os\nasync def main(): os._exit(4)\nasyncio.run(main())",
    { printed: [], error: "SystemExit: 4 ()" },
  ],
  "with a truth for a status": ["raise SystemExit(True)", { printed: [], error: "SystemExit: 1 ()" }],
  "with a hook of its own for errors": [
    'import sys\nsys.excepthook = lambda kind, error, traceback: print("hook", kind.__name__, error, traceback.tb_lineno)\nraise ValueError("end")',
    { printed: ["hook ValueError end 3"], error: "SystemExit: 1 ()" },
  ],
  "with a hook that fails": [
    "import sys\nsys.excepthook = None\nraise ValueError(3)",
    {
      printed: ["Error in sys.excepthook:", "TypeError: 'NoneType' object is not callable"],
      error: "ValueError: ValueError: 3\n (3)",
    },
  ],
  "with a hook that exits": [
    "import sys\nsys.excepthook = lambda *_: sys.exit(7)\nraise ValueError(3)",
    { printed: [], error: "SystemExit: 7 ()" },
  ],
  "with a reason that cannot be said": [
    "class Mute:\n    def __str__(self): raise ValueError(3)\nraise SystemExit(Mute())",
    { printed: [], error: "SystemExit: 1 ()" },
  ],
  "with a question that nobody answers": [
    "try: input()\nexcept EOFError as error: print(error)\nimport sys\nprint(repr(sys.stdin.read()))",
    { printed: ["EOF when reading a line", "''"], error: "" },
  ],
  "with the names of its module and its loop": [
    "import asyncio\nprint(__builtins__.__name__, asyncio.new_event_loop())",
    { printed: ["builtins <_UnixSelectorEventLoop running=False closed=False debug=False>"], error: "" },
  ],
  "with an error that a thousand others caused": [
    "error = None\nfor each in range(1100):\n    try: raise ValueError(each) from error\n    except ValueError as caught: error = caught\nraise error",
    { printed: [], error: "ValueError: ValueError: 1099\n (3,5)" },
  ],
  "with calls that go too deep for the browser": [
    'class Deep:\n    def __repr__(self):\n        return repr(self)\nprint("before")\nrepr(Deep())',
    {
      printed: ["before"],
      error: "RecursionError: The calls go deeper than a page has room for: it has less than a machine. (3)",
    },
  ],
};

async function open(page: Page): Promise<SandboxPage> {
  return SandboxPage.open(page, "sandbox/python/");
}

test("a program in Python ends as it does on a machine, recorded or not, and the next one runs", async ({
  page,
}) => {
  const sandbox = await open(page);
  for (const [what, [code, end]] of Object.entries(ends)) {
    for (const recorded of [undefined, recording]) {
      await test.step(`${what}${recorded === undefined ? "" : ", recorded"}`, async () => {
        expect(await endOf(sandbox, code, recorded)).toEqual(end);
      });
    }
  }
});

test("the view says of a program in Python without a loop that none ran", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after");
  await pane.choose("Python");
  await pane.replaceCode("print(1)");
  await pane.element.locator('[data-action="loop"]').click();
  await expect(pane.element.locator(".loop-moment")).toHaveText(viewLabelsFor("en").hint);
  await pane.pressRun();
  await pane.hasState("done");
  await expect(pane.element.locator(".loop-said")).toHaveText(viewLabelsFor("en").noLoopRan);
});
