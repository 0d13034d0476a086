import type { RunState } from "../../sandbox/protocol.ts";
import type { StackFrame } from "../../trace/stack-frame.ts";

/** Where the elements of records come from and go to. */
interface Page {
  /** The version that is shown. */
  readonly version: string;
  part(name: string): HTMLElement;
}

/** What there is of one version: its last run, and what the pane has said of it. */
export interface VersionRecord {
  /** How the run stands, and a message besides. */
  readonly report: HTMLElement;
  readonly log: HTMLElement;
  state: RunState | "idle";
  /** What is said of the run, but for the verdict. */
  outcome: string;
  /** On an exercise whose program has ended. */
  verdict?: { readonly isRight: boolean; readonly said: string } | undefined;
  /** The code that ran, by the names of its files. */
  files?: Readonly<Record<string, string>> | undefined;
  /** Where the run failed. */
  failure?: StackFrame | undefined;
  /** How far the log was scrolled when another took its place; beyond its end, it follows what is printed. */
  scrolled: number;
}

/** Below all that a log holds. */
const end = 1e9;

/**
 * A record for each version of a pane, with elements of its own: those of the version that is shown are in the page, and the
 * others stay as they are, or go on as their program does.
 */
export class PaneRecords {
  readonly #page: Page;
  readonly #records = new Map<string, VersionRecord>();
  /** The report and the log of a version that has not run. */
  #untouched: readonly HTMLElement[] | undefined;
  #shown: string;

  constructor(page: Page) {
    this.#page = page;
    this.#shown = page.version;
  }

  of(version: string): VersionRecord {
    let record = this.#records.get(version);
    if (record === undefined) {
      const inPage = () => [this.#page.part("report"), this.#page.part("log")];
      // The first is that of the version which is shown, and takes what the page has.
      const elements = this.#untouched?.map(copy) ?? inPage();
      this.#untouched ??= elements.map(copy);
      const [report, log] = elements as [HTMLElement, HTMLElement];
      record = { report, log, state: "idle", outcome: "", scrolled: end };
      this.#records.set(version, record);
    }
    return record;
  }

  /**
   * Where a run has failed in a file: its own run, or else that of a version which uses it. Code that has been changed since
   * has not failed.
   *
   * @param code How the file reads now, if that may be otherwise than when the page was loaded.
   */
  failureIn(file: string, code: string | undefined): StackFrame | undefined {
    const records = [this.of(file), ...this.#records.values()];
    return records.find(
      ({ failure, files }) => failure?.path === file && (code ?? files?.[file]) === files?.[file],
    )?.failure;
  }

  show(version: string): void {
    const before = this.of(this.#shown);
    if (version !== this.#shown) {
      const { scrollTop, clientHeight, scrollHeight } = before.log;
      before.scrolled = scrollTop + clientHeight < scrollHeight - 1 ? scrollTop : end;
      this.#shown = version;
      exchange(before, this.of(version));
    }
  }

  /** As when the page was loaded. */
  clear(): void {
    const before = this.of(this.#shown);
    this.#records.clear();
    exchange(before, this.of(this.#shown));
  }

  /** Says something of a version: how its run stands ("said"), or anything else ("message"). */
  say(version: string, part: "said" | "message", text: string, isBad = false): void {
    const { report } = this.of(version);
    const element = report.querySelector<HTMLElement>(`[data-part="${part}"]`);
    if (element !== null) {
      statusOf(report).ariaLive = null;
      element.textContent = text;
      element.toggleAttribute("data-bad", isBad);
    }
  }
}

function copy(element: HTMLElement): HTMLElement {
  return element.cloneNode(true) as HTMLElement;
}

function exchange(before: VersionRecord, { report, log, scrolled }: VersionRecord): void {
  // What is old is not read out again; what is new from now on is.
  statusOf(report).ariaLive = log.ariaLive = "off";
  before.report.replaceWith(report);
  before.log.replaceWith(log);
  log.scrollTop = scrolled;
}

/** A note of the event-loop view may stand before it. */
function statusOf(report: HTMLElement): Element {
  return report.querySelector('[data-part="status"]') as Element;
}
