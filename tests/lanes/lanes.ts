/** A part of what `npm test` runs: one command. */
export interface Lane {
  readonly name: string;
  readonly command: string;
  /** The lanes that must have passed before it begins. */
  readonly after: readonly string[];
}

/** Of what is ready, those that stand first begin first: those that others wait for, then those that take longest. */
export const lanes: readonly Lane[] = [
  lane("build", "npm run -s build:cut-off"),
  lane("format", "npm run -s check:format"),
  lane("spelling", "npm run -s check:spelling"),
  lane("house", vitest("house")),
  // Two builds at a time would write into the same folder of Astro's, as its check of types does.
  lane("build below a path", "npm run -s build:below-a-path", "build"),
  lane("browser", "playwright test --config tests/browser", "build below a path"),
  lane("examples", vitest("examples"), "build"),
  lane("sandbox", vitest("sandbox"), "build"),
  lane("other engines", `${vitest("engines")} lesson random-programs`, "build"),
  lane("unit", vitest("unit"), "build"),
  lane("types", "npm run -s check:types", "build below a path"),
  lane("bundles", vitest("bundles"), "build"),
  lane("hosting", vitest("hosting"), "build"),
  lane("view", vitest("view"), "build"),
  lane("oracle", vitest("oracle"), "build"),
  lane("dead code", "npm run -s check:dead-code", "build"),
  lane("package", "npm run -s check:package", "build"),
  lane("kept results", vitest("build"), "build"),
];

function lane(name: string, command: string, ...after: readonly string[]): Lane {
  return { name, command, after };
}

function vitest(project: string): string {
  return `vitest run --project ${project}`;
}
