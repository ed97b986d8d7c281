import type { Assessment } from "../../worksheets/contract/plenary.ts";
import type { GroupView } from "../../worksheets/contract/snapshot.ts";
import { GroupBadge } from "../ui/group-badge.tsx";

interface UnitNameProps {
	assessment: Pick<Assessment, "units">;
	document: string;
	groups: readonly GroupView[];
}

/** Whose sheet it is: a group of those in force by its mark, all others by their name. */
export function UnitName({ assessment, document, groups }: UnitNameProps) {
	const unit = assessment.units.find((candidate) => candidate.document === document);
	const index = groups.findIndex(({ id }) => id === unit?.id);
	const group = groups[index];
	return group === undefined ? <span>{unit?.name}</span> : <GroupBadge index={index} name={group.name} />;
}
