import type { Language } from "../../worksheets/contract/languages.ts";
import type { Messages } from "./messages.ts";

/** Loads the texts of one language; the browser never fetches the others. */
export async function loadMessages(language: Language): Promise<Messages> {
	const { messages } = language === "de" ? await import("./de/index.ts") : await import("./en/index.ts");
	return messages;
}
