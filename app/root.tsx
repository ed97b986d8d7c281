import latin400 from "@fontsource/fira-sans/files/fira-sans-latin-400-normal.woff2?url";
import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import {
	isRouteErrorResponse,
	Links,
	Meta,
	Outlet,
	Scripts,
	ScrollRestoration,
	useRouteError,
	useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { EarlyInput } from "./early-input.tsx";
import { usePageTexts } from "./i18n/page-texts.ts";
import { useLanguage } from "./i18n/provider.tsx";
import { resolveLanguage } from "./i18n/resolve-language.ts";
import { useNonce } from "./nonce.ts";
import styles from "./styles/app.scss?url";
import { AnnounceProvider } from "./ui/announce.tsx";
import { ErrorPage } from "./ui/error-page.tsx";
import { PageFooter } from "./ui/page-footer.tsx";
import { readTheme, themeAttribute } from "./ui/theme.ts";

export const links: LinksFunction = () => [
	{ rel: "preload", href: latin400, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
	{ rel: "stylesheet", href: styles },
	{ rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = () => [{ title: "Arena" }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
	const cookieHeader = request.headers.get("Cookie");
	return json({
		language: resolveLanguage({
			cookieHeader,
			workshop: await context.workshopLanguage(params),
			acceptLanguage: request.headers.get("Accept-Language"),
		}),
		theme: readTheme(cookieHeader),
		missingLegal: context.missingLegal(),
	});
}

/** The document around every page, its error pages included. */
export function Layout({ children }: { children: ReactNode }) {
	const data = useRouteLoaderData<typeof loader>("root");
	const language = useLanguage();
	const texts = usePageTexts();
	const nonce = useNonce();
	const theme = data?.theme ?? "system";
	return (
		<html lang={language} data-kern-theme={themeAttribute(theme)} data-texts={texts.join(" ")}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<EarlyInput />
				<Meta />
				<Links />
			</head>
			<body>
				<AnnounceProvider>
					{children}
					<PageFooter theme={theme} missingLegal={data?.missingLegal ?? []} />
				</AnnounceProvider>
				<ScrollRestoration nonce={nonce} />
				<Scripts nonce={nonce} />
			</body>
		</html>
	);
}

export default function App() {
	return <Outlet />;
}

export function ErrorBoundary() {
	const error = useRouteError();
	return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />;
}
