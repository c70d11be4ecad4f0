import { defineHeaderField } from "../header-field";

/** The line above the headline that names the theme or place. */
export const kicker = defineHeaderField({
  name: "kicker",
  tag: "p",
  placeholder: "Kicker",
  marks: "",
});
