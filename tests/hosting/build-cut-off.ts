/**
 * Builds the site without a network, to prove that the build needs none: in a network namespace that has nothing in it,
 * not even this host. Where the system gives no such namespace it says so, and builds as usual.
 */
import { spawnSync } from "node:child_process";

const namespace = process.getuid?.() === 0 ? ["--net"] : ["--map-root-user", "--net"];
const canCutOff = spawnSync("unshare", [...namespace, "true"]).status === 0;
if (!canCutOff) {
  console.log(
    "This system gives no network namespace (unshare --net): the build is not cut off from the network.",
  );
}
const [command = "", ...words] = [...(canCutOff ? ["unshare", ...namespace] : []), "npm", "run", "build"];
const { status } = spawnSync(command, words, { stdio: "inherit", shell: process.platform === "win32" });
process.exit(status ?? 1);
