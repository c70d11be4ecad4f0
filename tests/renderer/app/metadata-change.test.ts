import { redo, undo } from "prosemirror-history";
import type { Command } from "prosemirror-state";
import { describe, expect, it, vi } from "vitest";
import type { MetadataField } from "../../../article/metadata";
import { changeMetadata, stampModified } from "../../../renderer/app/metadata-change";
import { metadataOf } from "../../../renderer/blocks/document";
import { createEditorState } from "../../../renderer/editor/state";
import { doc, p } from "../build";
import { quietHost } from "../keyboard";
import { aState } from "./desk";

/** A writer at a new story: types into its body and into the details, and counts what undo takes back. */
function aWriter(change = changeMetadata) {
  let state = aState(doc(p("<a>"))).editor;
  const run = (command: Command): boolean => command(state, (tr) => (state = state.apply(tr)));
  return {
    run,
    types: (text: string): void => {
      for (const letter of text) state = state.apply(state.tr.insertText(letter));
    },
    fills: (field: MetadataField, value: string): void => {
      for (let end = 1; end <= value.length; end++) run(change(field, value.slice(0, end)));
    },
    /** `slug|section|text` after each undo, until nothing is left to undo. */
    undoes: (): readonly string[] => {
      const seen: string[] = [];
      while (run(undo)) seen.push(shown());
      return seen;
    },
    shown: () => shown(),
  };
  function shown(): string {
    const { slug, section } = metadataOf(state.doc);
    return `${slug}|${section}|${state.doc.textContent}`;
  }
}

describe("changeMetadata", () => {
  it("takes back in one undo what was typed into one field", () => {
    const writer = aWriter();
    writer.fills("slug", "ferry");
    expect(writer.shown()).toBe("ferry||");
    expect(writer.undoes()).toEqual(["||"]);
  });

  it("takes back two fields one after the other", () => {
    const writer = aWriter();
    writer.fills("slug", "ferry");
    writer.fills("section", "Local");
    expect(writer.undoes()).toEqual(["ferry||", "||"]);
  });

  it("parts what was typed into a field before and after the body", () => {
    const writer = aWriter();
    writer.fills("slug", "fer");
    writer.types("fog");
    writer.fills("slug", "ferry");
    writer.types("s");
    expect(writer.undoes()).toEqual(["ferry||fog", "fer||fog", "fer||", "||"]);
  });

  it("never goes together with words typed just before, not even as a window's first change", async () => {
    vi.resetModules();
    const fresh = await import("../../../renderer/app/metadata-change");
    const writer = aWriter(fresh.changeMetadata);
    writer.types("fog");
    writer.fills("slug", "ferry");
    expect(writer.undoes()).toEqual(["||fog", "||"]);
  });

  it("begins anew after an undo, and redo brings everything back", () => {
    const writer = aWriter();
    writer.fills("slug", "ferry");
    writer.run(undo);
    writer.fills("slug", "fog");
    expect(writer.undoes()).toEqual(["||"]);
    expect(writer.run(redo)).toBe(true);
    expect(writer.shown()).toBe("fog||");
  });

  it.each([
    ["licence", "creativecommons.org"],
    ["language", "english language"],
    ["embargo", "tomorrow"],
    ["urgency", 10],
    ["keywords", "ferry"],
  ] as const)("refuses a %s of %j and changes nothing", (field, value) => {
    const { editor } = aState();
    const dispatch = vi.fn();
    expect(changeMetadata(field, value)(editor, dispatch)).toBe(false);
    expect(changeMetadata(field, value)(editor)).toBe(false);
    expect(dispatch).not.toHaveBeenCalled();
  });

  it("only answers when it is asked without dispatch", () => {
    const { editor } = aState();
    expect(changeMetadata("slug", "ferry")(editor)).toBe(true);
    expect(metadataOf(editor.doc).slug).toBe("");
  });
});

describe("stampModified", () => {
  const time = "2026-03-01T08:30:00.000Z";

  it("notes the time without a step in the history", () => {
    let state = createEditorState(doc().doc, quietHost);
    stampModified(time)(state, (tr) => (state = state.apply(tr)));
    expect(metadataOf(state.doc).modified).toBe(time);
    expect(undo(state)).toBe(false);
  });

  it("stays when what was written before it is undone", () => {
    const writer = aWriter();
    writer.types("fog");
    writer.run(stampModified(time));
    expect(writer.undoes()).toEqual(["||"]);
  });

  it("parts what is typed right after a save from what the save has", () => {
    const writer = aWriter();
    writer.types("fog");
    writer.run(stampModified(time));
    writer.types(" lifts");
    expect(writer.undoes()).toEqual(["||fog", "||"]);
    expect(writer.run(redo) && writer.run(redo)).toBe(true);
    expect(writer.shown()).toBe("||fog lifts");
  });
});
