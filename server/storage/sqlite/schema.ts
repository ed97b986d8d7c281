/** The tables as the newest migration leaves them, as Kysely's types. Times are epoch milliseconds. */
export interface Schema {
	workshops: {
		id: string;
		code: string;
		created_at: number;
		delete_on: number;
		version: number;
		state: string;
		/** Null while the workshop has not ended, and once its history is gone. */
		forget_history_on: number | null;
		/** Null where no recovery code was ever made. */
		recovery_hash: Uint8Array | null;
	};
	erasures: {
		workshop_id: string;
		erased_at: number;
		/** 1 once nothing of the workshop is left in the files. */
		scrubbed: number;
		documents: number;
		participants: number;
		/** Null for what was erased under former versions. */
		why: string | null;
	};
	tokens: {
		hash: Uint8Array;
		workshop_id: string;
		role: string;
		participant_id: string | null;
		created_at: number;
		revoked_at: number | null;
		link_id: string | null;
		/** The start of the day; null for whoever came by no link. */
		used_on: number | null;
	};
	commands: {
		workshop_id: string;
		id: string;
		actor: string;
		answer: string;
		at: number;
	};
	definitions: {
		workshop_id: string;
		worksheet: string;
		definition: string;
	};
	documents: {
		id: string;
		workshop_id: string;
		worksheet: string;
		worksheet_version: number;
		scope_kind: string;
		scope_id: string | null;
		created_at: number;
	};
	/** Log rows, filed by document. */
	updates: LogRow;
	/** Log rows in the order in which they came, not filed yet. */
	arrivals: LogRow & { id: number };
	/** All log rows, filed or not. */
	log: LogRow;
	snapshots: {
		document_id: string;
		seq: number;
		at: number;
		/** Of `bytes` and `state_vector` together. */
		checksum: Uint8Array;
		bytes: Uint8Array;
		/** Null in snapshots of former versions. */
		state_vector: Uint8Array | null;
	};
	late_contributions: {
		document_id: string;
		id: string;
		author: string;
		at: number;
		checksum: Uint8Array;
		bytes: Uint8Array;
	};
	occasions: {
		workshop_id: string;
		id: string;
		at: number;
		occasion: string;
	};
	/** Uploaded files; their bytes lie beside the database. */
	materials: {
		workshop_id: string;
		id: string;
	};
	history: {
		document_id: string;
		first_seq: number;
		last_seq: number;
		first_at: number;
		last_at: number;
		minutes: string;
		base: Uint8Array | null;
		rows: Uint8Array;
	};
	set_backs: {
		document_id: string;
		id: string;
		seq: number;
		at: number;
		made_at: number;
		origins: Uint8Array;
	};
	client_ids: {
		document_id: string;
		client_id: number;
		author: string;
	};
}

interface LogRow {
	document_id: string;
	seq: number;
	at: number;
	author: string;
	checksum: Uint8Array;
	bytes: Uint8Array;
}
