import { defineHeaderField } from "../header-field";

/** The sentence or two under the headline that say why to read on. */
export const standfirst = defineHeaderField({
  name: "standfirst",
  tag: "p",
  placeholder: "Standfirst: the story in one breath",
  marks: "strong em link",
});
