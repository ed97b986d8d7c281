import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { deleteOn, type ParticipantState, type SessionState } from "./state.ts";
import type { Moment } from "./view.ts";

const NOTHING = {
	phases: [],
	currentPhase: null,
	timer: { state: "idle" },
	groupTimers: [],
	undo: null,
	removedPhase: null,
	groups: [],
	groupsOpen: false,
	documents: [],
	votes: [],
	ratings: [],
	units: null,
	messages: [],
	help: [],
	topics: [],
	questions: [],
	recall: null,
	spotlight: null,
	progress: [],
	alarms: [],
	watched: [],
} satisfies Partial<Snapshot>;

/**
 * What somebody sees who stands at the door: themselves and which workshop it is. Not its code either: it may have been
 * renewed because of whoever stands there.
 */
export function waitingView(
	state: SessionState,
	{ id, name }: ParticipantState,
	online: boolean,
	{ version, now }: Moment,
): Snapshot {
	const { workshop } = state;
	const { title, status, language, template, retentionDays, endedAt, latecomers, door, namesAtEnd, names, takeHome } =
		workshop;
	return {
		...NOTHING,
		version,
		now,
		you: { role: "participant", participantId: id, name, waiting: true },
		workshop: {
			id: workshop.id,
			title,
			status,
			language,
			code: "",
			template,
			deleteOn: deleteOn(state),
			startsAt: null,
			endsAt: null,
			place: "",
			retentionDays,
			endedAt,
			latecomers,
			door,
			namesAtEnd,
			names,
			takeHome,
			conferenceUrl: "",
			series: null,
			rehearsal: state.rehearsal !== null,
			dimensions: null,
			formerDimensions: [],
		},
		participants: [{ id, name, online }],
	};
}
