import { describe, it } from "vitest";
import { closeWindow, eventually, launched, menu, nextWindow, windowTitles } from "./stet";
import { blocksOn } from "./story";
import { write } from "./writer";

describe("the application menu", () => {
  it("goes to the window before when the front one has closed", async () => {
    const stet = await launched();
    await write(stet.page, "<Enter>", "Stays");
    const middle = await nextWindow(stet, () => write(stet.page, "<Control+n>"));
    const last = await nextWindow(stet, () => write(middle, "<Control+n>"));

    for (const page of [last, middle]) {
      const before = (await windowTitles(stet)).length;
      await closeWindow(stet, page);
      await eventually(() => windowTitles(stet)).toHaveLength(before - 1);
    }
    await menu(stet, "edit.undo");

    await eventually(() => blocksOn(stet.page)).toContain("h1: ");
  });
});
