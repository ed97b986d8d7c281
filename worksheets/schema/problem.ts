import type { z } from "zod";

/** One thing wrong with one file, for the person who wrote it. Lines and columns count from 1. */
export interface LibraryProblem {
	path: string;
	line: number;
	column: number;
	reason: string;
}

/** Where in a file's content something stands: keys and list positions from the top. */
export type ContentPath = readonly PropertyKey[];

/** A fault before its place in the file is known. `key`: the fault is this key itself, not its value. */
export interface Fault {
	at: ContentPath;
	reason: string;
	key?: string;
}

/** What zod found, one fault a thing to mend: unknown keys one by one, unions reduced to the reading that was meant. */
export function faultsOf(issues: readonly z.core.$ZodIssue[], above: ContentPath = []): Fault[] {
	return issues.flatMap((issue): Fault[] => {
		const at = [...above, ...issue.path];
		if (issue.code === "unrecognized_keys") {
			return issue.keys.map((key) => ({ at, key, reason: `unknown key "${key}"` }));
		}
		if (issue.code !== "invalid_union") return [{ at, reason: issue.message }];
		const alike = issue.errors.filter((branch) => !branch.some(isOfAnotherType));
		const shaped = alike.filter((branch) => !branch.some(isOtherWord));
		const meant = shaped.find((branch) => !branch.some(hasOtherKeys)) ?? shaped[0] ?? alike[0] ?? issue.errors[0];
		return meant === undefined ? [{ at, reason: issue.message }] : faultsOf(meant, at);
	});
}

/** A branch that wanted a list where a name stands (or the other way round) was not what the author meant. */
function isOfAnotherType(issue: z.core.$ZodIssue): boolean {
	return issue.code === "invalid_type" && issue.path.length === 0;
}

/** Where a word of a list could stand, something written out was not meant as one. */
function isOtherWord(issue: z.core.$ZodIssue): boolean {
	return issue.code === "invalid_value" && issue.path.length === 0;
}

/** Of several shapes of an object, the one whose keys were written was meant. */
function hasOtherKeys(issue: z.core.$ZodIssue): boolean {
	return issue.code === "unrecognized_keys" && issue.path.length === 0;
}

/** `sections[0].blocks[2].label`, or nothing at the top of the file. */
export function spell(path: ContentPath): string {
	return path.reduce<string>((text, key) => {
		if (typeof key === "number") return `${text}[${key}]`;
		return text === "" ? String(key) : `${text}.${String(key)}`;
	}, "");
}
