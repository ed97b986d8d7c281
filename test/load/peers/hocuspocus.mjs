/** Hocuspocus with its SQLite extension, both at their defaults. */
import { SQLite } from "@hocuspocus/extension-sqlite";
import { Server } from "@hocuspocus/server";

const server = new Server({
	port: Number(process.env.PORT),
	address: "127.0.0.1",
	quiet: true,
	extensions: [new SQLite({ database: `${process.env.DATA_DIR}/hocuspocus.sqlite` })],
});
await server.listen();
