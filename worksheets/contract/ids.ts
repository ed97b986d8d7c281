import * as z from "zod/mini";

/** 128 random bits in base64url: workshops, participants, groups and documents carry one each. */
export const idSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));

/** Ids that people write into YAML: phases, worksheets, blocks, options. */
export const slugSchema = z
	.string()
	.check(z.regex(/^[a-z][a-z0-9-]{0,63}$/, "lower-case letters, digits and dashes, a letter first"));

/** Ids of commands; any UUID version. */
export const commandIdSchema = z.guid();

/** What a repeated block's item may be called: one path segment below the block's id. */
export const itemSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}(\.[A-Za-z0-9_-]{1,64}){0,2}$/));

/** A question of a sheet as progress names it: its block's id, and the item of a repeated block behind a slash. */
export const questionNameSchema = z
	.string()
	.check(z.regex(/^[a-z][a-z0-9-]{0,63}(\/[A-Za-z0-9_-]{1,64}(\.[A-Za-z0-9_-]{1,64}){0,2})?$/));

/** The spoken code's alphabet: no 0 and O, no 1, I and L, so that nobody has to ask. */
export const CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
export const CODE_LENGTH = 9;

/** The facilitator's way back: 79 random bits, few enough to type on a phone. */
export const RECOVERY_CODE_LENGTH = 16;

/** Reads a code as people type it (any case, spaces, dashes) and returns it bare, or null. */
export function parseCode(typed: string): string | null {
	return parseSpoken(typed, CODE_LENGTH);
}

/** The same for a recovery code. */
export function parseRecoveryCode(typed: string): string | null {
	return parseSpoken(typed, RECOVERY_CODE_LENGTH);
}

function parseSpoken(typed: string, length: number): string | null {
	const bare = typed.replace(/[\s\u2010-\u2015-]/g, "").toUpperCase();
	return bare.length === length && [...bare].every((character) => CODE_ALPHABET.includes(character)) ? bare : null;
}

/** `ABCD-EFGH-JKMN-PQRS`: four by four, as it is written down. */
export function spokenRecoveryCode(code: string): string {
	return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** `ABC-DEF-GHJ`: three by three, as it is read aloud. */
export function spokenCode(code: string): string {
	return code.replace(/(.{3})(?=.)/g, "$1-");
}
