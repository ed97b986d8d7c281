import { type FormEvent, useEffect, useRef } from "react";

/**
 * Lets a form that loads a new document be sent only once: a double click must not join twice. Coming back to the page
 * by the browser's history arms it again.
 */
export function useSingleSubmit(): (event: FormEvent) => void {
	const sent = useRef(false);
	useEffect(() => {
		const arm = () => {
			sent.current = false;
		};
		window.addEventListener("pageshow", arm);
		return () => window.removeEventListener("pageshow", arm);
	}, []);
	return (event) => {
		if (sent.current) event.preventDefault();
		sent.current = true;
	};
}
