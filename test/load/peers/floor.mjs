/**
 * The reads and writes that Arena makes for typing people, and nothing else: every 14 ms one write to each receiver with
 * all that came for them, and to whoever typed the word that it is saved. What a server built like this cannot get below.
 */
import { WebSocketServer } from "ws";

const TICK_MS = 14;
const SAVED = Uint8Array.of(100, 1);
const rooms = new Map();
const spoken = new Set();
function framed(messages) {
	const buffer = Buffer.allocUnsafe(messages.reduce((sum, { length }) => sum + length + (length < 126 ? 2 : 4), 0));
	let at = 0;
	for (const message of messages) {
		buffer[at] = 0x82;
		buffer[at + 1] = Math.min(message.length, 126);
		at = message.length < 126 ? at + 2 : buffer.writeUInt16BE(message.length, at + 2);
		buffer.set(message, at);
		at += message.length;
	}
	return buffer;
}

function tick() {
	for (const room of spoken) {
		const { said } = room;
		room.said = [];
		const forAll = framed(said.map(({ data }) => data));
		const authors = new Set(said.map(({ by }) => by));
		for (const wire of room.wires) {
			const others = () => said.filter(({ by }) => by !== wire).map(({ data }) => data);
			wire.write(authors.has(wire) ? framed([...others(), SAVED]) : forAll);
		}
	}
	spoken.clear();
}

const server = new WebSocketServer({ port: Number(process.env.PORT), host: "127.0.0.1", perMessageDeflate: false });
server.on("connection", (socket, request) => {
	const room = rooms.get(request.url) ?? { wires: new Set(), said: [] };
	rooms.set(request.url, room);
	const wire = request.socket;
	room.wires.add(wire);
	socket.on("message", (data) => {
		room.said.push({ by: wire, data });
		if (spoken.size === 0) setTimeout(tick, TICK_MS);
		spoken.add(room);
	});
	socket.on("close", () => room.wires.delete(wire));
	socket.on("error", () => undefined);
});
