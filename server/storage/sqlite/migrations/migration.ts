/** One step of the database's format. Once released it never changes: the next change is the next step. */
export interface Migration {
	/** 1, 2, 3 … without a gap. */
	version: number;
	name: string;
	/** Statements, run in one transaction. */
	sql: string;
}
