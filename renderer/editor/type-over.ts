import { AllSelection, Plugin } from "prosemirror-state";

/**
 * Typing over the whole story begins it anew. ProseMirror would put the first letter into the first
 * field and the caret at the end of the story.
 */
export function typeOverAll(): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, _from, _to, text) {
        if (!(view.state.selection instanceof AllSelection)) return false;
        view.dispatch(view.state.tr.deleteSelection().insertText(text).scrollIntoView());
        return true;
      },
    },
  });
}
