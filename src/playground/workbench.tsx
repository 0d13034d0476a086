import {
  type CodeEditorRef,
  SandpackCodeEditor,
  SandpackProvider,
  type SandpackState,
  useSandpackClient,
} from "@codesandbox/sandpack-react";
import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { placeOf } from "../sandbox/place-of.ts";
import type { RunState, StackFrame } from "../sandbox/protocol.ts";
import type { Pace } from "../sandbox/trace.ts";
import { editorTheme } from "./editor-theme.ts";
import type { Labels } from "./labels.ts";
import { errorMarks, markError } from "./mark-error.ts";
import { OutputLog } from "./output-log.ts";
import { type RunEvents, type RunOptions, type SandboxConnection, SandboxRunner } from "./sandbox-runner.ts";
import type { Place } from "./type-checking/questions.ts";
import { TypeSwitch } from "./type-switch.ts";

export interface WorkbenchOptions {
  readonly labels: Labels;
  /** The example's folder below `examples/`. */
  readonly example: string;
  /** Where the editor is put. */
  readonly editor: HTMLElement;
  /** Where the program's output is put. */
  readonly log: HTMLElement;
  /** The full address of the sandbox page: Sandpack's `bundlerURL`. */
  readonly sandboxAddress: string;
  /** The files that can be edited and run: name to code. */
  readonly files: Readonly<Record<string, string>>;
  readonly active: string;
  readonly onReady: () => void;
  /** Called after every edit, with whether any file now differs from the original. */
  readonly onEdited: (edited: boolean) => void;
  readonly onState: (state: RunState, elapsed: number) => void;
  readonly onTrace?: RunEvents["onTrace"];
  readonly onPaused?: RunEvents["onPaused"];
}

/** What the pane can ask of its editor and its sandbox. */
export interface Workbench {
  show(name: string): void;
  run(name: string, options?: RunOptions): void;
  /** Pauses, steps or slows the run, if it was started with `trace`. */
  setPace(pace: Pace): void;
  stop(): void;
  /** Gives every file its original code again and ends the run. */
  reset(): void;
  focusEditor(): void;
  /** Puts other code in the place of that of some files. */
  replace(files: Readonly<Record<string, string>>): void;
  clearOutput(): void;
  /** The code as it is now, or undefined for a file that cannot be edited. */
  code(name: string): string | undefined;
  /** Shows type errors, completions and types in the editor, and tells how many errors there are. */
  checkTypes(onErrors: (count: number) => void): Promise<void>;
  stopCheckingTypes(): void;
}

/** Puts the editor into the pane and resolves when it can be used. */
export function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
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
          bundlerURL: options.sandboxAddress,
        }}
      >
        <Bench options={options} onOpen={resolve} />
      </SandpackProvider>,
    );
  });
}

interface BenchProps {
  readonly options: WorkbenchOptions;
  readonly onOpen: (workbench: Workbench) => void;
}

function Bench({ options, onOpen }: BenchProps) {
  // Sandpack would load the site's front page if the route were not said here.
  const startRoute = new URL(options.sandboxAddress).pathname;
  const { sandpack, listen, iframe, getClient } = useSandpackClient({ startRoute });
  const editor = useRef<CodeEditorRef>(null);
  const [failure, setFailure] = useState<StackFrame>();
  const latest = useRef({ sandpack, listen, getClient });
  latest.current = { sandpack, listen, getClient };
  const [types] = useState(
    () => new TypeSwitch(options.labels, () => typedFiles(options.example, latest.current.sandpack)),
  );

  // Once: the workbench lives as long as its pane, and reads the latest state through the reference.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const connection: SandboxConnection = {
      open: () => latest.current.sandpack.runSandpack(),
      listen: (listener) => latest.current.listen(listener),
      send: (files) => latest.current.getClient()?.updateSandbox({ files }),
      setPace: (pace) => latest.current.getClient()?.dispatch({ type: "pace", pace } as never),
      stop: () => latest.current.getClient()?.dispatch({ type: "stop" } as never),
    };
    const log = new OutputLog(options.log, options.labels);
    const runner = new SandboxRunner(connection, log, {
      onState: options.onState,
      onError: (error) => setFailure(error && placeOf(error)),
      onTrace: options.onTrace,
      onPaused: options.onPaused,
    });
    const workbench: Workbench = {
      show: (name) => latest.current.sandpack.setActiveFile(`/${name}`),
      run: (name, runOptions = { trace: false, paused: false }) =>
        void runner.run(latest.current.sandpack.files, `/${name}`, runOptions),
      setPace: (pace) => runner.setPace(pace),
      stop: () => runner.stop(),
      reset: () => {
        runner.stop();
        latest.current.sandpack.resetAllFiles();
      },
      replace: (files) => latest.current.sandpack.updateFile(withSlashes(files)),
      clearOutput: () => log.clear(),
      focusEditor: () => editor.current?.getCodemirror()?.focus(),
      code: (name) => latest.current.sandpack.files[`/${name}`]?.code,
      checkTypes: (onErrors) => types.turnOn(() => editor.current?.getCodemirror(), onErrors),
      stopCheckingTypes: () => types.turnOff(editor.current?.getCodemirror()),
    };
    options.onReady();
    onOpen(workbench);
  }, []);

  useEffect(() => {
    const place = sandpack.activeFile === `/${failure?.path}` ? failure : undefined;
    editor.current?.getCodemirror()?.dispatch({ effects: markError.of(place) });
  }, [failure, sandpack.activeFile]);

  useEffect(() => {
    options.onEdited(
      Object.entries(options.files).some(([name, code]) => sandpack.files[`/${name}`]?.code !== code),
    );
  }, [sandpack.files, options]);

  return (
    <>
      <SandpackCodeEditor
        ref={editor}
        showTabs={false}
        showLineNumbers={false}
        showInlineErrors={false}
        showRunButton={false}
        wrapContent
        extensions={types.extensionsFor(sandpack.activeFile, errorMarks)}
        initMode="immediate"
      />
      <iframe ref={iframe} title="sandbox" hidden aria-hidden="true" tabIndex={-1} />
    </>
  );
}

function withSlashes(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, code]) => [`/${name}`, code]));
}

/** The example as TypeScript is asked about it. */
function typedFiles(example: string, { files, activeFile }: SandpackState): Place {
  const typed = Object.entries(files).filter(([path]) => path.endsWith(".ts"));
  return {
    example,
    files: Object.fromEntries(typed.map(([path, { code }]) => [path.slice(1), code])),
    name: activeFile.slice(1),
  };
}
