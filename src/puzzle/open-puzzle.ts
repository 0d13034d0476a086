import { fetchOk } from "../loading/fetch-ok.ts";
import { markDone } from "../progress/done-mark.ts";
import { noteSolved } from "../progress/kept-progress.ts";
import { progressLabelsFor } from "../progress/progress-labels.ts";
import { basePath, languageOf } from "../site.ts";
import { judgeOrder } from "./judge-order.ts";
import type { Puzzle } from "./puzzle.ts";
import style from "./puzzle-board.css?url";
import { PuzzleBoard } from "./puzzle-board.ts";
import { puzzleLabelsFor } from "./puzzle-labels.ts";

/** Fetches the puzzle of the pane that `element` stands in, and lets the reader put the lines in order. */
export async function openPuzzle(element: HTMLElement): Promise<void> {
  const language = languageOf(document.documentElement.lang);
  const labels = puzzleLabelsFor(language);
  const pane = element.closest<HTMLElement>("[data-example]");
  const path = pane?.dataset.example ?? "";
  const puzzle: Puzzle = await (
    await fetchOk(`${basePath()}code/${path}/puzzle.json`, "the puzzle of an example")
  ).json();
  loadStyle();

  const reveal = () => {
    delete element.dataset.asks;
  };
  const board = new PuzzleBoard(puzzle.lines.toSorted(), labels, {
    ordered(given) {
      const mistake = judgeOrder(given, puzzle);
      if (mistake === undefined) {
        board.end(labels.right);
        reveal();
        noteSolved(path);
        const title = pane?.querySelector(".pane-title") ?? element;
        markDone(title, true, progressLabelsFor(language).solved);
        return;
      }
      const { index, right, misconception } = mistake;
      const moment = labels.moment(puzzle.lines[index - 1]?.trim(), right.trim(), given[index]?.trim() ?? "");
      board.keep(index);
      board.say(
        moment,
        ...(misconception === undefined
          ? []
          : [`${labels.believed} ${misconception.name[language]}`, misconception.why[language]]),
        ...(index === 0 ? [] : [labels.goOn]),
      );
    },
    givenUp() {
      board.end();
      reveal();
    },
  });
  element.querySelector("details")?.append(board.element);
}

function loadStyle(): void {
  if (document.querySelector(`link[href="${style}"]`) === null) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = style;
    document.head.append(link);
  }
}
