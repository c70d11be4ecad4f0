/** What a reader says before it touches the file; all else that it says is its Result. */
export const begun = "begun";
