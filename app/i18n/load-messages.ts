import type { Language } from "../../worksheets/contract/languages.ts";
import type { Messages } from "./messages.ts";

/** All texts of one language at once, for the server; the browser has `browser-messages.ts`. */
export async function loadMessages(language: Language): Promise<Messages> {
	const { messages } = language === "de" ? await import("./de/index.ts") : await import("./en/index.ts");
	return messages;
}
