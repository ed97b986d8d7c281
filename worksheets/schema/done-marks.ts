/** The id of the block that the loader appends to every worksheet for the done marks (document/done.ts). */
export const DONE_BLOCK = "done";

/** The id of the section that holds it; neither id may be used in a YAML file. */
export const PROGRESS_SECTION = "progress";
