/** Makes sure that the servers are there whose configurations are tested. Without root or Debian their tests say that they skip. */
import { installDebianPackages, isRootOnDebian } from "../machine/install.ts";
import { findServer } from "./find-server.ts";

const packages = ["nginx", "libnginx-mod-http-brotli-static", "caddy"];

if (findServer("nginx") === undefined || findServer("caddy") === undefined) {
  if (isRootOnDebian) {
    installDebianPackages(packages);
  } else {
    console.log(
      `Tests of hosting will skip what is missing. For all of them: apt-get install ${packages.join(" ")}`,
    );
  }
}
