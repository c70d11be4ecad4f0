import { defineBlock } from "../block";
import { figureKeys, insertFigures } from "./commands";
import { html } from "./html";
import { nodes } from "./spec";
import { FigureView } from "./view";

export const figure = defineBlock({
  nodes,
  html,
  views: {
    figure: (host) => (node, view, getPos) => new FigureView(node, view, getPos, host),
  },
  menu: (types) => [
    {
      id: "insert.figure",
      label: "Picture",
      hint: "With caption and credit",
      icon: "image",
      key: "Mod-Shift-7",
      act: { kind: "pictures", run: insertFigures(types.figure) },
    },
  ],
  keys: figureKeys,
});
