// What no page of ours may ever do, decided in one place. Section 4 of the faults table says why.

import { app, protocol, type Session, type WebContents } from "electron";
import { mediaScheme } from "../article/media";
import { appScheme } from "./contract";

/** Every attribute of the page's own responses; nothing it loads may come from anywhere else. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  `img-src 'self' blob: ${mediaScheme}:`,
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types ProseMirrorClipboard",
].join("; ");

/** Before `ready`: sandbox, no name ever looked up, our own schemes. */
export function lockDown(): void {
  // Root on Linux has to start with --no-sandbox, and Chromium dies if it is then asked for one.
  if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("disable-background-networking");
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, codeCache: true } },
    { scheme: mediaScheme, privileges: { standard: true, secure: true } },
  ]);
  app.on("web-contents-created", (_, contents) => confine(contents));
  app.on("session-created", harden);
}

/** Of every session, not only the one that our windows have: another would look for dictionaries at once. */
function harden(session: Session): void {
  session.setSpellCheckerLanguages([]);
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on("will-download", (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOurs(details.url) }));
}

function isOurs(url: string): boolean {
  const { protocol: scheme } = new URL(url);
  const isDevTools = scheme === "devtools:" && !app.isPackaged;
  return (
    isDevTools || scheme === `${appScheme}:` || scheme === `${mediaScheme}:` || scheme === "blob:"
  );
}

function confine(contents: WebContents): void {
  const prevent = (event: { preventDefault(): void }): void => event.preventDefault();
  contents.on("will-navigate", prevent);
  contents.on("will-frame-navigate", prevent);
  contents.on("will-redirect", prevent);
  contents.on("will-attach-webview", prevent);
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
}
