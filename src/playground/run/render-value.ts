import type { ConsolePart, ValueMember } from "../../sandbox/protocol.ts";

type Value = Extract<ConsolePart, { kind: "value" }>;
type Table = Extract<ConsolePart, { kind: "table" }>;

/** A value that can be opened, if it has anything inside. What is inside is made when it is opened first. */
export function renderValue(
  { preview, members }: Pick<Value, "preview" | "members">,
  name = "",
): HTMLElement {
  const title = name === "" ? preview : `${name}: ${preview}`;
  if (members.length === 0) {
    return element("span", "pane-value", title);
  }
  const details = element("details", "pane-value");
  details.append(element("summary", "", title));
  details.addEventListener("toggle", () => details.append(renderMembers(members)), { once: true });
  return details;
}

function renderMembers(members: readonly ValueMember[]): HTMLElement {
  const list = element("ul", "pane-members");
  for (const member of members) {
    const item = element("li", "");
    item.append(renderValue(member, member.name));
    list.append(item);
  }
  return list;
}

export function renderTable({ header, rows }: Table): HTMLElement {
  const table = element("table", "pane-table");
  table.append(renderRow("th", header), ...rows.map((row) => renderRow("td", row)));
  return table;
}

function renderRow(cell: "th" | "td", texts: readonly string[]): HTMLElement {
  const row = element("tr", "");
  row.append(...texts.map((text) => element(cell, "", text)));
  return row;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text?: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}
