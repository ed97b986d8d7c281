import { useEffect } from "react";

/** Keeps the screen from going dark while the page is seen. Where a browser has no such thing, nothing happens. */
export function useWakeLock(): void {
	useEffect(() => {
		let lock: WakeLockSentinel | null = null;
		let over = false;
		async function hold(): Promise<void> {
			if (over || document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
			try {
				const taken = await navigator.wakeLock.request("screen");
				if (over) await taken.release();
				else lock = taken;
			} catch {
				// The device saves power, or the page has gone out of sight meanwhile: the next look asks again.
			}
		}
		// The browser gives it up whenever the page is out of sight.
		const again = () => void hold();
		again();
		document.addEventListener("visibilitychange", again);
		return () => {
			over = true;
			document.removeEventListener("visibilitychange", again);
			lock?.release().catch(() => {});
		};
	}, []);
}
