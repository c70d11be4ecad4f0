import { defineHeaderField } from "../header-field";

export const headline = defineHeaderField({
  name: "headline",
  tag: "h1",
  placeholder: "Headline",
  marks: "em",
  // A pasted web page has one h1, and it is the headline.
  parse: [{ tag: "h1" }],
});
