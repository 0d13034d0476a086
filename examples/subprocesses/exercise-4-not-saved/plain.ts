import { spawn } from "node:child_process";
import { once } from "node:events";

async function save(file: string): Promise<void> {
  const copying = spawn("cp", [file, "/dev/null"], { stdio: "ignore" });
  await once(copying, "close");
}

// Find the bug: there is no such file, and yet it is saved.
for (const file of ["/bin/sh", "/no/such/file"]) {
  try {
    await save(file);
    console.log(file, "is saved");
  } catch {
    console.log(file, "is not saved");
  }
}
