import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { asLanguage } from "../worksheets/contract/languages.ts";
import { browserMessages } from "./i18n/browser-messages.ts";
import { readPageTexts } from "./i18n/page-texts.ts";
import { MessagesProvider } from "./i18n/provider.tsx";

async function hydrate(): Promise<void> {
	const { lang, dataset } = document.documentElement;
	const language = asLanguage(lang) ?? "de";
	const messages = await browserMessages(language, readPageTexts(dataset.texts));
	startTransition(() => {
		hydrateRoot(
			document,
			<StrictMode>
				<MessagesProvider language={language} messages={messages}>
					<RemixBrowser />
				</MessagesProvider>
			</StrictMode>,
		);
	});
}

hydrate().catch((error: unknown) => {
	// The server-rendered page stays readable; the browser's own report shows why it does not come alive.
	reportError(error);
});
