import type { Page } from "@playwright/test";

export interface Contender {
  readonly name: string;
  readonly path: string;
  /** Marks the button that runs and the place of the output, and puts the program in. */
  readonly prepare: (page: Page) => Promise<void>;
  /** How long some edits took to reach the output, in milliseconds. */
  readonly edit: (page: Page) => Promise<number[]>;
}

const program = 'const text: string = "one";\nconsole.log(text);';
const edits = 5;
/** How long the pane waits after an edit before it runs by itself. */
const debounce = 300;

const ownPane = '[data-example="coroutines/say-after"]';

async function preparePane(page: Page): Promise<void> {
  await page.locator(ownPane).evaluate((pane, code) => {
    (pane.querySelector('[data-file="main.ts"] code') as HTMLElement).textContent = code;
    (pane.querySelector('[data-action="run"]') as HTMLElement).dataset.run = "";
    (pane.querySelector('[data-part="log"]') as HTMLElement).dataset.output = "";
  }, program);
}

/** With Live on, each character runs by itself; what the debounce takes is not counted. */
async function editPane(page: Page): Promise<number[]> {
  const pane = page.locator(ownPane);
  await pane.getByRole("button", { name: "Edit", exact: true }).click();
  await pane.locator('[contenteditable="true"]').waitFor();
  await pane.locator('[data-action="live"]').evaluate((button: HTMLElement) => button.click());
  await page.waitForTimeout(1_000);
  await page.keyboard.press("Control+End");
  const times: number[] = [];
  for (let n = 0; n < edits; n++) {
    // First the watch, then the edit.
    const watch = await pane.evaluateHandle(
      (element, wanted) => {
        const log = element.querySelector('[data-part="log"]') as HTMLElement;
        let edited = 0;
        element.addEventListener("input", () => {
          edited = performance.now();
        });
        return {
          seen: new Promise<number>((resolve) => {
            const observer = new MutationObserver(() => {
              if (log.textContent === wanted) {
                observer.disconnect();
                resolve(performance.now() - edited);
              }
            });
            observer.observe(log, { childList: true, subtree: true });
          }),
        };
      },
      `one\n${Array.from({ length: n + 1 }, (_, index) => `${index}\n`).join("")}`,
    );
    await page.keyboard.insertText(`\nconsole.log(${n});`);
    const time = watch.evaluate(({ seen }) => seen);
    times.push((await time) - debounce);
    await page.waitForTimeout(300);
  }
  return times;
}

/** The other pages offer `edit(code)`, and write each output over the last. */
async function editPage(page: Page): Promise<number[]> {
  // The stock bundler loses an edit that comes while it is still busy with what came before.
  await page.waitForTimeout(1_500);
  const times: number[] = [];
  for (let n = 0; n < edits; n++) {
    times.push(
      await page.evaluate(
        (wanted) =>
          new Promise<number>((resolve) => {
            const output = document.querySelector("[data-output]") as HTMLElement;
            const start = performance.now();
            const observer = new MutationObserver(() => {
              if (output.textContent === wanted) {
                observer.disconnect();
                resolve(performance.now() - start);
              }
            });
            observer.observe(output, { childList: true, subtree: true, characterData: true });
            (window as unknown as { edit: (code: string) => void }).edit(
              `const text: string = "${wanted}";\nconsole.log(text);`,
            );
          }),
        `edit ${n}`,
      ),
    );
    await page.waitForTimeout(300);
  }
  return times;
}

const nothing = async (): Promise<void> => {};

export const contenders: readonly Contender[] = [
  { name: "the pane", path: "/coroutines/", prepare: preparePane, edit: editPane },
  { name: "sandpack-react, stock bundler", path: "/benchmark/stock.html", prepare: nothing, edit: editPage },
  { name: "a bare frame", path: "/benchmark/bare.html", prepare: nothing, edit: editPage },
];
