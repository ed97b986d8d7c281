import { useEffect, useRef, useState } from "react";
import type { PhasePatch } from "../../../worksheets/contract/phase-patch.ts";
import { GROUPS_RULES, type PhaseView, type Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { couldKeepGroups } from "../groups-before.ts";
import { QuestionEnd } from "../question-end.tsx";

const FIELD = "phase-groups";

interface GroupsFieldProps {
	snapshot: Snapshot;
	phase: PhaseView;
	locked: boolean;
	onRule: (groupsRule: NonNullable<PhasePatch["groupsRule"]>) => void;
}

/** Which groups a phase is to have; those that were made for it are said. */
export function GroupsField({ snapshot, phase, locked, onRule }: GroupsFieldProps) {
	const { plan } = useMessages();
	const own = phase.ownGroups === true;
	const had = useRef(own);

	// The question and its button go with the groups; the focus goes on to what stands there instead.
	useEffect(() => {
		if (had.current && !own && document.activeElement === document.body) document.getElementById(FIELD)?.focus();
		had.current = own;
	}, [own]);

	if (own) {
		return <OwnGroups phase={phase.id} canGo={!locked && couldKeepGroups(snapshot, phase)} />;
	}
	return (
		<SelectField
			id={FIELD}
			label={plan.groups}
			hint={plan.groupsHint}
			disabled={locked}
			value={phase.groupsRule}
			options={GROUPS_RULES.map((rule) => ({ value: rule, label: plan.groupsRule[rule] }))}
			onChange={(event) => {
				const rule = GROUPS_RULES.find((known) => known === event.target.value);
				if (rule !== undefined) onRule(rule);
			}}
		/>
	);
}

/** Groups made by hand or from a list are given up only where that is what somebody wants. */
function OwnGroups({ phase, canGo }: { phase: string; canGo: boolean }) {
	const { plan } = useMessages();
	const announce = useAnnounce();
	const { act, refused } = useAct();
	const [asking, setAsking] = useState(false);

	async function keep(): Promise<void> {
		if (!(await act({ type: "groups.keep", phase }))) return;
		setAsking(false);
		announce(plan.groupsKept);
	}

	return (
		<div className="stack">
			<p>
				<strong>{plan.groups}:</strong> {plan.ownGroups}
			</p>
			{canGo && (
				<div className="cluster">
					<Button onClick={() => setAsking(true)}>{plan.keepGroups}</Button>
				</div>
			)}
			<Dialog open={asking} title={plan.keepGroupsTitle} onClose={() => setAsking(false)}>
				<div className="stack">
					<p>{plan.keepGroupsText}</p>
					<QuestionEnd refused={refused} onCancel={() => setAsking(false)}>
						<ActButton variant="danger" onClick={() => void keep()}>
							{plan.keepGroups}
						</ActButton>
					</QuestionEnd>
				</div>
			</Dialog>
		</div>
	);
}
