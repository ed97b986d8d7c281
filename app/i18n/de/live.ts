import { common } from "./common.ts";
import { session } from "./session.ts";

/** What a live page says: the browser fetches it in one piece, before it is asked for any of it. */
export const live = { common, session };
