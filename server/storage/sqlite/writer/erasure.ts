import type { Database } from "better-sqlite3";

/** Deletes a workshop with all that refers to it and leaves a receipt. False where there is none. */
export function prepareErasure(database: Database): (workshopId: string, now: number) => boolean {
	const insertReceipt = database.prepare<{ id: string; now: number }>(
		`INSERT INTO erasures (workshop_id, erased_at, scrubbed, documents, participants)
		SELECT workshops.id, @now, 0,
			(SELECT count(*) FROM documents WHERE workshop_id = workshops.id),
			(SELECT count(DISTINCT participant_id) FROM tokens WHERE workshop_id = workshops.id)
		FROM workshops WHERE workshops.id = @id`,
	);
	const deleteWorkshop = database.prepare<[string]>("DELETE FROM workshops WHERE id = ?");

	return (id, now) => {
		if (insertReceipt.run({ id, now }).changes === 0) return false;
		deleteWorkshop.run(id);
		return true;
	};
}
