import type { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ViewHost } from "../blocks/block";
import { applyTo } from "../editor/draw";
import { insertMenuKey, takeInsertItem } from "../editor/insert-menu";
import { mountEditor } from "../editor/mount";
import { InsertMenu } from "./insert-menu";

interface EditorPaneProps {
  readonly editor: EditorState;
  readonly view: EditorView | null;
  readonly host: ViewHost;
  readonly onMount: (view: EditorView) => void;
  readonly onEdited: (editor: EditorState) => void;
  readonly onRun: (id: string) => void;
}

/** The only component that touches the EditorView: Preact draws around it, never inside. */
export function EditorPane({ editor, view, host, onMount, onEdited, onRun }: EditorPaneProps) {
  const sheet = useRef<HTMLDivElement>(null);
  // With the window's first drawing: the first frame shows the story.
  useLayoutEffect(() => {
    if (!sheet.current) return;
    const mounted = mountEditor(sheet.current, editor, host, (target, tr) => {
      applyTo(target, tr);
      onEdited(target.state);
    });
    onMount(mounted);
    mounted.focus();
    return () => mounted.destroy();
    // The editor is mounted once; from then on its own transactions drive it.
  }, []);
  const menu = insertMenuKey.getState(editor);
  return (
    <main class="desk">
      <div class="paper" ref={sheet} />
      {menu && view && (
        <InsertMenu
          menu={menu}
          place={view.coordsAtPos(menu.from)}
          onChoose={(item) => takeInsertItem(view, item, onRun)}
        />
      )}
    </main>
  );
}
