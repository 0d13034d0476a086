import type { EditorView } from "@codemirror/view";
import {
  type CodeEditorRef,
  SandpackCodeEditor,
  SandpackProvider,
  type SandpackState,
  useSandpack,
} from "@codesandbox/sandpack-react";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { StackFrame } from "../../trace/stack-frame.ts";
import type { Labels } from "../labels.ts";
import type { Snapshot } from "../type-checking/questions.ts";
import { clearOfBars } from "./clear-of-bars.ts";
import { editorTheme } from "./editor-theme.ts";
import { keepStringsUnbroken } from "./keep-strings-unbroken.ts";
import { KeptHistories } from "./kept-histories.ts";
import { limitSize } from "./limit-size.ts";
import { errorMarks, markError } from "./mark-error.ts";
import { OutsideHistory } from "./outside-history.ts";
import { TypeCheckingToggle } from "./type-checking-toggle.ts";

export interface PaneEditorOptions {
  readonly labels: Labels;
  /** The example's folder below `examples/`. */
  readonly example: string;
  /** Where the editor is put. */
  readonly editor: HTMLElement;
  /** The files that can be edited: name to code. */
  readonly files: Readonly<Record<string, string>>;
  readonly active: string;
  readonly onReady: () => void;
  /** Called when a change was refused, since the editor would hold too much after it. */
  readonly onTooMuch: (most: { readonly file: number; readonly line: number }) => void;
  /** Called after every edit, with whether any file now differs from the original. */
  readonly onEdited: (edited: boolean) => void;
}

type Languages = NonNullable<ComponentProps<typeof SandpackCodeEditor>["additionalLanguages"]>;

/** What the pane can ask of its editor. */
export interface PaneEditor {
  show(name: string): Promise<void>;
  /** Gives every file its original code again. */
  reset(): void;
  /** @param place What is to be selected, if anything: how many characters stand before its beginning and its end. */
  focus(place?: readonly [from: number, to: number]): void;
  /** The CodeMirror view of the file that is shown. */
  view(): EditorView | undefined;
  /** Gives some files other code. */
  replace(files: Readonly<Record<string, string>>): void;
  /** Marks where an error arose in its file, or nothing. */
  markError(frame: StackFrame | undefined): void;
  /** The code as it is now, or undefined for a file that cannot be edited. */
  code(name: string): string | undefined;
  /** Shows type errors, completions and types in the editor, and tells how many errors there are. */
  checkTypes(onErrors: (count: number) => void): Promise<void>;
  stopCheckingTypes(): void;
}

/** Puts the editor into the pane and resolves when it can be used. */
export async function openPaneEditor(options: PaneEditorOptions): Promise<PaneEditor> {
  const languages = options.active.endsWith(".py") ? await pythonLanguage() : [];
  return new Promise((resolve, reject) => {
    createRoot(options.editor, { onUncaughtError: reject }).render(
      <SandpackProvider
        theme={editorTheme}
        files={{ ...withSlashes(options.files), "/package.json": { code: "{}", hidden: true } }}
        customSetup={{ entry: "/main.ts", environment: "parcel" }}
        options={{
          activeFile: `/${options.files[options.active] === undefined ? "main.ts" : options.active}`,
          autorun: false,
          autoReload: false,
          initMode: "immediate",
          recompileMode: "immediate",
        }}
      >
        <Editor options={options} languages={languages} onOpen={resolve} />
      </SandpackProvider>,
    );
  });
}

interface EditorProps {
  readonly options: PaneEditorOptions;
  /** Those that the editor knows from the start, besides TypeScript. */
  readonly languages: Languages;
  readonly onOpen: (paneEditor: PaneEditor) => void;
}

function Editor({ options, languages: first, onOpen }: EditorProps) {
  const { sandpack } = useSandpack();
  const editor = useRef<CodeEditorRef>(null);
  const [failure, setFailure] = useState<StackFrame>();
  const [limit] = useState(() => limitSize(options.onTooMuch));
  const [outside] = useState(() => new OutsideHistory());
  const [histories] = useState(() => new KeptHistories());
  const [languages, setLanguages] = useState(first);
  const latest = useRef(sandpack);
  latest.current = sandpack;
  const [types] = useState(
    () => new TypeCheckingToggle(options.labels, () => snapshotOf(options.example, latest.current)),
  );

  // Once: the editor lives as long as its pane, and reads the latest state through the reference.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let wanted = options.active;
    const paneEditor: PaneEditor = {
      show: async (name) => {
        wanted = name;
        if (name.endsWith(".py")) {
          setLanguages(await pythonLanguage());
        }
        // The reader may have turned to another file meanwhile.
        if (wanted === name) {
          latest.current.setActiveFile(`/${name}`);
        }
      },
      reset: () => latest.current.resetAllFiles(),
      // At once: who reads the code next, to run it, must find it.
      replace: (files) =>
        outside.replace(() => flushSync(() => latest.current.updateFile(withSlashes(files)))),
      markError: setFailure,
      focus: (place) => focusAt(editor.current?.getCodemirror(), place),
      view: () => editor.current?.getCodemirror(),
      code: (name) => latest.current.files[`/${name}`]?.code,
      checkTypes: (onErrors) => types.turnOn(() => editor.current?.getCodemirror(), onErrors),
      stopCheckingTypes: () => types.turnOff(editor.current?.getCodemirror()),
    };
    options.onReady();
    onOpen(paneEditor);
  }, []);

  useEffect(() => {
    const frame = sandpack.activeFile === `/${failure?.path}` ? failure : undefined;
    editor.current?.getCodemirror()?.dispatch({ effects: markError.of(frame) });
  }, [failure, sandpack.activeFile]);

  useEffect(() => {
    options.onEdited(
      Object.entries(options.files).some(([name, code]) => sandpack.files[`/${name}`]?.code !== code),
    );
  }, [sandpack.files, options]);

  return (
    <SandpackCodeEditor
      ref={editor}
      showTabs={false}
      showLineNumbers={false}
      showInlineErrors={false}
      showRunButton={false}
      wrapContent
      additionalLanguages={languages}
      extensions={types.extensionsFor(sandpack.activeFile, () => [
        errorMarks,
        limit,
        clearOfBars,
        keepStringsUnbroken,
        outside.extension,
        histories.of(sandpack.activeFile, sandpack.files[sandpack.activeFile]?.code),
      ])}
      initMode="immediate"
    />
  );
}

function focusAt(view: EditorView | undefined, place: readonly [from: number, to: number] | undefined): void {
  view?.focus();
  if (view !== undefined && place !== undefined) {
    const [anchor, head] = place.map((offset) => Math.min(offset, view.state.doc.length));
    view.dispatch({ selection: { anchor: anchor ?? 0, head: head ?? 0 } });
  }
}

/** Loaded when a file in Python is opened. */
async function pythonLanguage(): Promise<Languages> {
  const { python } = await import("@codemirror/lang-python");
  return [{ name: "python", extensions: ["py"], language: python() }];
}

function withSlashes(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, code]) => [`/${name}`, code]));
}

/** The example as TypeScript is asked about it. */
function snapshotOf(example: string, { files, activeFile }: SandpackState): Snapshot {
  const typed = Object.entries(files).filter(([path]) => path.endsWith(".ts"));
  return {
    example,
    files: Object.fromEntries(typed.map(([path, { code }]) => [path.slice(1), code])),
    name: activeFile.slice(1),
  };
}
