// The details panel's fields. A value that may not stand in the story (half an address, half a
// language tag) waits in its field, with the reason under it, until it may.

import { useId, useState } from "preact/hooks";
import { metadataFault, type MetadataField } from "../../article/metadata";

interface TextFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly field: MetadataField;
  readonly value: string;
  readonly isLong: boolean;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, hint, field, value, isLong, onChange }: TextFieldProps) {
  const id = useId();
  const [waiting, setWaiting] = useState<string | null>(null);
  const fault = waiting === null ? null : metadataFault(field, waiting);
  const change = (text: string): void => {
    const isFaulty = metadataFault(field, text) !== null;
    setWaiting(isFaulty ? text : null);
    if (!isFaulty) onChange(text);
  };
  const shared = {
    id,
    class: "field",
    value: waiting ?? value,
    placeholder: hint,
    "aria-invalid": fault !== null,
    onInput: (event: { currentTarget: { value: string } }) => change(event.currentTarget.value),
  };
  return (
    <div class="field-row" data-field={field}>
      <label for={id}>{label}</label>
      {isLong ? <textarea rows={4} {...shared} /> : <input type="text" {...shared} />}
      {fault !== null && <p class="field-fault">{sentence(fault)}</p>}
    </div>
  );
}

interface KeywordsFieldProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/**
 * Commas part keywords; what is typed stays as typed while the field has the focus, and longer when it
 * may not stand in the story.
 */
export function KeywordsField({ value, onChange }: KeywordsFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const fault = typed === null ? null : metadataFault("keywords", keywordsIn(typed));
  const change = (text: string): void => {
    const keywords = keywordsIn(text);
    setTyped(text);
    if (metadataFault("keywords", keywords) === null) onChange(keywords);
  };
  return (
    <div class="field-row" data-field="keywords">
      <label for={id}>Keywords</label>
      <input
        id={id}
        class="field"
        type="text"
        placeholder="bridge, traffic, council"
        value={typed ?? value.join(", ")}
        aria-invalid={fault !== null}
        onInput={(event) => change(event.currentTarget.value)}
        onBlur={() => {
          if (fault === null) setTyped(null);
        }}
      />
      {fault !== null && <p class="field-fault">{sentence(fault)}</p>}
    </div>
  );
}

function keywordsIn(text: string): readonly string[] {
  const words = text.split(",").map((word) => word.trim());
  return words.filter((word) => word !== "");
}

const languages: readonly (readonly [tag: string, name: string])[] = [
  ["en", "English"],
  ["en-GB", "English (UK)"],
  ["en-US", "English (US)"],
  ["es", "Español"],
  ["ca", "Català"],
  ["de", "Deutsch"],
  ["fr", "Français"],
  ["it", "Italiano"],
  ["pt", "Português"],
];

interface ChoiceProps<T> {
  readonly value: T;
  readonly onChange: (value: T) => void;
}

export function LanguageField({ value, onChange }: ChoiceProps<string>) {
  const id = useId();
  const isListed = languages.some(([tag]) => tag === value);
  return (
    <div class="field-row" data-field="language">
      <label for={id}>Language</label>
      <select id={id} class="field" value={value} onChange={(e) => onChange(e.currentTarget.value)}>
        {!isListed && <option value={value}>{value}</option>}
        {languages.map(([tag, name]) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** IPTC urgency: 1 is most urgent, 5 normal, 8 least, 9 the user's own; 0 is "not set". */
export function UrgencyField({ value, onChange }: ChoiceProps<number>) {
  const id = useId();
  const names: Readonly<Record<number, string>> = {
    0: "Not set",
    1: "1 Flash",
    5: "5 Normal",
    8: "8 Low",
  };
  return (
    <div class="field-row" data-field="urgency">
      <label for={id}>Urgency</label>
      <select
        id={id}
        class="field"
        value={value}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      >
        {Array.from({ length: 10 }, (_, urgency) => (
          <option key={urgency} value={urgency}>
            {names[urgency] ?? urgency}
          </option>
        ))}
      </select>
    </div>
  );
}

interface DateFieldProps extends ChoiceProps<string> {
  readonly label: string;
  readonly field: MetadataField;
}

/** Shown in the machine's time zone, kept as an ISO instant with that zone's offset. */
export function DateField({ label, field, value, onChange }: DateFieldProps) {
  const id = useId();
  const [waiting, setWaiting] = useState<string | null>(null);
  const fault = waiting === null ? null : metadataFault(field, withOffset(waiting));
  const change = (local: string): void => {
    const time = local === "" ? "" : withOffset(local);
    const isFaulty = metadataFault(field, time) !== null;
    setWaiting(isFaulty ? local : null);
    if (!isFaulty) onChange(time);
  };
  return (
    <div class="field-row" data-field={field}>
      <label for={id}>{label}</label>
      <input
        id={id}
        class="field"
        type="datetime-local"
        value={waiting ?? (value === "" ? "" : localOf(new Date(value)))}
        aria-invalid={fault !== null}
        onInput={(event) => change(event.currentTarget.value)}
      />
      {fault !== null && <p class="field-fault">{sentence(fault)}</p>}
    </div>
  );
}

function withOffset(local: string): string {
  const minutes = -new Date(local).getTimezoneOffset();
  const sign = minutes < 0 ? "-" : "+";
  const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, "0");
  // A pasted time may have seconds.
  const time = /T\d\d:\d\d$/.test(local) ? `${local}:00` : local;
  return `${time}${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
}

function localOf(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function sentence(fault: string): string {
  return `This is ${fault}.`;
}
