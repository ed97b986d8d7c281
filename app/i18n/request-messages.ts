import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Language } from "../../worksheets/contract/languages.ts";
import { loadMessages } from "./load-messages.ts";
import type { Messages } from "./messages.ts";
import { resolveLanguage } from "./resolve-language.ts";

/** The texts a loader needs for the document's title, in the language that the root shows the page in. */
export async function requestMessages({
	context,
	params,
	request,
}: Pick<LoaderFunctionArgs, "context" | "params" | "request">): Promise<{ language: Language; messages: Messages }> {
	const language = resolveLanguage({
		cookieHeader: request.headers.get("Cookie"),
		workshop: await context.workshopLanguage(params),
		acceptLanguage: request.headers.get("Accept-Language"),
	});
	return { language, messages: await loadMessages(language) };
}

/** „Hilfe – Arena“: the part that differs comes first. */
export function documentTitle(title: string | undefined): string {
	return title === undefined ? "Arena" : `${title.replaceAll("\u00ad", "")} – Arena`;
}
