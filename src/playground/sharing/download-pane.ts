import type { PaneEditing } from "../pane/pane-editing.ts";
import type { PaneFiles } from "../pane/pane-files.ts";
import type { PaneParts } from "../pane/pane-parts.ts";
import { packProject } from "./project-zip.ts";
import { save } from "./save-file.ts";

/** Saves the example as it is now, as a project that runs with one command; one in Python is a file that does. */
export async function downloadPane(pane: PaneParts, files: PaneFiles, editing: PaneEditing): Promise<void> {
  const { example, version } = pane;
  if (version.endsWith(".py")) {
    const code = await files.currentFile(version, await editing.begun);
    save(new Blob([code], { type: "text/x-python" }), `${example.replaceAll("/", "-")}.py`);
    return;
  }
  const code: Record<string, string> = {};
  for (const name of files.editable.filter((each) => each.endsWith(".ts"))) {
    code[name] = await files.currentFile(name, await editing.begun);
  }
  const main = version.endsWith(".ts") ? version : "main.ts";
  const library = pane.address("asyncio-ts.tgz");
  save(await packProject({ example, main, files: code, library }), `${example.replaceAll("/", "-")}.zip`);
}
