import { useState } from "preact/hooks";
import { linkHref } from "../blocks/marks";
import { useModal } from "./dialog";

interface LinkDialogProps {
  readonly href: string;
  readonly onCancel: () => void;
  readonly onLink: (address: string) => void;
}

export function LinkDialog({ href, onCancel, onLink }: LinkDialogProps) {
  const dialog = useModal(onCancel);
  const [address, setAddress] = useState(href);
  const complete = completed(address);
  const isBad = address.trim() !== "" && linkHref(complete) === null;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!isBad && address.trim() !== "") onLink(complete);
  };
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby="link-title">
      <form onSubmit={submit}>
        <h2 id="link-title">Link to</h2>
        <input
          class="field"
          type="text"
          autofocus
          value={address}
          placeholder="https://"
          aria-label="Address"
          aria-invalid={isBad}
          aria-describedby="link-fault"
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <p id="link-fault" class="field-fault">
          {isBad
            ? "Only web addresses (https://…) and mail addresses (mailto:…) can be linked."
            : ""}
        </p>
        <div class="dialog-answers">
          <button
            type="submit"
            class="button button-first"
            disabled={isBad || address.trim() === ""}
          >
            Link
          </button>
          {href !== "" && (
            <button type="button" class="button" onClick={() => onLink("")}>
              Remove link
            </button>
          )}
          <button type="button" class="button" onClick={onCancel}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** `example.org/a` means https, `jo@example.org` means mail: what writers type when they mean a link. */
function completed(address: string): string {
  const text = address.trim();
  if (text === "" || /^[a-z][a-z\d+.-]*:/i.test(text)) return text;
  return /^[^\s/@]+@[^\s/@]+$/.test(text) ? `mailto:${text}` : `https://${text}`;
}
