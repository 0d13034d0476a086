import type { Language } from "../site.ts";
import { division, formerLessons, givenAway, movedHeadings } from "./former-lessons.ts";

/** What a reader has done so far. It is the same in both languages. */
export interface Progress {
  /** The lessons that were read to their end, by the names of their pages: `tasks`. */
  readonly read: readonly string[];
  /**
   * The exercises whose program has printed what was asked for, and the puzzles whose lines were put in order, by their
   * paths: `tasks/exercise-1-at-once`.
   */
  readonly solved: readonly string[];
  /** Where the reader was last. */
  readonly place: Place | undefined;
}

/** A place in a lesson. */
export interface Place {
  readonly lesson: string;
  /** A heading has another name in the other language. */
  readonly language: Language;
  /** The id of the heading above what was read; empty before the first one. */
  readonly heading: string;
}

export const nothingDone: Progress = { read: [], solved: [], place: undefined };

/** So many lessons or exercises no site has: a longer list is somebody's mistake, or worse. */
const most = 1_000;
const lessonName = /^[a-z0-9-]{1,80}$/;
const exercisePath = /^[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}$/;

/**
 * Reads progress that anyone may have written. Throws an error that says what is wrong with it. Who has read a lesson that was
 * divided since has read all that it became. It is written by {@link writtenProgress}.
 */
export function parseProgress(value: unknown): Progress {
  const { read, solved, place, division: known } = recordOf(value, "progress");
  const parts =
    known === division ? nowCalled : (lesson: string) => [...nowCalled(lesson), ...partOf(lesson)];
  return {
    read: [...new Set(namesOf(read, "read", lessonName).flatMap(parts))],
    solved: namesOf(solved, "solved", exercisePath),
    place: place === undefined ? undefined : placeOf(place),
  };
}

/** As it is kept, in the browser and in a file. */
export const writtenProgress = (progress: Progress) => ({ division, ...progress });

/** What was done here or there. The place is where the reader was here, if that is known. */
export function mergeProgress(here: Progress, there: Progress): Progress {
  return {
    read: [...new Set([...here.read, ...there.read])],
    solved: [...new Set([...here.solved, ...there.solved])],
    place: here.place ?? there.place,
  };
}

const nowCalled = (lesson: string): readonly string[] => formerLessons.get(lesson) ?? [lesson];

function partOf(lesson: string): readonly string[] {
  const part = givenAway.get(lesson);
  return part === undefined ? [] : [part];
}

function namesOf(value: unknown, part: string, pattern: RegExp): readonly string[] {
  if (!Array.isArray(value) || value.length > most) {
    throw new Error(`expected a list of at most ${most} names as “${part}”, found ${found(value)}`);
  }
  const wrong = value.findIndex((name) => typeof name !== "string" || !pattern.test(name));
  if (wrong >= 0) {
    throw new Error(
      `expected names like those in the addresses of this site in “${part}”, found ${found(value[wrong])}`,
    );
  }
  return [...new Set<string>(value)];
}

function placeOf(value: unknown): Place {
  const { lesson, language, heading } = recordOf(value, "place");
  const isPlace =
    typeof lesson === "string" &&
    lessonName.test(lesson) &&
    (language === "en" || language === "zh-cn") &&
    typeof heading === "string" &&
    heading.length <= 200;
  if (!isPlace) {
    throw new Error(`expected a lesson, a language and a heading as “place”, found ${found(value)}`);
  }
  const [first = lesson] = nowCalled(lesson);
  return { lesson: movedHeadings.get(`${lesson}#${heading}`) ?? first, language, heading };
}

/** The members of an object. */
export function recordOf(value: unknown, part: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(`expected an object as “${part}”, found ${found(value)}`);
  }
  return value as Record<string, unknown>;
}

/** The beginning of it, as it stands in the file. */
function found(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
