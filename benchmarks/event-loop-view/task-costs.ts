/** An event of a trace of Chromium, as far as it is read here. Times are in microseconds. */
interface ChromeEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** What of `dur` the thread had a processor. */
  readonly tdur?: number;
}

/** What has to be recorded for this. */
export const traceCategories = ["toplevel", "blink.user_timing"];

/**
 * What the longest task of a page's thread cost in each phase that the page has marked with `performance.mark(phase)`, in
 * milliseconds of a processor: unlike the length of a frame it is the same on a machine that is busy with other things.
 */
export function longestTasks(trace: Buffer, phases: readonly string[]): Map<string, number> {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: ChromeEvent[] };
  const marks = traceEvents
    .filter(({ cat, name }) => cat.includes("blink.user_timing") && phases.includes(name))
    .sort((one, other) => one.ts - other.ts);
  const longest = new Map<string, number>();
  for (const { name, ph, pid, tid, ts, dur = 0, tdur = dur } of traceEvents) {
    const phase = marks.findLast((mark) => mark.ts <= ts);
    if (ph === "X" && name.endsWith("RunTask") && phase?.pid === pid && phase.tid === tid) {
      longest.set(phase.name, Math.max(longest.get(phase.name) ?? 0, tdur / 1000));
    }
  }
  return longest;
}
