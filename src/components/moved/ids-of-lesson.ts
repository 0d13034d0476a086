import { getEntry, render } from "astro:content";

/** What links may lead to on a lesson: its headings, and the panes of its examples. */
export async function idsOfLesson(id: string): Promise<string[]> {
  const entry = await getEntry("docs", id);
  if (entry === undefined) {
    throw new Error(
      `Something is said to have moved to “${id}”, and there is no such lesson. See src/progress/former-lessons.ts, and the pages that say <MovedTo>.`,
    );
  }
  const { headings } = await render(entry);
  const panes = [...(entry.body ?? "").matchAll(/<Example path="[^"/]+\/([^"]+)"/g)];
  return [...headings.map(({ slug }) => slug), ...panes.map(([, slug]) => `example-${slug}`)];
}
