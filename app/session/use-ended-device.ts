import { useEffect } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useOpenSheets } from "./open-sheets.tsx";

/** Text of an earlier visit is found and on its way by then. */
const LOOK_AFTER_MS = 5_000;

/**
 * Keeps this device tidy: journals that nobody has opened for a week go, and once the workshop has ended and everything
 * written here is safe, so does all that it left.
 */
export function useEndedDevice({ workshop: { id, status } }: Snapshot): void {
	const { unsaved } = useOpenSheets();
	const ended = status === "ended" && unsaved === 0;
	useEffect(() => {
		const timer = setTimeout(() => {
			tidy(ended ? id : null).catch((error: unknown) => reportError(error));
		}, LOOK_AFTER_MS);
		return () => clearTimeout(timer);
	}, [id, ended]);
}

async function tidy(ended: string | null): Promise<void> {
	// Without a line to the server it is left for the next visit.
	const device = await import("./forget-device.ts").catch(() => null);
	if (device === null) return;
	if (ended !== null) await device.forgetConfirmed(ended);
	await device.forgetOld(Date.now());
}
