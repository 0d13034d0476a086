/** A page that nobody wrote, before it is rendered. */
export interface GeneratedPage {
  /** Its address below the base. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Its name in the sidebar, where that is not its title. */
  readonly label?: string;
  readonly markdown: string;
}
