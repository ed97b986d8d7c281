import { lazy, Suspense } from "react";
import type { ActionRow } from "../../../worksheets/blocks/actions.ts";
import { hasDay, responsibleIn } from "../../../worksheets/plan/responsible.ts";
import { useSnapshot } from "../../session/session-provider.tsx";
import { ErrorBoundary } from "../../ui/error-boundary.tsx";

const CalendarFiles = lazy(async () => ({
	default: (await import("../../session/calendar-files.tsx")).CalendarFiles,
}));

/** The way to the plan's days in a calendar; nothing as long as no measure has one. */
export function PlanCalendar({ rows }: { rows: readonly ActionRow[] }) {
	const { id, language } = useSnapshot().workshop;
	if (!rows.some(hasDay)) return null;
	return (
		<ErrorBoundary fallback={null}>
			<Suspense>
				<CalendarFiles workshop={id} responsible={responsibleIn(rows, language)} />
			</Suspense>
		</ErrorBoundary>
	);
}
