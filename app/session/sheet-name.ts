import type { DocumentView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import type { Messages } from "../i18n/messages.ts";

/** Whose sheet it is, in words: „Arbeitsblatt von Gruppe A“. */
export function sheetOwner(snapshot: Snapshot, { scope }: DocumentView, { session }: Messages): string {
	switch (scope.kind) {
		case "participant":
			return session.ownSheet;
		case "plenary":
			return session.sheetOfPlenary;
		case "group": {
			const group = snapshot.groups.find((candidate) => candidate.id === scope.id);
			return group === undefined ? session.sheetOfFormerGroup : session.sheetOfGroup({ name: group.name });
		}
	}
}
