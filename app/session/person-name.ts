import type { ParticipantView } from "../../worksheets/contract/snapshot.ts";
import type { Messages } from "../i18n/messages.ts";

/** „Tisch 3 (5 Personen)“: a name, with how many they are where several sit at one device. */
export function personName(
	{ name, people }: Pick<ParticipantView, "name" | "people">,
	session: Messages["session"],
): string {
	return people === undefined ? name : `${name} ${session.people({ count: people })}`;
}
