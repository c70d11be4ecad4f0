import { useLayoutEffect, useRef } from "preact/hooks";
import type { Desk } from "../app/commands";
import { factMatches, searchFault, type FactMatch } from "../app/facts";
import { changeFind, closeFind, findAgain, replaceEvery, replaceOne, typeFind } from "../app/find";
import type { State } from "../app/state";
import { matchesIn } from "../editor/search";
import { Icon, type IconName } from "./icon";

interface FindBarProps {
  readonly state: State;
  readonly desk: Desk;
  /** Brings a place beside the text before the writer. */
  readonly onShow: (place: FactMatch["place"]) => void;
}

/** Find and replace, over the page's upper right corner. */
export function FindBar({ state, desk, onShow }: FindBarProps) {
  const { find, editor, viewOnly } = state;
  const field = useRef<HTMLInputElement>(null);
  const fault = searchFault(find);
  const facts = fault === null ? factMatches(editor.doc, find) : [];
  const { count, current } = matchesIn(editor);
  const hasReplace = find.isReplacing && viewOnly === null;
  // Before the next key, which is meant for the field.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [find.asked]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") closeFind(desk);
    else if (event.key === "Enter" && event.target === field.current)
      findAgain(desk, event.shiftKey ? -1 : 1);
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement) replaceOne(desk);
    else return;
    event.preventDefault();
  };
  const flag = (name: "caseSensitive" | "wholeWord" | "regexp", label: string, icon: IconName) => (
    <Flag
      label={label}
      icon={icon}
      isOn={find[name]}
      onPress={() => changeFind(desk, { [name]: !find[name] })}
    />
  );
  return (
    <search class="find" aria-label="Find and replace" onKeyDown={onKeyDown}>
      <div class="find-row">
        <input
          ref={field}
          class="field"
          type="text"
          placeholder="Find"
          aria-label="Find"
          aria-invalid={fault !== null}
          aria-describedby="find-told"
          value={find.search}
          onInput={(event) => typeFind(desk, event.currentTarget.value)}
        />
        {flag("caseSensitive", "Match case", "case-sensitive")}
        {flag("wholeWord", "Whole words", "whole-word")}
        {flag("regexp", "Regular expression", "regex")}
        <span class="find-steps">
          <Press label="Previous" icon="arrow-up" onPress={() => findAgain(desk, -1)} />
          <Press label="Next" icon="arrow-down" onPress={() => findAgain(desk, 1)} />
        </span>
        <Press label="Close" icon="x" onPress={() => closeFind(desk)} />
      </div>
      {hasReplace && (
        <div class="find-row">
          <input
            class="field"
            type="text"
            placeholder="Replace with"
            aria-label="Replace with"
            value={find.replace}
            onInput={(event) => changeFind(desk, { replace: event.currentTarget.value })}
          />
          <button type="button" class="button" onClick={() => replaceOne(desk)}>
            Replace
          </button>
          <button type="button" class="button" onClick={() => replaceEvery(desk)}>
            All
          </button>
        </div>
      )}
      <p
        id="find-told"
        class={fault === null ? "find-told" : "find-told field-fault"}
        role="status"
      >
        {fault ?? (find.search !== "" && told(count, current))}
        {facts.map((match) => (
          <button type="button" class="find-fact" onClick={() => onShow(match.place)}>
            {factLabel(match)}
          </button>
        ))}
      </p>
    </search>
  );
}

interface PressProps {
  readonly label: string;
  readonly icon: IconName;
  readonly onPress: () => void;
}

function Press({ label, icon, onPress }: PressProps) {
  return (
    <button type="button" class="tool" title={label} aria-label={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}

function Flag({ label, icon, isOn, onPress }: PressProps & { readonly isOn: boolean }) {
  return (
    <button
      type="button"
      class="tool"
      title={label}
      aria-label={label}
      aria-pressed={isOn}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

function told(count: number, current: number): string {
  if (count === 0) return "Not in the text";
  const shown = count.toLocaleString("en");
  return current === 0 ? `${shown} in the text` : `${current.toLocaleString("en")} of ${shown}`;
}

const fieldNames: Readonly<Record<string, string>> = {
  usageTerms: "usage terms",
  editorsNote: "editor’s note",
};

function factLabel({ place, count }: FactMatch): string {
  const name = place.kind === "alt" ? "alt text" : (fieldNames[place.field] ?? place.field);
  return `${count} in ${name}`;
}
