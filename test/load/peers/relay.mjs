/** The least a server can do: every message goes to the others on the same path as it came. */
import { WebSocketServer } from "ws";

const rooms = new Map();
const server = new WebSocketServer({ port: Number(process.env.PORT), host: "127.0.0.1", perMessageDeflate: false });
server.on("connection", (socket, request) => {
	const room = rooms.get(request.url) ?? new Set();
	rooms.set(request.url, room.add(socket));
	socket.on("message", (data) => {
		for (const other of room) {
			if (other !== socket) other.send(data, { binary: true });
		}
	});
	socket.on("close", () => {
		room.delete(socket);
		if (room.size === 0) rooms.delete(request.url);
	});
	socket.on("error", () => undefined);
});
