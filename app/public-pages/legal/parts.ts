import type { Messages } from "../../i18n/messages.ts";

interface Part {
	name: string;
	licence: string;
	use: keyof Messages["legal"]["licencesUses"];
}

/** The parts of others that people see or rely on; the lock file has them all. */
export const PARTS: readonly Part[] = [
	{ use: "kern", name: "KERN UX", licence: "EUPL-1.2" },
	{ use: "fira", name: "Fira Sans", licence: "OFL-1.1" },
	{ use: "react", name: "React", licence: "MIT" },
	{ use: "remix", name: "Remix", licence: "MIT" },
	{ use: "tiptap", name: "Tiptap, ProseMirror", licence: "MIT" },
	{ use: "yjs", name: "Yjs", licence: "MIT" },
	{ use: "socket", name: "Socket.IO", licence: "MIT" },
	{ use: "zod", name: "Zod", licence: "MIT" },
	{ use: "typst", name: "Typst", licence: "Apache-2.0" },
	{ use: "archives", name: "fflate", licence: "MIT" },
	{ use: "qrcode", name: "node-qrcode", licence: "MIT" },
	{ use: "sqlite", name: "SQLite, better-sqlite3", licence: "Public Domain, MIT" },
];
