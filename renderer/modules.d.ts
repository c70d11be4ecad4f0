// What the bundler adds to the language.

declare module "*.css?raw" {
  const text: string;
  export default text;
}

declare module "*.css";

/** A Lucide icon as its shapes; scripts/icons.ts makes these modules. */
declare module "icon:*" {
  const shapes: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
  export default shapes;
}
