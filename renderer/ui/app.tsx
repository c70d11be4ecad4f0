import { useCallback, useLayoutEffect } from "preact/hooks";
import { NodeSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { ViewHost } from "../blocks/block";
import type { AppCommand, Desk } from "../app/commands";
import type { FactMatch } from "../app/facts";
import { changeMetadata } from "../app/metadata-change";
import type { Comparing, State } from "../app/state";
import { correctSince, restoreVersion } from "../app/versions";
import { metadataOf } from "../blocks/document";
import { jumpTo } from "../editor/outline";
import { showSelection } from "../editor/search";
import { toggleTypewriter } from "../editor/typewriter";
import { setLink } from "../editor/links";
import { CompareView } from "./compare-view";
import { DetailsPanel } from "./details-panel";
import { Dialogs } from "./dialogs";
import { EditorPane } from "./editor-pane";
import { FindBar } from "./find-bar";
import { HistoryPanel } from "./history-panel";
import { Outline } from "./outline";
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
  const stopComparing = useCallback(
    () => store.dispatch({ kind: "comparing", comparing: null }),
    [desk],
  );
  const isAway = state.dialog !== null || state.comparing !== null;
  // Only once the dialog is gone: nothing behind an open one can take the focus.
  useLayoutEffect(() => {
    if (!isAway) desk.view?.focus();
  }, [desk, isAway]);
  const correct = (comparing: Comparing | null): void => {
    const { view } = desk;
    if (!view || !comparing) return;
    const today = new Date().toISOString().slice(0, 10);
    correctSince(comparing.doc, today)(view.state, view.dispatch);
    stopComparing();
  };
  const restore = (comparing: Comparing | null): void => {
    const { view } = desk;
    if (!view || !comparing) return;
    restoreVersion(comparing.doc)(view.state, view.dispatch);
    stopComparing();
    store.dispatch({
      kind: "toasted",
      toast: { text: "Restored. Undo brings back what stood here.", offer: null },
    });
  };
  const link = (address: string): void => {
    answered();
    const { view } = desk;
    if (view) setLink(address)(view.state, view.dispatch, view);
  };
  const mounted = (view: EditorView): void => {
    desk.view = view;
    if (store.state().settings.typewriter) toggleTypewriter(view.state, view.dispatch);
  };
  return (
    <div class="window" data-panel={state.settings.panel} data-comparing={state.comparing !== null}>
      <header>
        <Toolbar state={state} commands={commands} />
      </header>
      {state.settings.outline && (
        <Outline editor={state.editor} onJump={(pos) => desk.view && jump(desk.view, pos)} />
      )}
      <EditorPane
        editor={state.editor}
        view={desk.view}
        host={host}
        onMount={mounted}
        onEdited={(editor) => store.dispatch({ kind: "edited", editor })}
        onRun={(id) => commands.get(id)?.run()}
      />
      {state.find.isOpen && state.comparing === null && (
        <FindBar state={state} desk={desk} onShow={(place) => showFact(desk, place)} />
      )}
      {state.settings.panel === "details" && (
        <DetailsPanel
          isOff={state.viewOnly !== null}
          metadata={metadataOf(state.editor.doc)}
          onChange={(field, value) => {
            const { view } = desk;
            if (view) changeMetadata(field, value)(view.state, view.dispatch);
          }}
          onClose={() => commands.get("view.details")?.run()}
        />
      )}
      {state.settings.panel === "history" && (
        <HistoryPanel
          effects={effects}
          turn={state.historyTurn}
          chosen={state.comparing?.version.id ?? null}
          onClose={() => commands.get("view.history")?.run()}
        />
      )}
      {state.comparing && (
        <CompareView
          comparing={state.comparing}
          now={state.editor.doc}
          host={host}
          onRestore={() => restore(state.comparing)}
          onCorrect={() => correct(state.comparing)}
          onOpen={() => state.comparing && void effects.openVersion(state.comparing.version)}
          onName={(name) =>
            state.comparing && void effects.nameVersion(state.comparing.version, name)
          }
          onClose={stopComparing}
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
          onTake={(offer) => effects.take(offer)}
          onGone={() => store.dispatch({ kind: "toasted", toast: null })}
        />
      )}
    </div>
  );
}

function jump(view: EditorView, pos: number): void {
  jumpTo(pos)(view.state, view.dispatch, view);
  view.focus();
  showSelection(view);
}

/** A place that find has found beside the text. */
function showFact({ store, view, effects }: Desk, place: FactMatch["place"]): void {
  if (place.kind === "alt") {
    if (!view) return;
    const { doc, tr } = view.state;
    view.dispatch(tr.setSelection(NodeSelection.create(doc, place.pos)));
    showSelection(view);
    view.focus();
    return;
  }
  effects.setSettings({ ...store.state().settings, panel: "details" });
  requestAnimationFrame(() => {
    const row = document.querySelector(`[data-field="${place.field}"]`);
    row?.querySelector<HTMLElement>(".field")?.focus();
  });
}
