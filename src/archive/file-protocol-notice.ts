import { languageOf } from "../site.ts";

/**
 * What the pages of the archive say when they are opened from the disk. Browsers do not run modules from there, so what
 * needs them is hidden, and the page says how to have it.
 */

/** Runs first of all in each page. Not a module, so it runs from the disk, too. */
export const markFileProtocol =
  'if(location.protocol==="file:")document.documentElement.dataset.fileProtocol=""';

export const noticeStyle = `
.file-protocol-notice{display:none}
[data-file-protocol] .file-protocol-notice{display:block;margin:0 0 1rem;padding:.6rem .9rem;border:1px solid currentColor;border-radius:.4rem;font-size:.9rem}
[data-file-protocol] live-pane>.file-protocol-notice{margin:.6rem .9rem}
[data-file-protocol] :is(site-search,.theme-button){visibility:hidden}
[data-file-protocol] live-pane :is(button,details){display:none}
`;

/** Where the server of the archive lies, in its folder. */
export const serverFile = "serve.mjs";

const commands = { node: `<code>node ${serverFile}</code>`, python: "<code>python3 -m http.server</code>" };

const english = {
  page: `You opened this page from the disk. Everything can be read; examples and the search need a server, because browsers do not run such scripts from a disk. In the folder that you unpacked, run ${commands.node} or ${commands.python}, and open the address that it prints.`,
  pane: `To run and edit this example, run ${commands.node} in the unpacked folder and open the address that it prints.`,
};

const chinese = {
  page: `这个页面是直接从磁盘打开的。内容都可以阅读；示例和搜索则需要一个服务器，因为浏览器不会运行从磁盘打开的这类脚本。请在解压后的文件夹里执行 ${commands.node} 或 ${commands.python}，再打开它显示的地址。`,
  pane: `要运行和修改这个示例，请在解压后的文件夹里执行 ${commands.node}，再打开它显示的地址。`,
};

export function fileProtocolNotice(language: string): typeof english {
  return { en: english, "zh-cn": chinese }[languageOf(language)];
}
