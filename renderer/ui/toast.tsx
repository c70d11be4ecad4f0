import { useEffect } from "preact/hooks";
import type { Toast as Content } from "../app/state";

interface ToastProps {
  readonly toast: Content;
  readonly onShow: (target: string) => void;
  readonly onGone: () => void;
}

const shownMs = 8000;

/** Says what was done, offers the next step, and goes by itself. */
export function Toast({ toast, onShow, onGone }: ToastProps) {
  useEffect(() => {
    const timer = setTimeout(onGone, shownMs);
    return () => clearTimeout(timer);
  }, [toast, onGone]);
  const target = toast.export?.target;
  return (
    <div class="toast" role="status">
      <span>{toast.text}</span>
      {target !== undefined && (
        <button type="button" onClick={() => onShow(target)}>
          Show in folder
        </button>
      )}
      <button type="button" aria-label="Dismiss" onClick={onGone}>
        ×
      </button>
    </div>
  );
}
