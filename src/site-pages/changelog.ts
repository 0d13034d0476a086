import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A version in the changelog. */
export interface Change {
  /** As in the changelog's heading: `0.2.0`, `Unreleased`. */
  readonly title: string;
  /** Of its heading, on the page of all changes. */
  readonly anchor: string;
  /** When it was released, if it was. */
  readonly date: Date | undefined;
  readonly markdown: string;
}

/** The versions in CHANGELOG.md, the newest first, as they stand there: `## [0.2.0] - 2026-11-30`. */
export function readChanges(changelog = readChangelog()): Change[] {
  return changelog
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = "", ...lines] = section.split("\n");
      const [, date] = / - (\d{4}-\d{2}-\d{2})$/.exec(heading.trim()) ?? [];
      return {
        title: heading
          .replace(/ - .*$/, "")
          .replace(/[[\]]/g, "")
          .trim(),
        anchor: anchorOf(heading),
        date: date === undefined ? undefined : new Date(`${date}T00:00:00Z`),
        markdown: lines.join("\n").trim(),
      };
    });
}

export function readChangelog(): string {
  return readFileSync(join(process.cwd(), "CHANGELOG.md"), "utf8");
}

/** As headings get their ids. */
function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .replace(/\s/g, "-");
}
