import {
  SandpackCodeEditor,
  SandpackLayout,
  SandpackPreview,
  SandpackProvider,
  useSandpack,
} from "@codesandbox/sandpack-react";
import { useEffect } from "react";
import { createRoot } from "react-dom/client";

/** Where the stock bundler is served, and the loader that gives it TypeScript: put in when this is bundled. */
declare const BUNDLER: string;
declare const LOADER: string;

/** The one way in which the stock bundler runs without another host: nothing to install, and a transpiler of one's own. */
const template = {
  sandpack: {
    preInstalledDependencies: ["@babel/runtime", "babel-runtime", "node-libs-browser"],
    transpilers: { "\\.ts$": ["sucrase-loader"] },
  },
};

const files = {
  "/index.ts": 'const text: string = "one";\nconsole.log(text);',
  "/package.json": JSON.stringify({ main: "/index.ts", dependencies: {} }),
  "/.codesandbox/template.json": JSON.stringify(template),
  "/node_modules/sucrase-loader/package.json": JSON.stringify({ name: "sucrase-loader", main: "index.js" }),
  "/node_modules/sucrase-loader/index.js": LOADER,
};

function Bench() {
  const { sandpack, listen } = useSandpack();
  useEffect(() => {
    const output = document.querySelector("[data-output]") as HTMLElement;
    Object.assign(window, { edit: (code: string) => sandpack.updateFile("/index.ts", code) });
    return listen((message) => {
      if (message.type === "console") {
        output.textContent = message.log.flatMap(({ data }) => data ?? []).join(" ");
      }
    });
  }, [listen, sandpack]);
  return (
    <SandpackLayout>
      <SandpackCodeEditor />
      <SandpackPreview startRoute="/" />
    </SandpackLayout>
  );
}

createRoot(document.querySelector("#root") as HTMLElement).render(
  <SandpackProvider
    files={files}
    customSetup={{ entry: "/index.ts", environment: "custom" as never }}
    options={{
      bundlerURL: BUNDLER,
      activeFile: "/index.ts",
      initMode: "immediate",
      recompileMode: "immediate",
    }}
  >
    <Bench />
  </SandpackProvider>,
);
