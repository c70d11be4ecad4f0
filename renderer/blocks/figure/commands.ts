import { chainCommands } from "prosemirror-commands";
import type { NodeType } from "prosemirror-model";
import { NodeSelection, Selection, type Command } from "prosemirror-state";
import type { Picture } from "../../../article/media";
import type { Types } from "../block";
import {
  atStart,
  depthOf,
  insertBlocks,
  leaveBlock,
  toNextTextblock,
  toPreviousTextblock,
  whenEmpty,
  within,
} from "../commands";
import { pictureAttrs } from "./spec";
import { focusAlt } from "./view";

type FigureTypes = Types<"figure" | "caption" | "credit">;

/** Inserts a figure for each picture; the caret goes to the first caption. */
export function insertFigures(figure: NodeType): (pictures: readonly Picture[]) => Command {
  return (pictures) => (state, dispatch, view) => {
    const figures = pictures.map((picture) => figure.createAndFill(pictureAttrs(picture)));
    return insertBlocks(figures.filter((node) => node !== null))(state, dispatch, view);
  };
}

export function figureKeys(types: FigureTypes): Record<string, Command> {
  const { figure, caption, credit } = types;
  const leave = leaveBlock(figure);
  return {
    Enter: chainCommands(
      enterCaption(figure),
      within(caption, chainCommands(whenEmpty(leave), toNextTextblock)),
      within(credit, leave),
    ),
    "Mod-Enter": leave,
    Tab: within(caption, toNextTextblock),
    "Shift-Tab": chainCommands(
      within(credit, toPreviousTextblock),
      within(caption, editAlt(figure)),
    ),
    Backspace: atStart(
      chainCommands(within(credit, toPreviousTextblock), within(caption, selectFigure(figure))),
    ),
  };
}

/** One line up from the caption is the alternative text, which readers hear instead of the picture. */
function editAlt(figure: NodeType): Command {
  return ({ selection: { $from } }, dispatch, view) => {
    const depth = depthOf($from, figure);
    if (depth === null || !view) return false;
    if (dispatch) focusAlt(view, $from.before(depth));
    return true;
  };
}

/** From the caption back to the picture: a second Backspace then removes it. */
function selectFigure(figure: NodeType): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const depth = depthOf($from, figure);
    if (depth === null) return false;
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, $from.before(depth))));
    return true;
  };
}

function enterCaption(figure: NodeType): Command {
  return (state, dispatch) => {
    const { selection } = state;
    if (!(selection instanceof NodeSelection) || selection.node.type !== figure) return false;
    const start = Selection.near(state.doc.resolve(selection.from + 1));
    dispatch?.(state.tr.setSelection(start).scrollIntoView());
    return true;
  };
}
