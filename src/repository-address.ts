/**
 * The address of the repository that the site is made from, from the environment variable REPOSITORY, or undefined when
 * nobody says where it is. Only with it a page can lead to its own source.
 */
export function repositoryAddress(repository: string | undefined): string | undefined {
  if (repository === undefined || repository === "") {
    return undefined;
  }
  if (!URL.canParse(repository) || !/^https?:$/.test(new URL(repository).protocol)) {
    throw new Error(
      `REPOSITORY is ${JSON.stringify(repository)}. Give the whole address of the repository, as in REPOSITORY=https://github.com/owner/name.`,
    );
  }
  return repository.replace(/(\.git)?\/*$/, "");
}
