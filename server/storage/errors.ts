/** Why a write or a read did not happen. None of the messages holds content. */

/** A write that contradicts what is stored; nothing of it was written. `subject` is the id it is about. */
export abstract class WriteRefused extends Error {
	readonly subject: string;

	constructor(subject: string, message: string) {
		super(message);
		this.subject = subject;
	}
}

/** A session's version is not above the stored one. */
export class VersionConflict extends WriteRefused {
	override readonly name = "VersionConflict";

	constructor(workshopId: string) {
		super(workshopId, `session version does not follow in workshop ${workshopId}`);
	}
}

/** The same command id was kept before: its stored answer is the answer. */
export class DuplicateCommand extends WriteRefused {
	override readonly name = "DuplicateCommand";

	constructor(commandId: string) {
		super(commandId, `command ${commandId} was kept before`);
	}
}

/** An update or a snapshot whose number does not follow the log. */
export class OutOfOrder extends WriteRefused {
	override readonly name = "OutOfOrder";

	constructor(documentId: string) {
		super(documentId, `the number does not follow in the log of document ${documentId}`);
	}
}

/** A Yjs client id that belongs to another author in this document. */
export class ClientIdTaken extends WriteRefused {
	override readonly name = "ClientIdTaken";

	constructor(documentId: string) {
		super(documentId, `a claimed client id belongs to another author in document ${documentId}`);
	}
}

/** A late contribution of the same id is kept for this document already. */
export class DuplicateLate extends WriteRefused {
	override readonly name = "DuplicateLate";

	constructor(id: string) {
		super(id, `late contribution ${id} was kept before`);
	}
}

/** Nothing was written, because the disk or the writer is away. `code` is SQLite's where there is one. */
export class StorageUnavailable extends Error {
	override readonly name = "StorageUnavailable";
	readonly code: string;

	constructor(code: string) {
		super(`nothing was written: ${code}`);
		this.code = code;
	}
}

/** A document whose log lacks rows, or of which no snapshot reads right while the rows before it are gone. */
export class UnreadableDocument extends Error {
	override readonly name = "UnreadableDocument";

	constructor(documentId: string) {
		super(`document ${documentId} cannot be read: its log is incomplete`);
	}
}
