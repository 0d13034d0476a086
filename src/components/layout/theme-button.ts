/** The same key as Starlight's, so that a reader's choice outlives a change of this button. */
const key = "starlight-theme";
const root = document.documentElement;
const lightSystem = matchMedia("(prefers-color-scheme: light)");
const system = (): string => (lightSystem.matches ? "light" : "dark");

/** A choice that agrees with the system is no choice: from then on the page follows the system again. */
function choose(theme: string): void {
  try {
    localStorage.setItem(key, theme === system() ? "" : theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  show(theme);
}

function show(theme: string): void {
  root.dataset.theme = theme;
  for (const button of document.querySelectorAll(".theme-button")) {
    button.ariaPressed = String(theme === "dark");
  }
}

function stored(): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

for (const button of document.querySelectorAll(".theme-button")) {
  button.addEventListener("click", () => choose(root.dataset.theme === "dark" ? "light" : "dark"));
}
lightSystem.addEventListener("change", () => show(stored() || system()));
show(stored() || system());
