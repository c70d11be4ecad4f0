// What the browser would ask a writer for, if a page wanted it: nobody is asked, the answer is no.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { figure } from "../reliability/figures";
import { dispose, launch, type Stet } from "./stet";

let stet: Stet;
beforeAll(async () => {
  stet = await launch();
});
afterAll(() => dispose(stet));

describe("a permission", () => {
  it("S6 is denied when the page looks whether it has it", async () => {
    const states = await stet.page.evaluate(async () => {
      const names = [
        "accelerometer ambient-light-sensor background-fetch background-sync camera",
        "captured-surface-control clipboard-read clipboard-write display-capture fullscreen",
        "geolocation gyroscope idle-detection keyboard-lock local-fonts magnetometer microphone",
        "midi nfc notifications payment-handler periodic-background-sync persistent-storage",
        "pointer-lock push screen-wake-lock speaker-selection storage-access window-management",
      ].join(" ");
      const asked = names.split(" ").map(async (name) => {
        const query = navigator.permissions.query({ name: name as PermissionName });
        return [name, await query.then(({ state }) => state, String)] as const;
      });
      return Object.fromEntries(await Promise.all(asked));
    });

    const known = Object.entries(states).filter(([, state]) => !/Error/.test(state));
    const granted = known.filter(([, state]) => state !== "denied");
    figure("S6", {
      tier: "C",
      cases: known.length,
      lost: granted.length,
      worstMs: null,
      note: "checked",
    });
    expect(granted).toEqual([]);
    expect(known.length).toBeGreaterThan(10);
  });

  it("S6 is denied when the page asks for it", async () => {
    const answers = await stet.page.evaluate(async () => {
      type Ask = () => Promise<unknown>;
      const device = (name: string, method: string, options: unknown): Ask => {
        const found = Reflect.get(navigator, name) as Record<string, unknown> | undefined;
        const ask = found?.[method] as ((options: unknown) => Promise<unknown>) | undefined;
        return () => ask?.call(found, options) ?? Promise.reject(new Error("none"));
      };
      const asks: Readonly<Record<string, Ask>> = {
        place: () =>
          new Promise((resolve, reject) => {
            navigator.geolocation.getCurrentPosition(resolve, reject);
          }),
        notification: async () => {
          const answer = await Notification.requestPermission();
          if (answer !== "granted") throw new Error(answer);
        },
        camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
        microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
        screen: () => navigator.mediaDevices.getDisplayMedia(),
        clipboard: () => navigator.clipboard.readText(),
        items: () => navigator.clipboard.read(),
        midi: () => navigator.requestMIDIAccess({ sysex: true }),
        wakeLock: () => navigator.wakeLock.request("screen"),
        usb: device("usb", "requestDevice", { filters: [] }),
        serial: device("serial", "requestPort", {}),
        hid: device("hid", "requestDevice", { filters: [] }),
        bluetooth: device("bluetooth", "requestDevice", { acceptAllDevices: true }),
        fonts: () => (Reflect.get(window, "queryLocalFonts") as Ask).call(window),
        screens: () => (Reflect.get(window, "getScreenDetails") as Ask).call(window),
        fullscreen: () => document.documentElement.requestFullscreen(),
      };
      const told = Object.entries(asks).map(async ([name, ask]) => {
        const got = (value: unknown): string =>
          Array.isArray(value) && value.length === 0 ? "refused" : "granted";
        const late = new Promise<string>((resolve) => setTimeout(() => resolve("silence"), 3000));
        const answer = Promise.resolve()
          .then(ask)
          .then(got, () => "refused");
        return [name, await Promise.race([answer, late])] as const;
      });
      return Object.fromEntries(await Promise.all(told));
    });

    const granted = Object.entries(answers).filter(([, answer]) => answer === "granted");
    const cases = Object.keys(answers).length;
    figure("S6", { tier: "C", cases, lost: granted.length, worstMs: null, note: "asked for" });
    expect(granted).toEqual([]);
  });
});
