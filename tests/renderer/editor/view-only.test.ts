// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { changeMetadata } from "../../../renderer/app/metadata-change";
import { createEditorState } from "../../../renderer/editor/state";
import { doc, p } from "../build";
import { quietHost } from "../keyboard";

describe("a story that is only looked at", () => {
  it("lets the caret move and refuses every change", () => {
    const story = doc(p("Words"));
    let state = createEditorState(story.doc, quietHost, true);
    state = state.apply(state.tr.insertText("more"));
    changeMetadata("slug", "new")(state, (tr) => (state = state.apply(tr)));
    expect(state.doc.eq(story.doc)).toBe(true);
  });
});
