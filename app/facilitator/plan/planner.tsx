import { useState } from "react";
import { useMessages } from "../../i18n/provider.tsx";
import { useSession } from "../../session/session-provider.tsx";
import { SkipLinks } from "../../ui/skip-links.tsx";
import { PhaseEditor } from "./phase-editor.tsx";
import { PlanFrame } from "./plan-frame.tsx";
import { PlanHead } from "./plan-head.tsx";
import { PlanList } from "./plan-list.tsx";
import type { ShelfSheet } from "./shelf.ts";

/**
 * The order of the day, before and while it is under way. Everybody who steers sees what the others change at once: it
 * is the session's own line. On a phone the phase that is edited takes the place of the list.
 */
export function Planner({ shelf }: { shelf: readonly ShelfSheet[] }) {
	const { plan } = useMessages();
	const { snapshot } = useSession();
	const [chosen, setChosen] = useState<{ id: string; isNew: boolean } | null>(null);
	const phase = snapshot.phases.find(({ id }) => id === chosen?.id);

	function close(focus: string): void {
		setChosen(null);
		// The list may have been out of sight until now.
		requestAnimationFrame(() => {
			const back = document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focus)}"]`);
			(back ?? document.getElementById("plan-phases"))?.focus();
		});
	}

	return (
		<>
			<SkipLinks />
			<main id="inhalt" className="planner" tabIndex={-1} data-editing={phase !== undefined || undefined}>
				<header className="planner__head">
					<PlanHead snapshot={snapshot} />
					<PlanFrame snapshot={snapshot} />
				</header>
				<PlanList
					snapshot={snapshot}
					chosen={phase?.id ?? null}
					onChoose={(id) => setChosen({ id, isNew: false })}
					onAdded={(id) => setChosen({ id, isNew: true })}
				/>
				{phase === undefined ? (
					<p className="planner__none muted">{plan.chooseOne}</p>
				) : (
					<PhaseEditor
						key={phase.id}
						snapshot={snapshot}
						phase={phase}
						shelf={shelf}
						isNew={chosen?.isNew === true}
						onClose={() => close(`${phase.id} edit`)}
						onRemoved={() => close("removed")}
					/>
				)}
			</main>
		</>
	);
}
