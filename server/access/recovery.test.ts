import { expect, test } from "vitest";
import { CODE_ALPHABET, parseRecoveryCode, spokenRecoveryCode } from "../../worksheets/contract/ids.ts";
import { systemRandom } from "../random.ts";
import { isRecoveryCode, issueRecoveryCode } from "./recovery.ts";
import { createTokens } from "./tokens.ts";

const tokens = createTokens(new Uint8Array(32).fill(7), systemRandom);

test("a code is known by its hash, for its workshop and under this instance's key only", () => {
	const { code, hash } = issueRecoveryCode(tokens, systemRandom, "one");
	expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{16}$`));
	expect(isRecoveryCode(tokens, "one", spokenRecoveryCode(code), hash)).toBe(true);
	expect(isRecoveryCode(tokens, "two", code, hash)).toBe(false);
	expect(isRecoveryCode(tokens, "one", code, null)).toBe(false);
	expect(isRecoveryCode(createTokens(new Uint8Array(32).fill(8), systemRandom), "one", code, hash)).toBe(false);
	expect(isRecoveryCode(tokens, "one", issueRecoveryCode(tokens, systemRandom, "one").code, hash)).toBe(false);
});

test("is read in any case, with dashes, blanks or neither; anything else is none", () => {
	expect(spokenRecoveryCode("ABCDEFGHJKMNPQRS")).toBe("ABCD-EFGH-JKMN-PQRS");
	for (const typed of ["ABCDEFGHJKMNPQRS", "abcd-efgh-jkmn-pqrs", " abcd efgh\u2011jkmn – pqrs\n"]) {
		expect(parseRecoveryCode(typed), typed).toBe("ABCDEFGHJKMNPQRS");
	}
	for (const typed of ["", "ABCDEFGHJKMNPQR", "ABCDEFGHJKMNPQRST", "ABCDEFGHJKMNPQR0", "ABCDEFGHJKMNPQRÄ"]) {
		expect(parseRecoveryCode(typed), typed).toBeNull();
	}
});
