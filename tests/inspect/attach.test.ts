import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Ended, type Inspected, startByCommandIn, startWithPreload } from "./inspected.ts";
import { LookingPage } from "./looking-page.ts";

/** Where the running programs of a test are told of, and of no other. */
let parent: string;
let started: Inspected[];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "asyncio-ts-attach-"));
  started = [];
});
afterEach(async () => {
  for (const { process } of started) {
    process.kill("SIGTERM");
  }
  await Promise.all(started.map(({ ended }) => ended));
  rmSync(parent, { recursive: true });
});

interface Shown {
  readonly inspected: Inspected;
  readonly address: string;
}

/** One that runs until it is told to end. Answers with its address. */
async function start(...words: string[]): Promise<Shown> {
  return await startProgram(["serves.ts", ...words], {});
}

async function startProgram(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<Shown> {
  const inspected = startWithPreload(words, { XDG_RUNTIME_DIR: parent, ...environment });
  started.push(inspected);
  const [, address = ""] = await inspected.until(/watch the program at (\S+)/);
  return { inspected, address };
}

function attach(...words: string[]): Promise<Ended> {
  return startByCommandIn({ XDG_RUNTIME_DIR: parent }, "inspect", "--attach", ...words).ended;
}

/** The folder in which programs are told of. */
function folder(): string {
  return join(parent, `asyncio-ts-inspect-${process.getuid?.() ?? "programs"}`);
}

describe("--attach", () => {
  test("prints the address of the program that runs, whose page then shows it", async () => {
    const { inspected, address } = await start();
    expect(await attach()).toEqual({ code: 0, output: `${address}\n`, errors: "" });
    const page = await LookingPage.open(address);
    await page.untilEvent(({ kind }) => kind === "task created");
    page.leave();
    expect(await attach(String(inspected.process.pid))).toMatchObject({ code: 0, output: `${address}\n` });
  });

  test("says which there are where more than one runs, and takes the number of one", async () => {
    const one = await start("one");
    const other = await start("other");
    const { code, output, errors } = await attach();
    expect({ code, output }).toEqual({ code: 1, output: "" });
    for (const [{ inspected }, word] of [
      [one, "one"],
      [other, "other"],
    ] as const) {
      expect(errors).toMatch(new RegExp(`${inspected.process.pid}  \\S*serves\\.ts ${word}  in `));
    }
    expect(errors).not.toContain("http");
    expect((await attach(String(other.inspected.process.pid))).output).toBe(`${other.address}\n`);
  });

  test("says how one is started where none runs", async () => {
    const { code, output, errors } = await attach();
    expect({ code, output }).toEqual({ code: 1, output: "" });
    expect(errors).toContain("Start it with node --import asyncio-ts/inspect PROGRAM");
  });

  test("says which there are where the number is of another process", async () => {
    const { inspected } = await start();
    const { code, errors } = await attach("1");
    expect(code).toBe(1);
    expect(errors).toContain("process 1 is no program that could be shown");
    expect(errors).toContain(`${inspected.process.pid}  `);
  });

  test("finds none that has ended, or was killed", async () => {
    const { inspected: ends } = await start();
    ends.process.kill("SIGTERM");
    await ends.ended;
    expect(readdirSync(folder())).toEqual([]);
    // Paused, so that it goes on and ends when it is alone.
    const { inspected: dies } = await startProgram(["waits.ts"], { ASYNCIO_TS_INSPECT_PAUSE: "1" });
    expect(readdirSync(folder())).toEqual([`${dies.process.pid}.json`]);
    dies.process.kill("SIGKILL");
    await dies.ended;
    expect((await attach()).code).toBe(1);
    expect(readdirSync(folder())).toEqual([]);
  });

  test("finds none whose number another process has by now, and believes no other address", async () => {
    const { address } = await start();
    const told = { process: process.pid, words: [], folder: "" };
    const gone = { ...told, address: address.replace(/\/[^/]+\/$/, "/another/") };
    writeFileSync(join(folder(), `${process.pid}.json`), JSON.stringify(gone));
    writeFileSync(join(folder(), "0.json"), JSON.stringify({ ...told, address: "http://example.org/" }));
    writeFileSync(join(folder(), "1.json"), "no JSON");
    expect((await attach()).output).toBe(`${address}\n`);
  });
});

// On Windows the folder for such files is the user's own.
describe.skipIf(process.platform === "win32")("the folder of running programs", () => {
  test("is for nobody else", async () => {
    await start();
    expect(statSync(folder()).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder())) {
      expect(statSync(join(folder(), name)).mode & 0o777).toBe(0o600);
    }
  });

  test("is the machine's own where the environment names one by a relative path", async () => {
    const ended = startByCommandIn({ XDG_RUNTIME_DIR: "here", TMPDIR: parent }, "inspect", "--attach").ended;
    expect((await ended).errors).toContain("no program runs");
    expect(existsSync(join(import.meta.dirname, "programs/here"))).toBe(false);
  });

  test("has what is no file of a program in it left alone", async () => {
    const { address } = await start();
    mkdirSync(join(folder(), "x.json"));
    expect((await attach()).output).toBe(`${address}\n`);
  });

  test("is not used where others may look into it", async () => {
    mkdirSync(folder());
    chmodSync(folder(), 0o755);
    const { address } = await start();
    expect(readdirSync(folder())).toEqual([]);
    writeFileSync(
      join(folder(), "1.json"),
      JSON.stringify({ process: process.pid, address, words: [], folder: "" }),
    );
    expect((await attach()).code).toBe(1);
  });
});
