import { useEffect, useState } from "react";

/** False on the server and in the browser's first rendering, which has to equal the server's. */
export function useHydrated(): boolean {
	const [hydrated, setHydrated] = useState(false);
	useEffect(() => setHydrated(true), []);
	return hydrated;
}
