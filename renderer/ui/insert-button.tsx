import { useRef, useState } from "preact/hooks";
import type { AppCommand } from "../app/commands";
import type { State } from "../app/state";
import { blockCommands } from "../editor/insert-menu";
import { Icon } from "./icon";
import { InsertLine } from "./insert-menu";
import { lineToGoTo } from "./menu-keys";

interface InsertButtonProps {
  readonly state: State;
  readonly commands: ReadonlyMap<string, AppCommand>;
}

/**
 * The insert menu for the mouse: the same lines as behind `/`. It has the focus while it is open, and
 * gives it back to where it was: to the story, unless the button was reached by keyboard.
 */
export function InsertButton({ state, commands }: InsertButtonProps) {
  const popover = useRef<HTMLDivElement>(null);
  // The lines are there before the menu shows and until it is gone; asking every command whether it
  // would do something is too much for each key that is typed into the story.
  const [hasLines, setLines] = useState(false);
  const lines = (): readonly HTMLElement[] => [
    ...(popover.current?.querySelectorAll<HTMLElement>(".menu-line:enabled") ?? []),
  ];
  const choose = (id: string): void => {
    popover.current?.hidePopover();
    commands.get(id)?.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const line = lineToGoTo(lines(), document.activeElement, event);
    if (line === null) return;
    event.preventDefault();
    line.focus();
  };
  return (
    <>
      <button
        type="button"
        class="tool tool-insert"
        popovertarget="insert-list"
        aria-haspopup="menu"
        disabled={state.viewOnly !== null}
        onMouseDown={(event) => event.preventDefault()}
      >
        <Icon name="plus" />
        <span>Insert</span>
        <Icon name="chevron-down" />
      </button>
      <div
        id="insert-list"
        class="menu menu-dropdown"
        popover="auto"
        role="menu"
        aria-label="Insert"
        ref={popover}
        onBeforeToggle={(event) => {
          if (event.newState === "open") setLines(true);
        }}
        onToggle={(event) => {
          if (event.newState === "open") lines()[0]?.focus();
          else setLines(false);
        }}
        onFocusOut={({ relatedTarget, currentTarget }) => {
          if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
            currentTarget.hidePopover();
        }}
        onKeyDown={onKeyDown}
      >
        {hasLines &&
          blockCommands.map((item) => (
            <InsertLine
              key={item.id}
              item={item}
              role="menuitem"
              isChosen={false}
              isEnabled={commands.get(item.id)?.isEnabled(state) ?? false}
              onChoose={() => choose(item.id)}
            />
          ))}
      </div>
    </>
  );
}
