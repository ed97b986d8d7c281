import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const CANDIDATES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where a Chromium is, or the sentence that helps to get one: the browser tests are never skipped silently. */
export function findChromium(): string {
	const configured = process.env.CHROMIUM_PATH;
	if (configured) {
		if (existsSync(configured)) return configured;
		throw new Error(`CHROMIUM_PATH names ${configured}, which does not exist`);
	}
	const found = [...CANDIDATES, chromium.executablePath()].find((path) => path !== "" && existsSync(path));
	if (found) return found;
	throw new Error("The browser tests need Chromium: apt-get install chromium, or set CHROMIUM_PATH");
}

export async function launchChromium(): Promise<Browser> {
	return await chromium.launch({
		executablePath: findChromium(),
		args: [
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
			"--disable-quic",
			"--no-first-run",
			"--force-color-profile=srgb",
		],
	});
}

/** What Chromium says of a connection that cannot be made, or that ends with the process at its other end. */
const LINE_IS_AWAY =
	/net::ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE|INTERNET_DISCONNECTED|NETWORK_CHANGED)|WebSocket connection/;

export const VIEWPORTS = {
	desktop: { width: 1440, height: 900 },
	tablet: { width: 1024, height: 768 },
	phone: { width: 390, height: 844 },
} as const;

export interface Person {
	context: BrowserContext;
	page: Page;
	/** What the browser complained about: script errors, policy violations, failed requests to other origins. */
	complaints: string[];
}

/** One person with a browser profile of their own. Every complaint of their browser is kept. */
export async function newPerson(
	browser: Browser,
	options: { viewport?: { width: number; height: number }; dark?: boolean; locale?: string } = {},
): Promise<Person> {
	const context = await browser.newContext({
		viewport: options.viewport ?? VIEWPORTS.desktop,
		colorScheme: options.dark ? "dark" : "light",
		locale: options.locale ?? "de-DE",
		timezoneId: "Europe/Berlin",
		acceptDownloads: true,
	});
	const complaints: string[] = [];
	const page = await context.newPage();
	page.on("pageerror", (error) => complaints.push(`script error: ${error.message}`));
	page.on("console", (message) => {
		// While the server or the line is away the browser reports that itself; that is what those tests are about.
		if (message.type() === "error" && !LINE_IS_AWAY.test(message.text())) {
			complaints.push(`console: ${message.text()} (${message.location().url})`);
		}
	});
	page.on("request", (request) => {
		const { hostname, protocol } = new URL(request.url());
		if (/^(https?|wss?):$/.test(protocol) && hostname !== "127.0.0.1" && hostname !== "localhost") {
			complaints.push(`request to ${hostname}`);
		}
	});
	return { context, page, complaints };
}
