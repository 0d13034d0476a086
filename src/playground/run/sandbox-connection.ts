import { SandpackRuntime } from "@codesandbox/sandpack-client/clients/runtime";
import type { StepperCommand } from "../../sandbox/protocol.ts";

/** Files by their names with a slash before. */
export type SandboxFiles = Readonly<Record<string, { readonly code: string }>>;

/** Sandpack's client, which navigates its frame twice where once is enough. */
class Client extends SandpackRuntime {
  override setLocationURLIntoIFrame(): void {
    this.iframe.src = this.bundlerURL;
  }
}

/** One sandbox page in a hidden frame of the pane, and Sandpack's client that speaks with it. */
export class SandboxConnection {
  readonly #client: Client;
  readonly #frame = document.createElement("iframe");

  /** Loads the page, which gets the files as soon as it can read them. */
  constructor(container: HTMLElement, address: string, files: SandboxFiles) {
    this.#frame.title = "sandbox";
    this.#frame.hidden = true;
    this.#frame.ariaHidden = "true";
    this.#frame.tabIndex = -1;
    // Sandpack would allow it popups, downloads and the clipboard, too.
    this.#frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
    container.append(this.#frame);
    this.#client = new Client(this.#frame, { files, template: "parcel" }, { bundlerURL: address });
  }

  listen(listener: (message: unknown) => void): void {
    this.#client.listen(listener);
  }

  send(files: SandboxFiles): void {
    this.#client.updateSandbox({ files });
  }

  drive(command: StepperCommand): void {
    this.#client.dispatch({ type: "stepper", command } as never);
  }

  stop(): void {
    this.#client.dispatch({ type: "stop" } as never);
  }

  close(): void {
    this.#client.destroy();
    this.#frame.remove();
  }
}
