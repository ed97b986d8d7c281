import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { vi } from "vitest";

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
	/** Takes this person's network away. */
	cut(): Promise<void>;
	/** Gives it back, and resolves when every page of theirs has reached the server again. */
	mend(): Promise<void>;
	/** From here on the server may be gone: what Chromium says of that is no complaint until `reached` has resolved. */
	awaitLoss(): void;
	/** Resolves when every page of this person has reached the server again. */
	reached(): Promise<void>;
}

/** What Chromium says of a connection that cannot be made, or that ends with the process at its other end. */
const LINE_IS_AWAY =
	/net::ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE|INTERNET_DISCONNECTED|NETWORK_CHANGED)|WebSocket connection|error occurred when fetching the script/;

/**
 * What the session's line says to whoever asks on for news of a line that has been hung up. The client hangs up in a
 * request of its own while it is asking, and which of the two arrives first is nobody's fault.
 */
const HUNG_UP = /status of 400 .*\/socket\.io\/\?.*sid=/;

/** One person with a browser profile of their own. Every complaint of any of their pages is kept. */
export async function newPerson(
	browser: Browser,
	options: {
		viewport?: { width: number; height: number };
		dark?: boolean;
		locale?: string;
		javaScriptEnabled?: boolean;
	} = {},
): Promise<Person> {
	const context = await browser.newContext({
		viewport: options.viewport ?? VIEWPORTS.desktop,
		colorScheme: options.dark ? "dark" : "light",
		locale: options.locale ?? "de-DE",
		javaScriptEnabled: options.javaScriptEnabled ?? true,
		timezoneId: "Europe/Berlin",
		acceptDownloads: true,
	});
	const complaints: string[] = [];
	let lineIsAway = false;
	context.on("weberror", (error) => complaints.push(`script error: ${error.error().message}`));
	context.on("console", (message) => {
		const said = `${message.text()} (${message.location().url})`;
		if (message.type() !== "error" || HUNG_UP.test(said)) return;
		if (lineIsAway && LINE_IS_AWAY.test(message.text())) return;
		complaints.push(`console: ${said}`);
	});
	context.on("request", (request) => {
		const { hostname, protocol } = new URL(request.url());
		if (/^(https?|wss?):$/.test(protocol) && hostname !== "127.0.0.1" && hostname !== "localhost") {
			complaints.push(`request to ${hostname}`);
		}
	});
	const person: Person = {
		context,
		page: await context.newPage(),
		complaints,
		async cut() {
			person.awaitLoss();
			await context.setOffline(true);
		},
		async mend() {
			await context.setOffline(false);
			await person.reached();
		},
		awaitLoss() {
			lineIsAway = true;
		},
		async reached() {
			const open = context.pages().filter((page) => page.url() !== "about:blank");
			await Promise.all(open.map(reachServer));
			lineIsAway = false;
		},
	};
	return person;
}

/** Through the page itself: whatever failed in it before has been reported by the time its own request is answered. */
async function reachServer(page: Page): Promise<void> {
	const reached = () =>
		page.evaluate(async () => {
			const answer = await fetch("/healthz", { cache: "no-store" }).catch(() => null);
			return answer?.ok ?? false;
		});
	// `waitForFunction` would take the promise itself for the answer.
	await vi.waitUntil(reached, { timeout: 60_000, interval: 100 });
}
