import { useState } from "preact/hooks";
import { linkHref } from "../blocks/marks";
import { useModal } from "./dialog";

interface LinkDialogProps {
  readonly href: string;
  readonly onCancel: () => void;
  readonly onLink: (address: string) => void;
  readonly onOpen: (address: string) => void;
}

export function LinkDialog({ href, onCancel, onLink, onOpen }: LinkDialogProps) {
  const dialog = useModal(onCancel);
  const [address, setAddress] = useState(href);
  const complete = completed(address);
  const opened = linkHref(complete);
  const isBad = address.trim() !== "" && opened === null;
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
          {opened !== null && (
            <button type="button" class="button" onClick={() => onOpen(opened)}>
              Open link
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

/**
 * What writers type when they mean a link: `example.org/a` is https, `jo@example.org` is mail. A host
 * with a port looks like a scheme; only a name with a dot in it and localhost are taken for one.
 */
function completed(address: string): string {
  // Browsers overlook these in an address, so they must not hide a scheme.
  const text = address.trim().replace(/[\t\n\r]/g, "");
  const hasPort = /^(?:localhost|[a-z\d-]+(?:\.[a-z\d-]+)+):\d{1,5}(?:[/?#]|$)/i.test(text);
  if (text === "" || (!hasPort && /^[a-z][a-z\d+.-]*:/i.test(text))) return text;
  return /^[^\s/@]+@[^\s/@]+$/.test(text) ? `mailto:${text}` : `https://${text}`;
}
