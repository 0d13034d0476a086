import { transform } from "sucrase";

/** The least that could run TypeScript: a frame, sucrase, and a module in a blob. No worker, no editor, no protocol. */
const script = `
  addEventListener("message", ({ data }) => {
    console.log = (...values) => parent.postMessage(values.join(" "), "*");
    import(URL.createObjectURL(new Blob([data], { type: "text/javascript" })));
  });
  parent.postMessage("", "*");
`;
const output = document.querySelector("[data-output]") as HTMLElement;
const frame = document.createElement("iframe");
frame.setAttribute("sandbox", "allow-scripts");
frame.srcdoc = `<script>${script}</script>`;

const edit = (code: string): void => {
  frame.contentWindow?.postMessage(
    transform(code, { transforms: ["typescript"], disableESTransforms: true }).code,
    "*",
  );
};
Object.assign(window, { edit });

addEventListener("message", ({ data, source }) => {
  if (source !== frame.contentWindow) {
    return;
  }
  if (data === "") {
    edit('const text: string = "one";\nconsole.log(text);');
  } else {
    output.textContent = data;
  }
});
document.body.append(frame);
