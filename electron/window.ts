import { BrowserWindow, nativeTheme, screen, type Rectangle, type WebPreferences } from "electron";
import type { Library } from "./storage/library";

/** The same for every window, and never loosened. */
function webPreferences(preload: string): Readonly<WebPreferences> {
  return Object.freeze({
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    // A recovery copy is due in half a second, also while another window is in front.
    backgroundThrottling: false,
  });
}

const smallest = { minWidth: 420, minHeight: 420 };
const usual = { width: 1180, height: 860 };
const cascadePx = 24;

/**
 * A window in the desk's colour from its first frame, shown once its page is painted. With `beside`
 * it stands a little off `bounds`, which are another window's.
 */
export function createWindow(
  preload: string,
  bounds: (Rectangle & { readonly maximized?: boolean }) | null,
  beside: boolean,
): BrowserWindow {
  const window = new BrowserWindow({
    ...usual,
    ...placed(bounds, beside ? cascadePx : 0),
    ...smallest,
    show: false,
    title: "Stet",
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#161513" : "#efece6",
    webPreferences: webPreferences(preload),
  });
  if (bounds?.maximized === true && !beside) window.maximize();
  window.once("ready-to-show", () => window.show());
  // The page's own <title> says less than the story's.
  window.on("page-title-updated", (event) => event.preventDefault());
  return window;
}

/** The place of a window is remembered when it comes to rest, for the next one. */
export function rememberBounds(window: BrowserWindow, library: Library): void {
  const remember = (): void => {
    void library.setBounds({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  };
  window.on("resized", remember);
  window.on("moved", remember);
  window.on("close", remember);
}

/** Null where no display shows that place any more: a screen may have been unplugged. */
function placed(bounds: Rectangle | null, offsetPx: number): Rectangle | null {
  if (!bounds) return null;
  const { width, height } = bounds;
  const place = { x: bounds.x + offsetPx, y: bounds.y + offsetPx, width, height };
  const { workArea } = screen.getDisplayMatching(place);
  const isSeen =
    place.x < workArea.x + workArea.width - 100 &&
    place.x + width > workArea.x + 100 &&
    place.y >= workArea.y - 50 &&
    place.y < workArea.y + workArea.height - 50;
  return isSeen ? place : null;
}
