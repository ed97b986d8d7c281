/** Whether this is the whole address of a page on the web: no other scheme may become a link. */
export function isWebAddress(value: string): boolean {
	return /^https?:\/\/[^\s\p{Cc}\p{Cf}]+$/iu.test(value) && URL.canParse(value);
}
