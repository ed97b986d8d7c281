import type { PhasePatch } from "../../../worksheets/contract/phase-patch.ts";
import { GROUPS_RULES, type PhaseView, type Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { couldKeepGroups } from "../groups-before.ts";

/** Groups that were made for this phase already. */
const OWN = "own";

interface GroupsFieldProps {
	snapshot: Snapshot;
	phase: PhaseView;
	locked: boolean;
	onRule: (groupsRule: NonNullable<PhasePatch["groupsRule"]>) => void;
	onKeep: () => void;
}

/** Which groups a phase has. Those that were made for it are said, and can be given up for those of the phase before. */
export function GroupsField({ snapshot, phase, locked, onRule, onKeep }: GroupsFieldProps) {
	const { plan } = useMessages();
	const own = phase.ownGroups === true;
	const rules = GROUPS_RULES.map((rule) => ({ value: rule, label: plan.groupsRule[rule] }));
	const kept = rules.filter(({ value }) => value === "keep" && couldKeepGroups(snapshot, phase));
	return (
		<SelectField
			id="phase-groups"
			label={plan.groups}
			hint={kept.length > 0 && own ? plan.ownGroupsHint : plan.groupsHint}
			disabled={locked}
			value={own ? OWN : phase.groupsRule}
			options={own ? [{ value: OWN, label: plan.ownGroups }, ...kept] : rules}
			onChange={(event) => {
				const rule = GROUPS_RULES.find((known) => known === event.target.value);
				if (rule === undefined) return;
				if (own) onKeep();
				else onRule(rule);
			}}
		/>
	);
}
