import { spawn } from "node:child_process";
import { once } from "node:events";

async function save(file: string): Promise<void> {
  const copying = spawn("cp", [file, "/dev/null"], { stdio: "ignore" });
  const [code] = await once(copying, "close");
  if (code !== 0) throw new Error(`cp ended with ${code}`);
}

for (const file of ["/bin/sh", "/no/such/file"]) {
  try {
    await save(file);
    console.log(file, "is saved");
  } catch {
    console.log(file, "is not saved");
  }
}
