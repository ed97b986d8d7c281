import { PassThrough } from "node:stream";
import {
	type ActionFunctionArgs,
	type AppLoadContext,
	createReadableStreamFromReadable,
	type EntryContext,
	type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { z } from "zod";
import { languageSchema } from "../worksheets/contract/language-schemas.ts";
import type { Language } from "../worksheets/contract/languages.ts";
import { loadMessages } from "./i18n/load-messages.ts";
import { type Area, onlyNamed, textsOf } from "./i18n/page-texts.ts";
import { MessagesProvider } from "./i18n/provider.tsx";
import { NonceContext } from "./nonce.ts";

const ABORT_MS = 5_000;

const rootDataSchema = z.object({ root: z.looseObject({ language: languageSchema }) });

/** The root loader has decided the language; an error page without its data is German, the source language. */
function languageOf(context: EntryContext): Language {
	const data = rootDataSchema.safeParse(context.staticHandlerContext.loaderData);
	return data.success ? data.data.root.language : "de";
}

/** The areas of texts that the routes of this page name. */
function textsNamed({ staticHandlerContext, routeModules }: EntryContext): Area[] {
	return staticHandlerContext.matches.flatMap(({ route }) => textsOf(routeModules[route.id]?.handle));
}

/** Addresses that lead nowhere are not worth a line, and hold codes; what else goes wrong is a bug for the log. */
export function handleError(error: unknown, { context, request }: LoaderFunctionArgs | ActionFunctionArgs): void {
	if (request.signal.aborted || isRouteErrorResponse(error)) return;
	context.pageFailed(error instanceof Error ? error : new Error("not an error"));
}

export default async function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	remixContext: EntryContext,
	loadContext: AppLoadContext,
): Promise<Response> {
	const language = languageOf(remixContext);
	const messages = onlyNamed(await loadMessages(language), textsNamed(remixContext));
	const readyEvent = isbot(request.headers.get("User-Agent") ?? "") ? "onAllReady" : "onShellReady";
	return new Promise((resolve, reject) => {
		let shellSent = false;
		const { pipe, abort } = renderToPipeableStream(
			<NonceContext.Provider value={loadContext.nonce}>
				<MessagesProvider language={language} messages={messages}>
					<RemixServer context={remixContext} url={request.url} abortDelay={ABORT_MS} nonce={loadContext.nonce} />
				</MessagesProvider>
			</NonceContext.Provider>,
			{
				nonce: loadContext.nonce,
				[readyEvent]() {
					shellSent = true;
					const body = new PassThrough();
					headers.set("Content-Type", "text/html; charset=utf-8");
					headers.set("Cache-Control", "no-store");
					// Tells our pages from anybody else's, and one build from the next (app/shell).
					headers.set("Arena-Build", remixContext.manifest.version);
					resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
					pipe(body);
				},
				onShellError: reject,
				onError(error) {
					// Before the shell the promise rejects; after it the client renders the part again and shows its boundary.
					if (shellSent) handleError(error, { context: loadContext, request, params: {} });
				},
			},
		);
		setTimeout(abort, ABORT_MS + 1_000).unref();
	});
}
