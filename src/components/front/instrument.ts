import { drawSchedule } from "./draw-schedule.ts";
import { instrumentLabels, seconds } from "./instrument-labels.ts";
import { longest, type Schedule, schedule, stretchAt, type Way, ways } from "./schedule.ts";

const names = ["A", "B", "C"];
/** A second of the program takes this long on the page, in milliseconds. */
const pace = 1000;

/** The front page's picture: which way is played, how long B takes, and the moment that is looked at. */
class FrontInstrument extends HTMLElement {
  readonly #labels = instrumentLabels(document.documentElement.lang);
  readonly #button = this.#one("button");
  readonly #time = this.#one<HTMLInputElement>("[name=time]");
  readonly #delay = this.#one<HTMLInputElement>("[name=delay]");
  readonly #tokens = names.map((_, call) =>
    Object.assign(document.createElement("i"), { className: `lane-${call + 1}` }),
  );
  #schedules = new Map<Way, Schedule>();
  #frame = 0;

  connectedCallback(): void {
    this.#button.addEventListener("click", () => (this.#frame === 0 ? this.#play() : this.#pause()));
    this.#time.addEventListener("input", () => {
      this.#pause();
      this.#show();
    });
    this.#delay.addEventListener("input", () => this.#draw());
    this.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === "radio") {
        this.#show();
        this.#playIfWanted();
      }
    });
    this.#draw();
    this.#pause();
    this.#playIfWanted();
  }

  /** Who wants less motion presses the button. */
  #playIfWanted(): void {
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.#play();
    }
  }

  #one<Found extends HTMLElement>(selector: string): Found {
    const found = this.querySelector<Found>(selector);
    if (found === null) {
      throw new Error(`The picture of the front page has no ${selector}`);
    }
    return found;
  }

  get #way(): Way {
    const chosen = this.#one<HTMLInputElement>("[type=radio]:checked").value;
    return ways.find((way) => way === chosen) ?? "concurrent";
  }

  /** How long the chosen way takes, in tenths of a second. */
  get #total(): number {
    return this.#schedules.get(this.#way)?.total ?? 0;
  }

  /** Draws all ways for what B takes now. */
  #draw(): void {
    const delay = this.#delay.valueAsNumber;
    const scale = longest(delay);
    this.#schedules = new Map(ways.map((way) => [way, schedule(way, delay)]));
    for (const [way, drawn] of this.#schedules) {
      this.#one(`[data-way=${way}] b`).textContent = seconds(drawn.total);
      const picture = this.querySelector(`[data-way=${way}] svg`);
      if (picture !== null) {
        picture.innerHTML = drawSchedule(drawn, scale);
      }
    }
    this.#time.max = String(scale);
    this.#delay.ariaValueText = seconds(delay);
    this.#one("output").textContent = seconds(delay);
    this.#show();
  }

  /** Shows the moment: where each call stands in the program, and in words. */
  #show(): void {
    const way = this.#way;
    const time = this.#time.valueAsNumber;
    const words = names.map((_, call) => this.#place(way, call, time));
    for (const [call, element] of this.querySelectorAll(".instrument-now span").entries()) {
      element.textContent = words[call] ?? "";
    }
    this.#time.ariaValueText = [seconds(time), ...names.map((name, call) => `${name} ${words[call]}`)].join(
      ", ",
    );
    this.style.setProperty("--moment", String(time / Number(this.#time.max)));
  }

  /** Puts the token of a call beside its line, and says what the call does. */
  #place(way: Way, call: number, time: number): string {
    const { doing } = this.#labels;
    const stretch = stretchAt(this.#schedules.get(way)?.lanes[call] ?? [], time);
    const token = this.#tokens[call];
    if (typeof stretch === "string") {
      token?.remove();
      return doing[stretch];
    }
    const line = this.querySelectorAll(`[data-program=${way}] code`)[stretch.line - 1];
    if (token !== undefined && line !== undefined && token.parentElement !== line) {
      line.prepend(token);
    }
    token?.setAttribute("data-kind", stretch.kind);
    return doing[stretch.kind](stretch.line);
  }

  #play(): void {
    const from = this.#time.valueAsNumber < this.#total ? this.#time.valueAsNumber : 0;
    cancelAnimationFrame(this.#frame);
    this.#setButton(this.#labels.pause, "❚❚");
    // Between the steps of the keyboard, so that it moves smoothly.
    this.#time.step = "any";
    const start = performance.now();
    const step = (now: number): void => {
      // What B takes may change meanwhile.
      const time = Math.min(from + ((now - start) / pace) * 10, this.#total);
      this.#time.value = String(Math.max(time, 0));
      this.#show();
      if (time < this.#total) {
        this.#frame = requestAnimationFrame(step);
      } else {
        this.#pause();
      }
    };
    this.#frame = requestAnimationFrame(step);
  }

  #pause(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#time.step = "1";
    this.#setButton(this.#labels.play, "▶");
  }

  #setButton(name: string, sign: string): void {
    this.#button.ariaLabel = name;
    this.#button.textContent = sign;
  }
}

customElements.define("front-instrument", FrontInstrument);
