import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";

/** All of a body that says how long it is or not, up to a bound. Refused `too-large`, and `malformed` where it breaks off. */
export async function readWithin(
	body: AsyncIterable<unknown>,
	most: number,
	announced: number | null,
): Promise<Result<Uint8Array>> {
	if (announced !== null && announced > most) return refusal("too-large", `file: at most ${most} bytes`);
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	try {
		for await (const piece of body) {
			if (!(piece instanceof Uint8Array)) return refusal("malformed", "file: no bytes");
			bytes += piece.byteLength;
			if (bytes > most) return refusal("too-large", `file: at most ${most} bytes`);
			pieces.push(piece);
		}
	} catch {
		// Nobody waits for the answer any more.
		return refusal("malformed", "file: broke off");
	}
	return bytes === 0 ? refusal("invalid", "file: is empty") : accepted(Buffer.concat(pieces, bytes));
}
