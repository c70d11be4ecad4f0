import type { BlockCommand } from "../blocks/block";
import type { InsertMenu as Menu } from "../editor/insert-menu";
import { Icon } from "./icon";
import { shownKey } from "./shown-key";

interface InsertLineProps {
  readonly item: BlockCommand;
  readonly role: "option" | "menuitem";
  readonly isChosen: boolean;
  readonly isEnabled: boolean;
  readonly onChoose: () => void;
}

/** One line: what it is, what it is for, its key. */
export function InsertLine({ item, role, isChosen, isEnabled, onChoose }: InsertLineProps) {
  return (
    <button
      type="button"
      class="menu-line"
      role={role}
      tabIndex={-1}
      aria-selected={role === "option" ? isChosen : undefined}
      disabled={!isEnabled}
      // The caret stays in the story: the command acts where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon name={item.icon} />
      <span class="menu-label">{item.label}</span>
      <span class="menu-hint">{item.hint}</span>
      {item.key && <kbd>{shownKey(item.key)}</kbd>}
    </button>
  );
}

interface InsertMenuProps {
  readonly menu: Menu;
  /** Where the slash stands, in CSS pixels of the window. */
  readonly place: { readonly left: number; readonly top: number; readonly bottom: number };
  readonly onChoose: (item: BlockCommand) => void;
}

const lineHeightPx = 36;

/** The menu behind `/`, under its line or above it where the window ends. */
export function InsertMenu({ menu, place, onChoose }: InsertMenuProps) {
  const heightPx = menu.items.length * lineHeightPx + 12;
  const isBelow = place.bottom + heightPx + 8 < window.innerHeight;
  const top = isBelow ? place.bottom + 6 : Math.max(8, place.top - heightPx - 6);
  return (
    <div
      class="menu menu-slash"
      role="listbox"
      aria-label="Insert"
      style={{ left: `${place.left}px`, top: `${top}px` }}
    >
      {menu.items.map((item, index) => (
        <InsertLine
          key={item.id}
          item={item}
          role="option"
          isChosen={index === menu.chosen}
          isEnabled
          onChoose={() => onChoose(item)}
        />
      ))}
    </div>
  );
}
