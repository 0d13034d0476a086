import type { Plugin } from "vite";

// Vite would look for a file of that name, were it not told to leave it alone.
const ownRoot = '(new URL(/* @vite-ignore */ "../", import.meta.url).pathname)';

/**
 * Scripts that find the site's root by themselves, from their own address: `_astro/` lies directly below it. The same
 * scripts then work wherever the site is put. (Pages name their addresses in full: 404.html is served at every depth.)
 */
export function relativeBase(): Plugin {
  return {
    name: "relative-base",
    apply: "build",
    enforce: "pre",
    transform: {
      filter: { code: "import.meta.env.BASE_URL" },
      handler(code) {
        return this.environment.config.consumer === "client"
          ? code.replaceAll("import.meta.env.BASE_URL", ownRoot)
          : undefined;
      },
    },
  };
}

/** Scripts and styles name each other by their place relative to each other. */
export function relativeUrl(_file: string, { hostType, ssr }: { hostType: string; ssr: boolean }) {
  return !ssr && (hostType === "js" || hostType === "css") ? { relative: true } : undefined;
}
