/** The styles of the overlay as text; `src/command-line/build.ts` makes them of `watch.css`. */
declare module "virtual:watch/styles" {
  const styles: string;
  export default styles;
}
