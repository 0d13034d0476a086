import { once } from "node:events";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WaitingTasks } from "../../src/inspect/page/waiting-tasks.ts";
import { type Inspected, startByCommand } from "./inspected.ts";
import { ask, LookingPage } from "./looking-page.ts";

let inspected: Inspected;

async function start(...words: readonly string[]): Promise<string> {
  inspected = startByCommand("inspect", ...words);
  const [, address = ""] = await inspected.until(/watch the program at (\S+)/);
  return address;
}

afterEach(async () => {
  inspected.process.kill("SIGTERM");
  await inspected.ended;
});

describe("who may ask", () => {
  let address: string;
  let origin: string;
  beforeEach(async () => {
    address = await start("waits-on.ts");
    ({ origin } = new URL(address));
  });

  test("its own page may, which loads nothing from elsewhere and is framed by nobody", async () => {
    const response = await fetch(address);
    expect(response.status).toBe(200);
    const policy = response.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(await ask(`${address}page.js`, {})).toBe(200);
    expect(await ask(`${address}page.css`, { "sec-fetch-site": "same-origin" })).toBe(200);
    expect(await ask(`${address}source?path=waits-on.ts`, { origin })).toBe(200);
  });

  test("nobody may without the secret", async () => {
    const secret = new URL(address).pathname.slice(0, -1);
    const forged = secret.slice(0, -1);
    const otherLetter = secret.endsWith("A") ? "B" : "A";
    for (const path of [
      "/",
      "/page.js",
      "/events",
      `${forged}/`,
      `${forged}${otherLetter}/events`,
      "/../events",
      "//[/",
    ]) {
      expect(await ask(origin + path, {})).toBe(403);
    }
  });

  test("no page of another origin may, whatever it knows", async () => {
    const strangers = [
      { origin: "https://example.org" },
      { origin: "null" },
      { origin: origin.replace("127.0.0.1", "localhost") },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin },
    ];
    for (const headers of strangers) {
      expect(await ask(`${address}events`, headers)).toBe(403);
      expect(await ask(`${address}command`, { method: "POST", body: '{"type":"pause"}', ...headers })).toBe(
        403,
      );
    }
  });

  test("nobody may by another name, which a stranger can have mean this machine", async () => {
    const { port } = new URL(address);
    for (const host of ["evil.example", `evil.example:${port}`, `localhost:${port}`, "127.0.0.1"]) {
      expect(await ask(address, { host })).toBe(403);
      expect(await ask(`${address}events`, { host })).toBe(403);
    }
  });

  test("a command comes from the page itself, and is one that there is", async () => {
    const send = (body: string, more = {}) =>
      ask(`${address}command`, { method: "POST", body, origin, ...more });
    expect(await send('{"type":"speed","speed":0.25}')).toBe(204);
    for (const body of [
      '{"type":"speed","speed":9}',
      '{"type":"exit"}',
      "pause",
      "null",
      "x".repeat(2_000),
    ]) {
      expect(await send(body)).toBe(400);
    }
    expect(await send('{"type":"pause"}', { origin: undefined })).toBe(403);
  });

  test("a file is read only if it is one of the program's", async () => {
    const outside = ["../record.test.ts", "/etc/passwd", "../../../package.json", ".env", ""];
    for (const path of [...outside, "../../../node_modules/typescript/lib/typescript.js"]) {
      expect(await ask(`${address}source?${new URLSearchParams({ path })}`, {})).toBe(404);
    }
  });

  test("nothing listens where another machine could reach it", async () => {
    const others = Object.values(networkInterfaces()).flatMap((list = []) =>
      list.filter(({ family, internal }) => family === "IPv4" && !internal).map((entry) => entry.address),
    );
    const refused = others.map(async (host) => {
      const [error] = await once(connect(Number(new URL(address).port), host), "error");
      return error.code;
    });
    expect(await Promise.all(refused)).toEqual(others.map(() => "ECONNREFUSED"));
  });
});

describe("a page", () => {
  test("that comes when tasks wait already learns who waits for whom", async () => {
    const page = await LookingPage.open(await start("waits-on.ts"));
    await page.untilEvent((event) => event.kind === "waits" && event.what === "gather");
    const names = page.events.flatMap((event) => (event.kind === "task created" ? [event.name] : []));
    expect(names).toEqual(["Task-1", "holder", "ann", "bob"]);
    const members = page.events.filter(({ kind }) => kind === "scope joined");
    expect(members.length).toBeGreaterThanOrEqual(3);
    const waits = () => page.events.flatMap((event) => (event.kind === "waits" ? [event.what] : []));
    await page.until(() => waits().length === 4);
    expect(waits()).toEqual(["gather", "sleep", "Lock.acquire", "Lock.acquire"]);
  });

  test("that comes later learns who holds what is waited for, also who has ended", async () => {
    const address = await start("lock-kept.ts");
    const tasks = new WaitingTasks();
    await inspected.until(/all of them wait/);
    const page = await LookingPage.open(address);
    await page.untilEvent(({ kind }) => kind === "lock held");
    await page.untilEvent((event) => event.kind === "waits" && event.what === "Semaphore.acquire");
    tasks.add(page.events);
    const [main] = tasks.graph().filter(({ waitsFor }) => waitsFor.length > 0);
    expect(main?.waitsFor[0]).toMatchObject({
      name: "waits",
      heldBy: [
        { name: "", hasEnded: true },
        { name: "keeps", hasEnded: false },
      ],
    });
  });

  test("has the program wait before its first step, step by step, and go on", async () => {
    const page = await LookingPage.open(await start("--pause", "waits.ts", "tea"));
    await page.until(({ type, paused }) => type === "paused" && paused === true);
    expect(page.events.some(({ kind }) => kind === "began")).toBe(false);
    await page.send({ type: "step" });
    await page.untilEvent(({ kind }) => kind === "ended");
    expect(page.events.filter(({ kind }) => kind === "began")).toHaveLength(1);
    expect(inspected.output()).toBe("");
    await page.send({ type: "step to output" });
    await page.untilEvent(({ kind }) => kind === "output");
    await page.send({ type: "resume" });
    await page.until(({ type, exitCode }) => type === "ended" && exitCode === 0);
    expect(inspected.output()).toBe("tea is ready tea\n");
  });

  test("sees the same as another one, and either may drive", async () => {
    const address = await start("--pause", "waits.ts");
    const one = await LookingPage.open(address);
    const other = await LookingPage.open(address);
    await other.send({ type: "resume" });
    await Promise.all([one, other].map((page) => page.until(({ type }) => type === "ended")));
    expect(one.events.length).toBeGreaterThan(10);
    expect(one.events).toEqual(other.events);
  });

  test("can be opened after the end, if another one was there, and have the program run anew", async () => {
    const address = await start("--pause", "waits.ts");
    const first = await LookingPage.open(address);
    await first.send({ type: "resume" });
    await first.until(({ type }) => type === "ended");
    const later = await LookingPage.open(address);
    await later.untilEvent(({ kind }) => kind === "scope closed");
    expect(later.events).toEqual(first.events);
    await later.send({ type: "run", paused: false });
    await later.until(({ type, watch }) => type === "program" && watch === 1);
    await later.until(({ type, watch }) => type === "trace" && watch === 1);
    await inspected.until(/tea is ready \ntea is ready/);
  });

  test("is answered while the program blocks its thread, and knows whose step it is", async () => {
    const page = await LookingPage.open(await start("--pause", "blocks.ts"));
    await page.send({ type: "resume" });
    const blocker = (await page.untilEvent(
      (event) => event.kind === "task created" && event.name === "blocker",
    )) as { readonly task: number };
    const isBlocker = (event: object) => "handle" in event && event.handle === blocker.task;
    await page.until(
      () => page.events.filter((event) => event.kind === "began" && isBlocker(event)).length === 2,
    );
    expect(page.events.filter((event) => event.kind === "ended" && isBlocker(event))).toHaveLength(1);
    expect(await page.send({ type: "pause" })).toBe(204);
  });

  test("lets a paused program go on when it is gone", async () => {
    const page = await LookingPage.open(await start("--pause", "waits.ts"));
    await page.until(({ type, paused }) => type === "paused" && paused === true);
    page.leave();
    expect((await inspected.ended).output).toBe("tea is ready \n");
  });
});

test("a program that nobody looks at ends as by itself", async () => {
  await start("dies.ts", "exits");
  expect((await inspected.ended).code).toBe(7);
});
