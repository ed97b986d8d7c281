import { useEffect } from "react";
import { useNonce } from "./nonce.ts";

/** Told to the document once, when the page takes clicks. */
const ALIVE = "arena-alive";

/**
 * The server's page can be clicked before it is alive. The last button that was clicked till then is clicked again when
 * it is; what the browser does by itself (links, forms with an address, popovers) and what rests is left alone. A form
 * that only the page itself can send waits in the same way, or its fields would go into the address.
 */
function keepClicks(alive: string): void {
	let kept: HTMLElement | null = null;
	const keep = (event: Event): void => {
		const { target } = event;
		const button = target instanceof Element ? target.closest("button") : null;
		const isLeft =
			button === null || button.popoverTargetElement !== null || button.getAttribute("aria-disabled") === "true";
		const form = button?.type === "submit" ? button.form : null;
		kept = isLeft || form?.hasAttribute("action") ? null : button;
		if (form !== null && kept !== null) event.preventDefault();
	};
	addEventListener("click", keep, true);
	document.addEventListener(
		alive,
		() => {
			removeEventListener("click", keep, true);
			if (kept?.isConnected) kept.click();
		},
		{ once: true },
	);
}

/** Stands in the head, so that it is there before the first button. The browser has run it when React comes. */
export function EarlyClicks() {
	const nonce = useNonce();
	useEffect(() => {
		document.dispatchEvent(new Event(ALIVE));
	}, []);
	return (
		<script
			nonce={nonce}
			suppressHydrationWarning
			// biome-ignore lint/security/noDangerouslySetInnerHtml: our own function's text; as a child React would escape it
			dangerouslySetInnerHTML={{ __html: import.meta.env.SSR ? `(${keepClicks})(${JSON.stringify(ALIVE)})` : "" }}
		/>
	);
}
