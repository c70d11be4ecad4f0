import { useEffect } from "preact/hooks";
import { waits, type Offer, type Toast as Content } from "../app/state";

interface ToastProps {
  readonly toast: Content;
  readonly onTake: (offer: Offer) => void;
  readonly onGone: () => void;
}

const shownMs = 8000;

const labels: Readonly<Record<Offer["kind"], string>> = {
  showExport: "Show in folder",
  loadTheirs: "Load it",
  decide: "Decide…",
};

/** Says what happened and offers the next step. */
export function Toast({ toast, onTake, onGone }: ToastProps) {
  const { text, offer } = toast;
  useEffect(() => {
    if (waits(toast)) return;
    const timer = setTimeout(onGone, shownMs);
    return () => clearTimeout(timer);
  }, [toast, onGone]);
  return (
    <div class="toast" role="status">
      <span>{text}</span>
      {offer && (
        <button type="button" onClick={() => onTake(offer)}>
          {labels[offer.kind]}
        </button>
      )}
      <button type="button" aria-label="Dismiss" onClick={onGone}>
        ×
      </button>
    </div>
  );
}
