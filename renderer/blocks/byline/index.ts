import { defineHeaderField } from "../header-field";

export const byline = defineHeaderField({
  name: "byline",
  tag: "p",
  placeholder: "By name, agency",
  marks: "strong em link",
});
