import { useEffect } from "react";
import { useNonce } from "./nonce.ts";

/** Told to the document once, when the page is alive. */
const ALIVE = "arena-alive";

/**
 * The server's page can be clicked and written in before it is alive. What was written is told to the page again when
 * it is, and the last button that was clicked till then is clicked again, and only then; what the browser does by
 * itself (links, forms with an address, popovers) and what rests is left alone. A form that only the page itself can
 * send is sent by nobody else, or its fields would go into the address.
 */
function keepInput(alive: string): void {
	let clicked: HTMLElement | null = null;
	const written = new Map<HTMLInputElement | HTMLTextAreaElement, string>();
	const click = (event: Event): void => {
		const { target } = event;
		const button = target instanceof Element ? target.closest("button") : null;
		const form = button?.type === "submit" ? button.form : null;
		const isSent = form?.hasAttribute("action") ?? false;
		if (form !== null && !isSent) event.preventDefault();
		const isLeft =
			button === null || button.popoverTargetElement !== null || button.getAttribute("aria-disabled") === "true";
		clicked = isLeft || isSent ? null : button;
		// React comes alive within a click that it hears, and would take that one too.
		if (clicked !== null) event.stopPropagation();
	};
	const write = ({ target }: Event): void => {
		const isText = target instanceof HTMLInputElement && !/^(checkbox|radio|file)$/.test(target.type);
		if (isText || target instanceof HTMLTextAreaElement) written.set(target, target.value);
	};
	addEventListener("click", click, true);
	addEventListener("input", write, true);
	document.addEventListener(
		alive,
		() => {
			removeEventListener("click", click, true);
			removeEventListener("input", write, true);
			for (const [field, text] of written) {
				// React hears of what differs from what it has seen, and it sees whatever is set but by the browser's setter.
				field.value = "";
				const { prototype } = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
				Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, text);
				field.dispatchEvent(new Event("input", { bubbles: true }));
			}
			if (clicked?.isConnected) clicked.click();
		},
		{ once: true },
	);
}

/** Stands in the head, so that it is there before the first button. The browser has run it when React comes. */
export function EarlyInput() {
	const nonce = useNonce();
	useEffect(() => {
		document.dispatchEvent(new Event(ALIVE));
	}, []);
	return (
		<script
			nonce={nonce}
			suppressHydrationWarning
			// biome-ignore lint/security/noDangerouslySetInnerHtml: our own function's text; as a child React would escape it
			dangerouslySetInnerHTML={{ __html: import.meta.env.SSR ? `(${keepInput})(${JSON.stringify(ALIVE)})` : "" }}
		/>
	);
}
