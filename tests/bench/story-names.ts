import type { StoryFiles } from "./story-files";

/** The stories of the benches as the table calls them. */
export const storyNames: readonly (readonly [key: keyof StoryFiles, name: string])[] = [
  ["short", "1,000 words"],
  ["long", "50,000 words"],
  ["pictures", "20 pictures of 2 MB"],
];
