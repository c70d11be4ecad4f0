import { defineConfig } from "vitest/config";
import { icons } from "./scripts/icons.ts";

export default defineConfig({
  plugins: [icons()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    // Exports carry their style sheets, so tests must see them too.
    css: true,
    projects: [
      {
        extends: true,
        // The time is only there to end a test that hangs; a loaded machine is no failure.
        test: {
          testTimeout: 60_000,
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/app/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "app",
          include: ["tests/app/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Each file drives a whole Electron of its own; two at once is what two cores carry.
          maxWorkers: 2,
        },
      },
    ],
  },
});
