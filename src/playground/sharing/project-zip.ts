import { strToU8, zipSync } from "fflate";
import { fetchOk } from "../../loading/fetch-ok.ts";
import { languageOf } from "../../site.ts";
import { projectFiles, projectName, tarballFile } from "./project-files.ts";

export interface Project {
  /** The example's path; its last part names the folder. */
  readonly example: string;
  /** The file to run. */
  readonly main: string;
  readonly files: Readonly<Record<string, string>>;
  /** The address of the library's tarball on this site. */
  readonly library: string;
}

/** A zip of a project that runs with one command: the example, the library's tarball, package.json and README. */
export async function packProject({ example, main, files, library }: Project): Promise<Blob> {
  const response = await fetchOk(library, "the library's tarball");
  const tarball = new Uint8Array(await response.arrayBuffer());
  const language = languageOf(document.documentElement.lang);
  const texts = { ...projectFiles({ example, main, language }), ...files };
  const contents = {
    ...Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, strToU8(text)])),
    [tarballFile]: tarball,
  };
  return new Blob([zipSync({ [projectName(example)]: contents })], { type: "application/zip" });
}
