import { openSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { engineWords } from "../arguments/engine-words.ts";
import { calls } from "./calls.ts";
import { internalMembers } from "./members.ts";

const [path = "", part = "0", parts = "1", from = "0"] = process.argv.slice(2);
const log = openSync(path, "a");
const internal = internalMembers(fileURLToPath(new URL("../..", import.meta.url)));

let number = -1;
for await (const call of calls(internal)) {
  number++;
  if (number < Number(from) || number % Number(parts) !== Number(part)) {
    continue;
  }
  writeSync(log, `> ${number} ${call.name}\n`);
  const { words, harm } = await call.run();
  const strange = words.filter((each) => engineWords.test(each));
  if (strange.length + harm.length > 0) {
    writeSync(log, `! ${JSON.stringify({ call: call.name, strange, harm })}\n`);
  }
}
writeSync(log, `= ${number + 1}\n`);
