import type { Page } from "@playwright/test";
import { type HostilePython, hostilePython } from "./hostile-python.ts";
import { expect, Pane, test } from "./pane.ts";

/** So many programs share a page, one after the other: what one leaves behind would meet the next. */
const perPage = 12;
const batches = Array.from({ length: Math.ceil(hostilePython.length / perPage) }, (_, index) =>
  hostilePython.slice(index * perPage, (index + 1) * perPage),
);

test("there are at least 40 hostile programs in Python, each by a name of its own", () => {
  expect(new Set(hostilePython.map(({ name }) => name)).size).toBeGreaterThanOrEqual(40);
});

for (const [index, batch] of batches.entries()) {
  test(`hostile Python ${index + 1} of ${batches.length} ends as it must, and the next one runs`, async ({
    page,
  }) => {
    test.setTimeout(900_000);
    await endAsTheyMust(await openPython(page), batch);
  });
}

test("hostile Python that has to do with pausing, or with depth, ends as it must where a run is recorded, too", async ({
  page,
}) => {
  test.setTimeout(900_000);
  const pane = await openPython(page);
  await pane.element.locator('[data-action="loop"]').click();
  await endAsTheyMust(
    pane,
    hostilePython.filter(({ code }) => /asyncio|"paused"|"stepper"|repr\(|return f\(\)/.test(code)),
  );
});

async function openPython(page: Page): Promise<Pane> {
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after");
  await pane.choose("Python");
  return pane;
}

async function endAsTheyMust(pane: Pane, programs: readonly HostilePython[]): Promise<void> {
  for (const { name, code, ends } of programs) {
    await test.step(name, async () => {
      await pane.replaceCode(code);
      await pane.pressRun();
      if (ends === "stopped") {
        await expect(pane.element.locator(".pane-loading")).toHaveCount(0);
        await pane.press("Stop");
      }
      await pane.hasState(ends);
      expect(await pane.log.textContent(), name).not.toContain("reached");
      expect(await pane.element.page().title(), name).not.toBe("1");
      await pane.replaceCode('print("the next one")');
      await pane.pressRun();
      await pane.hasState("done");
      await pane.hasPrinted("the next one\n");
    });
  }
}
