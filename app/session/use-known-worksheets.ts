import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import type { Worksheets } from "./phase-sheets-view.tsx";
import { useSession } from "./session-provider.tsx";

/** Has the page fetch its data once more where a sheet lies open that the plan took up after the page had come. */
export function useKnownWorksheets(worksheets: Worksheets): void {
	const { snapshot, connection } = useSession();
	const { revalidate } = useRevalidator();
	const missing = connection === "live" && snapshot.documents.some(({ worksheet }) => !(worksheet in worksheets));
	useEffect(() => {
		if (missing) revalidate();
	}, [missing, revalidate]);
}
