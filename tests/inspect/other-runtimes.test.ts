import { spawnSync } from "node:child_process";
import { afterEach, describe, expect, test } from "vitest";
import { type Inspected, newFile, readTrace, startIn } from "./inspected.ts";
import { LookingPage } from "./looking-page.ts";

/** How each runs a program. Their packages are optional: no machine that they are not built for is refused. */
const runtimes = [
  { name: "deno", words: ["deno", "run", "--allow-all"] },
  { name: "bun", words: ["bun"] },
] as const;

describe.each(runtimes)("in $name", ({ name, words }) => {
  const isHere = spawnSync(name, ["--version"]).status === 0;
  let inspected: Inspected | undefined;
  afterEach(async () => {
    inspected?.process.kill("SIGTERM");
    await inspected?.ended;
  });

  /** The lines in which the program waits. */
  async function linesIn(file: string): Promise<number[]> {
    const waits = (await readTrace(file)).filter((event) => event.kind === "waits");
    return waits.flatMap(({ frames: [frame] }) => (frame?.path === "which-runtime.ts" ? [frame.line] : []));
  }

  test.skipIf(!isHere)("the command records a program, with its lines", async () => {
    const file = newFile();
    inspected = startIn(words, { inspect: ["--record", file, "which-runtime.ts"] });
    expect(await inspected.ended).toMatchObject({ code: 0, output: `${name}\n` });
    expect(await linesIn(file)).toEqual([5]);
  });

  test.skipIf(!isHere)("the preload does as well", async () => {
    const file = newFile();
    const environment = { ASYNCIO_TS_INSPECT_RECORD: file };
    inspected = startIn(words, { preload: ["which-runtime.ts"] }, environment);
    expect(await inspected.ended).toMatchObject({ code: 0, output: `${name}\n` });
    expect(await linesIn(file)).toEqual([5]);
  });

  test.skipIf(!isHere)("a page pauses a program, steps it and lets it go on", async () => {
    inspected = startIn(words, { inspect: ["--pause", "which-runtime.ts"] });
    const [, address = ""] = await inspected.until(/watch the program at (\S+)/);
    const page = await LookingPage.open(address);
    await page.until(({ type, paused }) => type === "paused" && paused === true);
    expect(page.events.some(({ kind }) => kind === "began")).toBe(false);
    await page.send({ type: "step" });
    await page.untilEvent(({ kind }) => kind === "ended");
    expect(inspected.output()).toBe("");
    await page.send({ type: "resume" });
    await page.until(({ type, exitCode }) => type === "ended" && exitCode === 0);
    expect(inspected.output()).toBe(`${name}\n`);
    page.leave();
  });

  test.skipIf(!isHere)("a paused program goes on when the process is gone that serves its page", async () => {
    inspected = startIn(words, { inspect: ["--pause", "which-runtime.ts"] });
    const [, address = ""] = await inspected.until(/watch the program at (\S+)/);
    const page = await LookingPage.open(address);
    await page.until(({ type, paused }) => type === "paused" && paused === true);
    inspected.process.kill("SIGKILL");
    expect((await inspected.ended).output).toBe(`${name}\n`);
  });

  test.skipIf(!isHere)("promises are not watched, and it says so", async () => {
    inspected = startIn(words, { inspect: ["--promises", "which-runtime.ts"] });
    expect(await inspected.ended).toMatchObject({
      code: 2,
      output: "",
      errors: expect.stringContaining("--promises takes Node 22.15 or newer"),
    });
  });

  test.skipIf(!isHere)("a program that dies keeps its exit code", async () => {
    const file = newFile();
    inspected = startIn(words, { inspect: ["--record", file, "dies.ts", "exits"] });
    expect((await inspected.ended).code).toBe(7);
    expect((await readTrace(file)).some(({ kind }) => kind === "waits")).toBe(true);
  });
});
