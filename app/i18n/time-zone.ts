import { useSyncExternalStore } from "react";

/** What the server renders with, and what a form without JavaScript means: Arena is made for German municipalities. */
export const DEFAULT_TIME_ZONE = "Europe/Berlin";

const unsubscribe = () => undefined;
const subscribe = () => unsubscribe;

/**
 * The IANA zone in which times are shown. The first render in the browser uses the server's zone, so that both agree;
 * the device's own zone follows at once.
 */
export function useTimeZone(): string {
	return useSyncExternalStore(subscribe, deviceTimeZone, () => DEFAULT_TIME_ZONE);
}

function deviceTimeZone(): string {
	return Intl.DateTimeFormat().resolvedOptions().timeZone || DEFAULT_TIME_ZONE;
}
