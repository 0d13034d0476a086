import { readExample } from "../../src/examples/read-example.ts";
import { expect, Pane, test } from "./pane.ts";
import { SandboxPage } from "./sandbox-page.ts";

const example = "coroutines/say-after-tasks";
const unpaused = { paused: false, speed: 1 };

test("an unpaused program of plain promises tells of its calls, waits, microtasks and timers, and errors keep their columns", async ({
  page,
}) => {
  const sandbox = await SandboxPage.run(
    page,
    `const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
async function load(name: string): Promise<string> { await sleep(10); return name; }
queueMicrotask(function first() { console.log("microtask"); });
console.log((await Promise.all(["a", "b"].map(load))).join());
console.log(String(load).includes("$w"), setTimeout === globalThis.setTimeout);
const name: string = "c"; await load(name); throw new Error("lost");
`,
    unpaused,
  );
  await sandbox.hasState("failed");
  await sandbox.hasPrinted("microtask", "a,b", "false true");
  const events = await sandbox.events();
  const created = events.flatMap((event) => (event.kind === "task created" ? [event.name] : []));
  expect(created).toEqual(["main.ts", "load", "load #2", "load #3"]);
  const waits = events.flatMap((event) =>
    event.kind === "waits" ? [`${event.what}, line ${event.frames[0]?.line}`] : [],
  );
  expect(waits).toEqual([
    "sleep, line 2",
    "sleep, line 2",
    "all, line 4",
    "sleep, line 2",
    "load #3, line 6",
  ]);
  expect(events.filter(({ kind }) => kind === "timer fired").length).toBe(3);
  expect(events[0]?.kind).toBe("promises watched");
});

for (const { path, tab, microtasks, back, forward } of [
  {
    path: "coroutines/",
    tab: "async/await",
    microtasks: "Microtasks",
    back: "One step back in the run that is shown",
    forward: "One step forward in the run that is shown",
  },
  {
    path: "zh-cn/coroutines/",
    tab: "async/await",
    microtasks: "微任务",
    back: "在已记录的过程中后退一步",
    forward: "在已记录的过程中前进一步",
  },
]) {
  test(`the view draws plain promises, and the reader walks through their run afterwards, on ${path}`, async ({
    page,
  }) => {
    await page.goto(path);
    const pane = new Pane(page, example);
    await pane.choose(tab);
    await pane.element.locator('button[data-action="run"]').click();
    await pane.hasState("done");
    await pane.hasPrintedOnStandardOutput(readExample(example).output);
    const picture = pane.element.getByRole("slider");
    await expect(pane.element.locator(".loop-drawing")).toContainText("plain.ts");
    await picture.press("Home");
    await expect(picture).toHaveAttribute("aria-valuetext", new RegExp(microtasks));
    const start = (await picture.getAttribute("aria-valuenow")) ?? "";
    await pane.element.getByRole("button", { name: forward }).click();
    await expect(picture).not.toHaveAttribute("aria-valuenow", start);
    await pane.element.getByRole("button", { name: back }).click();
    await expect(picture).toHaveAttribute("aria-valuenow", start);
  });
}
