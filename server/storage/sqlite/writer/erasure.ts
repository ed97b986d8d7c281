import type { Database } from "better-sqlite3";
import type { ErasureReason } from "../../../../worksheets/contract/erasure.ts";

interface ErasureOrder {
	/** The workshop's. */
	id: string;
	now: number;
	why: ErasureReason;
}

/** Deletes a workshop with all that refers to it and leaves a receipt. False where there is none. */
export function prepareErasure(database: Database): (order: ErasureOrder) => boolean {
	const insertReceipt = database.prepare<ErasureOrder>(
		`INSERT INTO erasures (workshop_id, erased_at, scrubbed, documents, participants, why)
		SELECT workshops.id, @now, 0,
			(SELECT count(*) FROM documents WHERE workshop_id = workshops.id),
			(SELECT count(DISTINCT participant_id) FROM tokens WHERE workshop_id = workshops.id),
			@why
		FROM workshops WHERE workshops.id = @id`,
	);
	const deleteWorkshop = database.prepare<[string]>("DELETE FROM workshops WHERE id = ?");

	return ({ id, now, why }) => {
		if (insertReceipt.run({ id, now, why }).changes === 0) return false;
		deleteWorkshop.run(id);
		return true;
	};
}
