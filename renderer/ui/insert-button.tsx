import { useRef } from "preact/hooks";
import type { AppCommand } from "../app/commands";
import type { State } from "../app/state";
import { blockCommands } from "../editor/insert-menu";
import { Icon } from "./icon";
import { InsertLine } from "./insert-menu";

interface InsertButtonProps {
  readonly state: State;
  readonly commands: ReadonlyMap<string, AppCommand>;
}

/** The insert menu for the mouse: the same lines as behind `/`. */
export function InsertButton({ state, commands }: InsertButtonProps) {
  const popover = useRef<HTMLDivElement>(null);
  const choose = (id: string): void => {
    popover.current?.hidePopover();
    commands.get(id)?.run();
  };
  return (
    <>
      <button
        type="button"
        class="tool tool-insert"
        popovertarget="insert-list"
        aria-haspopup="menu"
        onMouseDown={(event) => event.preventDefault()}
      >
        <Icon name="plus" />
        <span>Insert</span>
        <Icon name="chevron-down" />
      </button>
      <div id="insert-list" class="menu menu-dropdown" popover="auto" role="menu" ref={popover}>
        {blockCommands.map((item) => (
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
