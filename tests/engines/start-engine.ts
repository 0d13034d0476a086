import type { Engine, EngineName } from "./engine.ts";
import { findEngine } from "./find-engine.ts";

/** An engine with one page, or the reason why there is none. */
export async function startEngine(name: EngineName): Promise<Engine | string> {
  const start = findEngine(name);
  if (start === undefined) {
    return "not installed";
  }
  try {
    return await start();
  } catch (error) {
    // Playwright's own builds need libraries of the system, which it can only name.
    if (error instanceof Error && /missing dependencies/i.test(error.message)) {
      return "libraries of the system are missing";
    }
    throw error;
  }
}
