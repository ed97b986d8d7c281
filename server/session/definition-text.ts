import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { memoize } from "./memoize.ts";

/** A worksheet's definition as a workshop keeps it. */
export const definitionText = memoize((worksheet: Worksheet): string => JSON.stringify(worksheet));
