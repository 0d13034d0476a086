/**
 * A page of missing addresses stands in for any address, at any depth. In the archive its links are relative to the
 * archive's root: this names them in full. What is named in full already stays.
 */
export function makeUrlsAbsolute(html: string, root: string): string {
  return html.replace(/(\s(?:href|src|data-base)=")(?![#/]|[a-z]+:)(?:\.\/)?/g, `$1${root}`);
}
