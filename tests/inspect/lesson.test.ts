/** What the lesson "Debug your own program" says that the inspector says, the inspector says of the programs of that lesson. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { pageLabelsFor } from "../../src/inspect/page/page-labels.ts";
import { waitingList } from "../../src/inspect/page/waiting-list.ts";
import { WaitingTasks } from "../../src/inspect/page/waiting-tasks.ts";
import { layOut } from "../../src/playground/event-loop-view/axis.ts";
import { draw } from "../../src/playground/event-loop-view/draw.ts";
import { Timeline } from "../../src/playground/event-loop-view/timeline.ts";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { readTrace, startByCommandAt } from "./inspected.ts";

const house = join(import.meta.dirname, "../..");
const lesson = "debug-your-own-program";
const languages = [
  { language: "en", page: `content/${lesson}.mdx` },
  { language: "zh-cn", page: `content/zh-cn/${lesson}.mdx` },
] as const;

/** A listing of a page, and the example that the reader has seen last. */
interface Listing {
  readonly kind: string;
  readonly text: string;
  readonly example: string;
}

function listingsOf(page: string): Listing[] {
  const text = readFileSync(join(house, page), "utf8");
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)].map(
    ({ 1: kind = "", 2: listing = "", index }) => ({
      kind,
      text: listing,
      example: [...text.slice(0, index).matchAll(/<Example path="([^"]+)"/g)].at(-1)?.[1] ?? "",
    }),
  );
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) {
    rmSync(folder, { recursive: true });
  }
});

/** An example as a project of its reader. */
function projectOf(example: string): string {
  const folder = mkdtempSync(join(tmpdir(), "asyncio-ts-lesson-"));
  folders.push(folder);
  cpSync(join(house, "examples", example, "main.ts"), join(folder, "main.ts"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  symlinkSync(join(house, "node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}

const recorded = new Map<string, Promise<readonly TraceEvent[]>>();
function record(example: string): Promise<readonly TraceEvent[]> {
  const found = recorded.get(example) ?? recordAnew(`${lesson}/${example}`);
  recorded.set(example, found);
  return found;
}

async function recordAnew(example: string): Promise<readonly TraceEvent[]> {
  const folder = projectOf(example);
  await startByCommandAt(folder, "inspect", "--record", "run.trace.json", "main.ts").ended;
  return await readTrace(join(folder, "run.trace.json"));
}

/** The list of those that wait, at each moment of a run, as the text of a page: without how long. */
function listsOf(events: readonly TraceEvent[], language: string): Set<string> {
  const tasks = new WaitingTasks();
  return new Set(
    events.map((event) => {
      tasks.add([event]);
      return withoutTimes(textOf(waitingList(tasks.graph(), event.at, pageLabelsFor(language))));
    }),
  );
}

/** One entry a line, indented below the one that waits for it. */
function textOf(list: string): string {
  let depth = -1;
  let lines = "";
  for (const [, tag, text] of `<ul>${list}`.matchAll(/<(\/?\w+)[^>]*>([^<]*)/g)) {
    depth += Number(tag === "ul") - Number(tag === "/ul");
    lines += tag === "li" ? `\n${"  ".repeat(depth)}${text}` : text;
  }
  return lines.trim();
}

const withoutTimes = (list: string) => list.replace(/\d+\.\d+ (?=s|秒)/g, "… ");

function pictureOf(timeline: Timeline, language: string): string {
  return draw({
    timeline,
    axis: layOut(timeline.moments, timeline.end.at, 800),
    viewport: { from: 0, to: 1, width: 800, top: 0, rows: 9 },
    words: viewLabelsFor(language),
    id: "view",
    now: timeline.end,
  });
}

async function timelineOf(example: string): Promise<Timeline> {
  const timeline = new Timeline();
  timeline.add(await record(example));
  return timeline;
}

const outcomesOf = ({ tasks }: Timeline) =>
  Object.fromEntries(tasks.map(({ name, done }) => [name, done?.outcome]));

/** The words that a listing of a page begins with are those of the command; its port and its secret differ each time. */
function patternOf(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return new RegExp(
    escaped.replace(/127\\\.0\\\.0\\\.1:\d+\\\/\S+…\\\/$/, "127\\.0\\.0\\.1:\\d+\\/[\\w-]{43}\\/"),
  );
}

describe.for(languages)("the lesson in $language", ({ language, page }) => {
  const listings = listingsOf(page);

  const commands = listings.flatMap(({ kind, text, example }, index) => {
    const [, words] = /^npx asyncio-ts (.*)$/m.exec(text) ?? [];
    return kind === "sh" && words !== undefined
      ? { words: words.split(" "), example, answer: listings[index + 1]?.text ?? "" }
      : [];
  });
  test("has two commands", () => {
    expect(commands).toHaveLength(2);
  });
  test.for(commands)("has what the command says to $words", async ({ words, example, answer }) => {
    const inspected = startByCommandAt(projectOf(example), ...words);
    await Promise.race([inspected.until(patternOf(answer)), inspected.ended]);
    inspected.process.kill("SIGTERM");
    expect((await inspected.ended).errors).toMatch(patternOf(answer));
  });

  const lists = listings.filter(({ text }) => text.startsWith("Task-1 · main "));
  test("has three lists of who waits", () => {
    expect(lists.map(({ example }) => example.split("/")[1])).toEqual([
      "held-lock",
      "blocked-loop",
      "exercise-1-kept-permit",
    ]);
  });
  test.for(lists)("has a list that the page of $example shows", async ({ example, text }) => {
    const shown = listsOf(await record(example.split("/")[1] ?? ""), language);
    expect([...shown]).toContain(withoutTimes(text));
  });
});

describe.for(languages)("the picture in $language", ({ language }) => {
  test("of the loop that is blocked says so, for as long as the calculation takes at least", async () => {
    const timeline = await timelineOf("blocked-loop");
    const [{ from, to } = { from: undefined, to: undefined }, ...more] = timeline.blocks.filter(
      (block) => block.to.at - block.from.at >= 0.8,
    );
    expect(more).toEqual([]);
    const runsInIt = timeline.tasks.filter(({ intervals }) =>
      intervals.some((one) => one.doing === "runs" && one.from === from && one.to === to),
    );
    expect(runsInIt.map(({ name }) => name)).toEqual(["/report"]);
    const words = { en: "loop blocked for", "zh-cn": "循环被阻塞" }[language];
    expect(pictureOf(timeline, language)).toContain(words);
  });

  test("of the task that nobody awaits ends with the sign for cancelled, and of the mended program with none", async () => {
    const forgotten = await timelineOf("forgotten-task");
    expect(outcomesOf(forgotten)).toMatchObject({
      "orders.csv": "result",
      "invoices.csv": "result",
      "customers.csv": "cancelled",
    });
    expect(pictureOf(forgotten, language)).toContain('href="#view-cancelled"');
    expect(pictureOf(await timelineOf("forgotten-task-mended"), language)).not.toContain(
      'href="#view-cancelled"',
    );
  });
});

test("the crawler that is mended downloads at the same time, and the group is named as what `main` waits for", async () => {
  const lists = listsOf(await record("held-lock-mended"), "en");
  expect([...lists].some((list) => (list.match(/ sleep, /g) ?? []).length === 3)).toBe(true);
  const grouped = listsOf(await record("forgotten-task-mended"), "en");
  expect([...grouped].some((list) => list.startsWith("Task-1 · main task group, "))).toBe(true);
});

test("the server that is mended is not blocked while the calculation runs", async () => {
  const { blocks } = await timelineOf("blocked-loop-mended");
  expect(blocks.filter(({ from, to }) => to.at - from.at >= 0.8)).toEqual([]);
});
