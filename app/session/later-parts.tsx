import { lazy, type ReactNode, Suspense } from "react";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { useHydrated } from "./use-hydrated.ts";

/** Parts of the live page that come once it is alive, in one piece: seldom seen, or below what people work at. */
const parts = () => import("./room/live-parts.tsx");

export const EndedView = lazy(async () => ({ default: (await parts()).EndedView }));
export const HelpForm = lazy(async () => ({ default: (await parts()).HelpForm }));
export const KnownWorksheets = lazy(async () => ({ default: (await parts()).KnownWorksheets }));
export const RecallBar = lazy(async () => ({ default: (await parts()).RecallBar }));
export const MutedNotice = lazy(async () => ({ default: (await parts()).MutedNotice }));
export const SpotlightNotice = lazy(async () => ({ default: (await parts()).SpotlightNotice }));
export const MovedBanner = lazy(async () => ({ default: (await parts()).MovedBanner }));
export const NewDate = lazy(async () => ({ default: (await parts()).NewDate }));
export const PhaseOffers = lazy(async () => ({ default: (await parts()).PhaseOffers }));
export const RoomMore = lazy(async () => ({ default: (await parts()).RoomMore }));
export const BackFromBreak = lazy(async () => ({ default: (await parts()).BackFromBreak }));

/** For what the page is whole without: nothing stands there until it has come, or where it does not come. */
export function LaterPart({ children }: { children: ReactNode }) {
	if (!useHydrated()) return null;
	return (
		<ErrorBoundary fallback={null}>
			<Suspense fallback={null}>{children}</Suspense>
		</ErrorBoundary>
	);
}
