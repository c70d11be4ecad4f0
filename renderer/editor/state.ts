import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import { inputRules } from "prosemirror-inputrules";
import type { Node } from "prosemirror-model";
import { EditorState, Plugin } from "prosemirror-state";
import { blocks } from "../blocks";
import { schema } from "../blocks/schema";
import { activeBlock } from "./active-block";
import { blockHandle } from "./block-handle";
import { headerSelection } from "./header-selection";
import { insertMenu } from "./insert-menu";
import { editorKeymap } from "./keymap";
import { pasteLink } from "./links";
import { nearCaret } from "./near-caret";
import { pasteInside } from "./paste-inside";
import { pasteSound } from "./paste-sound";
import { pasteTold } from "./paste-told";
import { pasteWhole } from "./paste-whole";
import { pictureFiles } from "./pictures";
import { searchPlugin } from "./search";
import { storyEdges } from "./story-edges";
import { typeOverAll } from "./type-over";
import { typing } from "./typing";
import { typewriter } from "./typewriter";

/** What the editor asks of the program around it. */
export interface EditorHost {
  /** Runs a command by its menu id. */
  run(id: string): void;
  insertPictures(files: readonly File[]): void;
  /** Says in a sentence what was not done as it was asked. */
  tell(text: string): void;
}

/** A story that is only looked at refuses every change, whoever wants to make it. */
export function createEditorState(doc: Node, host: EditorHost, isViewOnly = false): EditorState {
  const tell = (text: string): void => host.tell(text);
  return EditorState.create({
    doc,
    plugins: [
      ...(isViewOnly ? [viewOnly()] : []),
      headerSelection(),
      typeOverAll(),
      insertMenu((id) => host.run(id)),
      inputRules({ rules: blocks.flatMap((block) => block.inputRules(schema.nodes)) }),
      ...editorKeymap(),
      storyEdges(),
      history(),
      pasteTold(tell),
      pictureFiles((files) => host.insertPictures(files)),
      pasteLink(),
      pasteWhole(),
      pasteSound(tell),
      pasteInside(tell),
      activeBlock(),
      nearCaret(),
      typing(),
      ...blockHandle(),
      dropCursor({ color: "var(--accent)", width: 2 }),
      gapCursor(),
      typewriter(),
      searchPlugin(),
    ],
  });
}

function viewOnly(): Plugin {
  return new Plugin({
    filterTransaction: (tr) => !tr.docChanged,
    props: { editable: () => false },
  });
}
