import type { Database } from "better-sqlite3";
import type { StoredOccasion } from "../../storage.ts";

interface OccasionWrites {
	add(workshopId: string, occasion: StoredOccasion): void;
	/** False where there is none. */
	remove(workshopId: string, id: string): boolean;
}

export function prepareOccasionWrites(database: Database): OccasionWrites {
	const insert = database.prepare<StoredOccasion & { workshopId: string }>(
		`INSERT INTO occasions (workshop_id, id, at, occasion) VALUES (@workshopId, @id, @at, @occasion)
		ON CONFLICT (workshop_id, id) DO UPDATE SET at = excluded.at, occasion = excluded.occasion`,
	);
	const remove = database.prepare<[string, string]>("DELETE FROM occasions WHERE workshop_id = ? AND id = ?");
	return {
		add: (workshopId, occasion) => void insert.run({ ...occasion, workshopId }),
		remove: (workshopId, id) => remove.run(workshopId, id).changes > 0,
	};
}
