import * as Y from "yjs";
import type { CopyWorkshop } from "../../worksheets/contract/api.ts";
import { accepted, type Result } from "../../worksheets/contract/result.ts";
import { carryInto } from "../../worksheets/plan/carry.ts";
import type { Actor } from "../access/actor.ts";
import type { Clock } from "../clock.ts";
import type { Exporter, OpenMeasures } from "../export/exporter.ts";
import type { Logger } from "../logger.ts";
import { attemptWrite } from "../session/attempt-write.ts";
import type { Copied } from "../session/registration.ts";
import type { Sessions } from "../session/sessions.ts";
import type { Storage } from "../storage/storage.ts";
import { OWN_AUTHOR } from "../sync/own-edit.ts";

interface CopiesOptions {
	sessions: Pick<Sessions, "copy">;
	exporter: Pick<Exporter, "openMeasures">;
	storage: Pick<Storage, "appendUpdate">;
	clock: Clock;
	logger: Logger;
}

export interface Copies {
	/**
	 * The next workshop of a series, and how many of this one's measures stand in its plan: none unless they were asked
	 * for, and none where they could not be written. Refused as `Registration.copy`, and `too-many-requests`.
	 */
	copy(actor: Actor, input: CopyWorkshop): Promise<Result<Omit<Copied, "plan"> & { measures: number }>>;
}

/** Makes the next workshop with what was agreed on in this one. */
export function createCopies({ sessions, exporter, storage, clock, logger }: CopiesOptions): Copies {
	async function carry(
		{ document, block }: NonNullable<Copied["plan"]>,
		{ rows, from }: OpenMeasures,
	): Promise<number> {
		const doc = new Y.Doc();
		carryInto(doc, block, rows, from);
		const update = Y.encodeStateAsUpdate(doc);
		const claims = [doc.clientID];
		doc.destroy();
		const entry = { documentId: document, seq: 1, update, author: OWN_AUTHOR, at: clock.now(), claims };
		const write = storage.appendUpdate(entry);
		const stored = await attemptWrite(write, logger, "measures could not be taken along");
		return stored.ok ? rows.length : 0;
	}

	return {
		async copy(actor, input) {
			const open = input.measures === true ? await exporter.openMeasures(actor) : null;
			if (open?.ok === false) return open;
			const wanted = open !== null && open.value.rows.length > 0;
			const made = await sessions.copy(actor, { ...input, measures: wanted });
			if (!made.ok) return made;
			const { plan, ...copied } = made.value;
			return accepted({ ...copied, measures: plan === null || open === null ? 0 : await carry(plan, open.value) });
		},
	};
}
