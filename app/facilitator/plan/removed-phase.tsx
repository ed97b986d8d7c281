import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { useSessionStore } from "../../session/session-provider.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";

interface RemovedPhaseProps {
	removed: NonNullable<Snapshot["removedPhase"]>;
	onRestored: (phase: string) => void;
}

/** In the place of a phase that was taken out: what it was, and the way back. */
export function RemovedPhase({ removed, onRestored }: RemovedPhaseProps) {
	const { plan } = useMessages();
	const announce = useAnnounce();
	const store = useSessionStore();
	const { act, refused } = useAct();
	const { id, title } = removed;

	async function restore(): Promise<void> {
		if (!(await act({ type: "plan.restore", phase: id }))) return;
		const { phases } = store.state().snapshot;
		const place = phases.findIndex((phase) => phase.id === id) + 1;
		announce(plan.restored({ title, place, count: phases.length }));
		onRestored(id);
	}

	return (
		<li className="plan-removed">
			<span>{plan.removed({ title })}</span>
			<ActButton
				data-focus="removed"
				variant="tertiary"
				icon="undo"
				aria-label={plan.restorePhase({ title })}
				onClick={() => void restore()}
			>
				{plan.restore}
			</ActButton>
			<Refused code={refused} />
		</li>
	);
}
