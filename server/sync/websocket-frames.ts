const FINAL_BINARY = 0x82;
const SHORT = 126;
const LONG = 65_536;

/**
 * Binary messages as WebSocket frames (RFC 6455, 5.2), one after the other in one buffer. What a server sends is not
 * masked, so the same bytes serve every receiver.
 */
export function frameMessages(messages: readonly Uint8Array[]): Buffer {
	const framed = Buffer.allocUnsafe(messages.reduce((sum, { length }) => sum + headBytes(length) + length, 0));
	let at = 0;
	for (const message of messages) {
		at = writeHead(framed, at, message.length);
		framed.set(message, at);
		at += message.length;
	}
	return framed;
}

function headBytes(length: number): number {
	if (length < SHORT) {
		return 2;
	}
	return length < LONG ? 4 : 10;
}

function writeHead(into: Buffer, at: number, length: number): number {
	into[at] = FINAL_BINARY;
	if (length < SHORT) {
		into[at + 1] = length;
		return at + 2;
	}
	if (length < LONG) {
		into[at + 1] = SHORT;
		return into.writeUInt16BE(length, at + 2);
	}
	into[at + 1] = 127;
	into.writeUInt32BE(0, at + 2);
	return into.writeUInt32BE(length, at + 6);
}
