import { expect, test } from "./pane.ts";

for (const address of ["cheat-sheet/", "zh-cn/cheat-sheet/"]) {
  test(`/${address} prints on two pages of A4`, async ({ page }) => {
    await page.goto(address);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  });
}
