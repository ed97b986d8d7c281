import * as z from "zod/mini";

/** 31 December 9999: far from where adding an agenda's minutes gives no date any more. */
const LATEST = Date.UTC(9999, 11, 31);

/** When a workshop begins, in epoch milliseconds. */
export const startTimeSchema = z.int().check(z.minimum(0), z.maximum(LATEST));
