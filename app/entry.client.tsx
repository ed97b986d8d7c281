import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { asLanguage } from "../worksheets/contract/languages.ts";
import { loadMessages } from "./i18n/load-messages.ts";
import { MessagesProvider } from "./i18n/provider.tsx";

async function hydrate(): Promise<void> {
	const language = asLanguage(document.documentElement.lang) ?? "de";
	const messages = await loadMessages(language);
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
