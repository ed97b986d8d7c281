import type { z } from "zod";
import type { Role } from "../../../worksheets/contract/snapshot.ts";

/** A call of the HTTP API: who may make it, what goes in and what comes out. */
export interface Operation {
	method: "get" | "post" | "delete";
	path: string;
	summary: string;
	/** Whose tokens of the workshop may ask; „operator“: whoever has the instance's own. */
	who: readonly Role[] | "anyone" | "operator";
	/** For whoever may not ask there is nothing here: 404 in place of 401 and 403. */
	hidden?: true;
	parameters?: readonly string[];
	/** What may stand behind the question mark. */
	query?: readonly string[];
	body?: z.core.$ZodType;
	/** A body that is a file, with what a header says of it. */
	upload?: { header: string; says: z.core.$ZodType };
	status: number;
	answer?: { type: string; schema?: z.core.$ZodType };
	problems: readonly number[];
}

export const FACILITATOR: readonly Role[] = ["facilitator"];

/** An answer in JSON; without a schema, of any shape. */
export const json = (schema?: z.core.$ZodType) => ({ type: "application/json", ...(schema ? { schema } : {}) });
