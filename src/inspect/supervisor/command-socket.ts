import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Takes commands to one program, through a socket in a folder that none but this user may look into. */
export class CommandSocket {
  readonly #folder = mkdtempSync(join(tmpdir(), "asyncio-ts-"));
  /** What the program is told of it. */
  readonly path = join(this.#folder, "commands");
  readonly #server = createServer((program) => this.#begin(program));
  #program: Socket | undefined;
  /** What was sent before the program came. */
  #early = "";

  constructor() {
    this.#server.listen(this.path);
  }

  write(text: string): void {
    if (this.#program === undefined) {
      this.#early += text;
    } else {
      this.#program.write(text);
    }
  }

  close(): void {
    this.#program?.destroy();
    this.#server.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #begin(program: Socket): void {
    // A program that has ended takes no more commands.
    program.on("error", () => {});
    program.write(this.#early);
    this.#program = program;
  }
}
