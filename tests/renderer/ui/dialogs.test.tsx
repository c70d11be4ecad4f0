// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { createEffects, type Effects } from "../../../renderer/app/effects";
import type { Dialog } from "../../../renderer/app/state";
import { createStore } from "../../../renderer/app/store";
import { Dialogs } from "../../../renderer/ui/dialogs";
import { aState, conflict, diskFull, fakeApi } from "../app/desk";
import { doc, headline, p, type Story } from "../build";
import { show } from "./page";

const ferry = doc(headline("Ferry late"), p("Fog"));

/** The dialog over a story; `done` names what its answers set going. */
function dialogOver(dialog: Dialog, story: Story = ferry) {
  const done: string[] = [];
  const store = createStore(aState(story));
  const noted = (name: string, result?: boolean) => async () => {
    done.push(name);
    return result ?? false;
  };
  const effects: Effects = {
    ...createEffects(store, fakeApi(), () => undefined),
    save: (how) => noted(how)(),
    saveAndClose: async () => void done.push("saveAndClose"),
    closeWithoutSaving: async () => void done.push("closeWithoutSaving"),
    keepOpen: async () => void done.push("keepOpen"),
    discardRecovered: async () => void done.push("discardRecovered"),
    salvage: async () => void done.push("salvage"),
  };
  const page = show(
    <Dialogs
      state={store.state()}
      dialog={dialog}
      effects={effects}
      onAnswered={() => done.push("answered")}
      onLink={(address) => done.push(`link ${address}`)}
    />,
  );
  return {
    ...page,
    done,
    labels: () => page.buttons().map((button) => button.textContent),
    focused: () =>
      page
        .buttons()
        .filter((b) => b.hasAttribute("autofocus"))
        .map((b) => b.textContent),
    escape: () => page.send(page.one("dialog"), "cancel"),
  };
}

const recovered = (hasFile: boolean): Dialog => ({
  kind: "recovered",
  recovered: { time: "2026-03-01T08:30:00Z", hasFile },
});
const notRecovered: Dialog = {
  kind: "notRecovered",
  failure: { kind: "damaged", file: "", reason: "The copy is damaged." },
  recovered: { time: "2026-03-01T08:30:00Z", hasFile: true },
};
const failure: Dialog = { kind: "failure", title: "The story was not opened", failure: conflict };
const failures: Dialog = {
  kind: "failures",
  all: [conflict, diskFull].map((one) => ({ kind: "failure", title: "It failed", failure: one })),
};
const gone: Dialog = { kind: "saveFailed", failure: { ...diskFull, kind: "gone" } };
const saveFailed: Dialog = { kind: "saveFailed", failure: diskFull };

describe("Dialogs", () => {
  it.each<[string, Dialog, readonly string[], string, readonly string[]]>([
    ["closing", { kind: "closing" }, ["Save", "Don’t save", "Cancel"], "Save", ["keepOpen"]],
    [
      "recovered with a file",
      recovered(true),
      ["Keep the recovered text", "Open the saved version"],
      "Keep the recovered text",
      ["answered"],
    ],
    [
      "recovered without a file",
      recovered(false),
      ["Keep the recovered text", "Throw it away"],
      "Keep the recovered text",
      ["answered"],
    ],
    ["not recovered", notRecovered, ["OK", "Open what can be read"], "OK", ["answered"]],
    ["failure", failure, ["OK"], "OK", ["answered"]],
    ["failures", failures, ["OK"], "OK", ["answered"]],
    [
      "R11 gone",
      gone,
      ["Save here again", "Save as…", "Go on writing"],
      "Save here again",
      ["answered"],
    ],
    ["saveFailed", saveFailed, ["Save as…", "Go on writing"], "Save as…", ["answered"]],
  ])(
    "%s: names its answers, the safe one first and focused",
    (_, dialog, labels, safe, escaped) => {
      const { labels: shown, focused, escape, done, oneOf } = dialogOver(dialog);
      expect(shown()).toEqual(labels);
      expect(focused()).toEqual([safe]);
      expect(oneOf(HTMLDialogElement, "dialog").open).toBe(true);
      escape();
      expect(done).toEqual(escaped);
    },
  );

  it.each<[Dialog, string, readonly string[]]>([
    [{ kind: "closing" }, "Save", ["saveAndClose"]],
    [{ kind: "closing" }, "Don’t save", ["closeWithoutSaving"]],
    [{ kind: "closing" }, "Cancel", ["keepOpen"]],
    [recovered(true), "Keep the recovered text", ["answered"]],
    [recovered(true), "Open the saved version", ["discardRecovered"]],
    [recovered(false), "Throw it away", ["discardRecovered"]],
    [notRecovered, "Open what can be read", ["salvage"]],
    [failure, "OK", ["answered"]],
    [failures, "OK", ["answered"]],
    [saveFailed, "Save as…", ["answered", "saveAs"]],
    [gone, "Save here again", ["answered", "saveAgain"]],
    [gone, "Save as…", ["answered", "saveAs"]],
    [saveFailed, "Go on writing", ["answered"]],
  ])("%o: does what “%s” says", (dialog, label, expected) => {
    const { press, done } = dialogOver(dialog);
    press(label);
    expect(done).toEqual(expected);
  });

  it("says what went wrong, in whole sentences", () => {
    expect(dialogOver(failure).text("dialog")).toContain(conflict.reason);
    expect(dialogOver(saveFailed).text("dialog")).toContain(diskFull.reason);
  });

  it("says of each failure what was not done, and why", () => {
    const { root, text } = dialogOver(failures);
    expect(text("h2")).toBe("2 things could not be done");
    const told = [...root.querySelectorAll(".dialog-text p")].map((line) => line.textContent);
    expect(told).toEqual([`It failed. ${conflict.reason}`, `It failed. ${diskFull.reason}`]);
  });

  it("calls the story by its headline, its file, or a new one", () => {
    const title = (story: Story) => dialogOver({ kind: "closing" }, story).text("h2");
    expect(title(ferry)).toBe("Save “Ferry late” before closing?");
    expect(title(doc())).toBe("Save “a.stet” before closing?");
  });

  it("leaves the dialog open on Escape until it is answered", () => {
    const { one } = dialogOver(failure);
    const event = new Event("cancel", { cancelable: true });
    one("dialog").dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  });

  it("asks for a link's address", () => {
    const { oneOf } = dialogOver({ kind: "link", href: "https://a.org/" });
    expect(oneOf(HTMLInputElement, "input").value).toBe("https://a.org/");
  });
});
