import { useCallback, useLayoutEffect } from "preact/hooks";
import type { EditorView } from "prosemirror-view";
import type { ViewHost } from "../blocks/block";
import type { AppCommand, Desk } from "../app/commands";
import { changeMetadata } from "../app/metadata-change";
import type { State } from "../app/state";
import { metadataOf } from "../blocks/document";
import { setLink } from "../editor/links";
import { DetailsPanel } from "./details-panel";
import { Dialogs } from "./dialogs";
import { EditorPane } from "./editor-pane";
import { StatusBar } from "./status-bar";
import { Toast } from "./toast";
import { Toolbar } from "./toolbar";

interface AppProps {
  readonly state: State;
  readonly desk: Desk;
  readonly host: ViewHost;
  readonly commands: ReadonlyMap<string, AppCommand>;
}

export function App({ state, desk, host, commands }: AppProps) {
  const { store, effects } = desk;
  const answered = useCallback(() => store.dispatch({ kind: "answered" }), [desk]);
  const isAsking = state.dialog !== null;
  // Only once the dialog is gone: nothing behind an open one can take the focus.
  useLayoutEffect(() => {
    if (!isAsking) desk.view?.focus();
  }, [desk, isAsking]);
  const link = (address: string): void => {
    answered();
    const { view } = desk;
    if (view) setLink(address)(view.state, view.dispatch, view);
  };
  const mounted = (view: EditorView): void => {
    desk.view = view;
  };
  return (
    <div class="window" data-details={state.settings.detailsOpen}>
      <header>
        <Toolbar state={state} commands={commands} />
      </header>
      <EditorPane
        editor={state.editor}
        view={desk.view}
        host={host}
        onMount={mounted}
        onEdited={(editor) => store.dispatch({ kind: "edited", editor })}
        onRun={(id) => commands.get(id)?.run()}
      />
      {state.settings.detailsOpen && (
        <DetailsPanel
          metadata={metadataOf(state.editor.doc)}
          onChange={(field, value) => {
            const { view } = desk;
            if (view) changeMetadata(field, value)(view.state, view.dispatch);
          }}
          onClose={() => commands.get("view.details")?.run()}
        />
      )}
      <StatusBar state={state} />
      {state.dialog && (
        <Dialogs
          key={state.dialog.kind}
          state={state}
          dialog={state.dialog}
          effects={effects}
          onAnswered={answered}
          onLink={link}
        />
      )}
      {state.toast && (
        <Toast
          toast={state.toast}
          onShow={(target) => void effects.showExport(target)}
          onGone={() => store.dispatch({ kind: "toasted", toast: null })}
        />
      )}
    </div>
  );
}
