import { z } from "zod";
import { sourceSchema } from "./source.ts";

/** The JSON Schema of a library file: editors complete keys and underline mistakes with it. */
export function libraryJsonSchema(): unknown {
	return z.toJSONSchema(sourceSchema, { io: "input", reused: "ref" });
}
