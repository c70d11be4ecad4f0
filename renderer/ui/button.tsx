import type { ComponentChildren } from "preact";
import type { AppCommand } from "../app/commands";
import type { State } from "../app/state";
import { Icon } from "./icon";
import { shownKey } from "./shown-key";

interface CommandButtonProps {
  readonly command: AppCommand | undefined;
  readonly state: State;
  readonly icon: string;
  readonly children?: ComponentChildren;
}

/** A toolbar button of a command. Pressing it leaves the caret where it is. */
export function CommandButton({ command, state, icon, children }: CommandButtonProps) {
  if (!command) return null;
  const title = command.key
    ? `${command.label.replace("…", "")} (${shownKey(command.key)})`
    : command.label;
  return (
    <button
      type="button"
      class="tool"
      data-command={command.id}
      title={title}
      aria-label={command.label}
      aria-pressed={command.isOn?.(state)}
      disabled={!command.isEnabled(state)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => command.run()}
    >
      <Icon name={icon} />
      {children}
    </button>
  );
}
