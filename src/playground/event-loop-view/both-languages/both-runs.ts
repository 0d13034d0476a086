import type { Axis } from "../axis.ts";
import { describeMoment, momentMarkup, momentText } from "../describe-moment.ts";
import { draw } from "../draw.ts";
import { heightOf, metrics, partOfNames } from "../drawing.ts";
import { LoopSnapshots } from "../loop-state.ts";
import { escapeText } from "../markup.ts";
import { tableOf } from "../table.ts";
import { Timeline } from "../timeline.ts";
import type { ViewLabels } from "../view-labels.ts";
import type { BothLabels } from "./both-labels.ts";
import { describeEvent } from "./describe-event.ts";
import { type Differences, findDifferences } from "./differences.ts";
import type { BothTraces } from "./fetch-both-traces.ts";
import { layOutTogether, type SharedAxis } from "./shared-axis.ts";

export { fetchBothTraces } from "./fetch-both-traces.ts";

/** One of the two runs. */
interface Run {
  readonly language: string;
  readonly timeline: Timeline;
  readonly states: LoopSnapshots;
  /** The numbers of the events that the other run has not. */
  readonly differing: readonly number[];
}

/** The runs of both languages, one above the other, with one time axis and one cursor through both. */
export class BothRuns {
  readonly element = document.createElement("div");
  readonly #runs: readonly Run[];
  readonly #differences: Differences;
  readonly #labels: ViewLabels;
  readonly #words: BothLabels;
  #shared: SharedAxis;
  /** The part of the width that names take, in percents. */
  #names: number = metrics.names;
  /** Where the cursor is: an x of the axis. */
  #x = 0;

  constructor({ typescript, python }: BothTraces, labels: ViewLabels, words: BothLabels) {
    this.#labels = labels;
    this.#words = words;
    this.#differences = findDifferences(typescript, python);
    this.#runs = [
      { language: words.ours, events: typescript, differing: this.#differences.ours },
      { language: words.theirs, events: python, differing: this.#differences.theirs },
    ].map(({ language, events, differing }) => {
      const timeline = new Timeline();
      timeline.add(events);
      return { language, timeline, states: new LoopSnapshots(timeline), differing };
    });
    this.#shared = this.#layOut(600);
    this.element.className = "loop-both";
    this.element.innerHTML = `<p class="loop-both-told">${this.#told()}</p><div class="loop-bar"><button type="button" data-both="table" aria-pressed="false">${escapeText(labels.table)}</button></div><div class="loop-both-picture" tabindex="0" role="slider" aria-label="${escapeText(words.moment)}" aria-valuemin="0"></div><div class="loop-both-moment"></div><div class="loop-both-tables loop-table" tabindex="0" role="region" aria-label="${escapeText(labels.table)}" hidden></div>`;
    this.#listen();
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  /** Shows or hides what the picture says as tables, for who would rather read. */
  #toggleTables(button: HTMLButtonElement): void {
    const tables = this.#part("tables");
    tables.hidden = !tables.hidden;
    button.ariaPressed = String(!tables.hidden);
    if (!tables.hidden) {
      tables.innerHTML = this.#runs
        .map(
          ({ language, timeline }) =>
            `<p class="loop-both-name">${escapeText(language)}</p>${tableOf(timeline, this.#labels)}`,
        )
        .join("");
    }
  }

  draw(): void {
    const { clientWidth } = this.#picture;
    const lanes = this.#runs.flatMap(({ timeline }) => timeline.rows);
    this.#names = partOfNames(lanes, this.#labels, clientWidth);
    const width = Math.max(100, (clientWidth * (100 - this.#names)) / 100);
    this.#shared = this.#layOut(width);
    this.#picture.innerHTML = `${this.#runs.map((run, number) => this.#drawing(run, number, width)).join("")}<div class="loop-cursor"></div>`;
    this.#picture.ariaValueMax = String(this.#shared.stops.length - 1);
    this.#moveTo(this.#x);
  }

  #layOut(width: number): SharedAxis {
    return layOutTogether(
      this.#runs.map(({ timeline }) => timeline),
      width,
    );
  }

  #axis(number: number): Axis {
    return this.#shared.axes[number] as Axis;
  }

  #drawing({ language, timeline, differing }: Run, number: number, width: number): string {
    const rows = timeline.rows.length;
    const axis = this.#axis(number);
    const drawing = draw({
      timeline,
      axis,
      viewport: { from: 0, to: 1, width, top: 0, rows },
      words: this.#labels,
      id: `loop-both-${number}`,
      now: timeline.end,
      names: this.#names,
    });
    const marks = differing
      .map((index) => timeline.moments[index])
      .filter((moment) => moment !== undefined)
      .map((moment) => {
        const x = this.#names + axis.xOf(moment) * (100 - this.#names);
        return `<i class="loop-differs" style="left:${x.toFixed(2)}%"></i>`;
      });
    const height = heightOf(rows);
    return `<section><p class="loop-both-name">${escapeText(language)}</p><div class="loop-both-run" style="height:${height}px">${drawing}${marks.join("")}</div></section>`;
  }

  /** In what they differ, in words. */
  #told(): string {
    const { ours, theirs, compared } = this.#differences;
    const words = this.#words;
    const count = ours.length + theirs.length;
    if (count === 0) {
      return escapeText(words.equal(compared));
    }
    const firsts = this.#runs.map(({ language, timeline, differing: [first] }) => {
      const event = first === undefined ? undefined : timeline.events[first];
      const told = event === undefined ? words.nothingMore : describeEvent(timeline, event, this.#labels);
      return words.firstOf(language, told);
    });
    return [words.differ(count, compared), ...firsts].map(escapeText).join("<br>");
  }

  #listen(): void {
    const picture = this.#picture;
    const table = this.element.querySelector<HTMLButtonElement>('[data-both="table"]');
    table?.addEventListener("click", () => this.#toggleTables(table));
    const point = ({ clientX }: PointerEvent) => {
      const { left, width } = picture.getBoundingClientRect();
      const part = ((clientX - left) / width) * 100;
      this.#moveTo(Math.min(1, Math.max(0, (part - this.#names) / (100 - this.#names))));
    };
    picture.addEventListener("pointermove", point);
    picture.addEventListener("pointerdown", point);
    picture.addEventListener("keydown", (event) => {
      const { stops } = this.#shared;
      const at = stops.filter((x) => x <= this.#x).length - 1;
      const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key];
      if (target !== undefined) {
        event.preventDefault();
        this.#moveTo(stops[Math.min(Math.max(target, 0), stops.length - 1)] ?? 0);
      }
    });
  }

  #moveTo(x: number): void {
    this.#x = x;
    const cursor = this.#picture.querySelector<HTMLElement>(".loop-cursor");
    if (cursor !== null) {
      cursor.style.left = `${this.#names + x * (100 - this.#names)}%`;
    }
    const moments = this.#runs.map(({ language, timeline, states }, number) => {
      const index = this.#axis(number).indexAt(x);
      const at = timeline.moments[index]?.at ?? 0;
      return { language, words: describeMoment(timeline, states.at(index), at, this.#labels) };
    });
    this.#part("moment").innerHTML = moments
      .map(
        ({ language, words }) =>
          `<div class="loop-moment"><strong>${escapeText(language)}</strong>${momentMarkup(words, "", this.#labels)}</div>`,
      )
      .join("");
    this.#picture.ariaValueNow = String(this.#shared.stops.filter((stop) => stop <= x).length - 1);
    this.#picture.ariaValueText = moments
      .map(({ language, words }) => `${language}: ${momentText(words, this.#labels)}`)
      .join(". ");
  }

  get #picture(): HTMLElement {
    return this.#part("picture");
  }

  #part(name: "picture" | "moment" | "tables"): HTMLElement {
    return this.element.querySelector(`.loop-both-${name}`) as HTMLElement;
  }
}
