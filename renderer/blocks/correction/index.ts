import type { NodeType } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import { defineBlock } from "../block";
import { atStart, becomeParagraph, insertBlocks, leaveBlock, whenEmpty, within } from "../commands";
import { html } from "./html";
import { nodes } from "./spec";
import { CorrectionView } from "./view";

/** Dated with the day on which it is put in. */
function insertCorrection(correction: NodeType): Command {
  return (state, dispatch, view) => {
    const date = new Date().toISOString().slice(0, 10);
    return insertBlocks([correction.create({ date })])(state, dispatch, view);
  };
}

export const correction = defineBlock({
  nodes,
  html,
  views: {
    correction: () => (node, view, getPos) => new CorrectionView(node, view, getPos),
  },
  menu: (types) => [
    {
      id: "insert.correction",
      label: "Correction",
      hint: "What was wrong, and what is right",
      icon: "pencil-line",
      key: null,
      act: { kind: "command", run: insertCorrection(types.correction) },
    },
  ],
  keys: (types) => ({
    Enter: within(types.correction, whenEmpty(becomeParagraph)),
    Backspace: within(types.correction, atStart(becomeParagraph)),
    "Mod-Enter": leaveBlock(types.correction),
  }),
});
