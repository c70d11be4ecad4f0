// Relays the contract and nothing else. This file is one CommonJS bundle: a sandboxed page's preload
// cannot load a second one.

import { contextBridge, ipcRenderer, type IpcRendererEvent } from "electron";
import { noticeNames, requestNames, type Api } from "./contract";

const requests = Object.fromEntries(
  requestNames.map((name) => [name, (...args: unknown[]) => ipcRenderer.invoke(name, ...args)]),
);

function on(notice: string, listener: (payload: unknown) => void): () => void {
  if (!(noticeNames as readonly string[]).includes(notice)) throw new Error(`no notice ${notice}`);
  const relay = (_: IpcRendererEvent, payload: unknown): void => listener(payload);
  ipcRenderer.on(notice, relay);
  return () => void ipcRenderer.off(notice, relay);
}

// The one cast on this side of the bridge: the names come from the contract.
const api = { ...requests, on } as unknown as Api;

contextBridge.exposeInMainWorld("stet", api);
