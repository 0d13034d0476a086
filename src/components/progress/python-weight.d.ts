/** How much a reader fetches and stores who keeps all of CPython, in bytes. Made by the build. */
declare module "virtual:python-weight" {
  export const fetched: number;
  export const stored: number;
}
