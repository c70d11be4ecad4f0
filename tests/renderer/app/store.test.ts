import { describe, expect, it } from "vitest";
import { createStore } from "../../../renderer/app/store";
import { aState } from "./desk";

describe("createStore", () => {
  it("tells its listeners after every change, and none that has left", () => {
    const store = createStore(aState());
    const heard: string[] = [];
    const leave = store.subscribe(() => heard.push(`first: ${store.state().save.kind}`));
    store.subscribe(() => heard.push("second"));
    store.dispatch({ kind: "saving" });
    leave();
    store.dispatch({ kind: "saveCancelled" });
    expect(heard).toEqual(["first: saving", "second", "second"]);
  });
});
