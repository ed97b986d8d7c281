import { LIMITS } from "../../worksheets/contract/limits.ts";
import { codePoints } from "../../worksheets/contract/text.ts";
import { isWebAddress } from "../../worksheets/contract/web-address.ts";

/** What people copy often lacks its beginning. */
export function wholeAddress(typed: string): string {
	const address = typed.trim();
	return address === "" || /^[a-z][a-z\d+.-]*:(?!\d)/i.test(address) ? address : `https://${address}`;
}

/** Whether it can be stored as the address of a page, or as none. */
export function isUsableAddress(typed: string): boolean {
	const address = wholeAddress(typed);
	return address === "" || (isWebAddress(address) && codePoints(address) <= LIMITS.addressCodePoints);
}
