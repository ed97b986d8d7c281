import type { messages } from "./de/index.ts";

/** All texts of the interface by namespace. German is the source: its shape is what every language must fill. */
export type Messages = typeof messages;
