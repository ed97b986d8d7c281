import type { LoaderFunctionArgs } from "@remix-run/node";
import type { LegalPage } from "../../../server/services.ts";
import { requestMessages } from "../../i18n/request-messages.ts";

/** What every legal page shows: its title and the operator's text. */
export async function loadLegalPage(page: LegalPage, args: LoaderFunctionArgs) {
	const { language, messages } = await requestMessages(args);
	return { title: messages.legal[page], text: args.context.legal(page, language) };
}
