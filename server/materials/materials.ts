import { LIMITS } from "../../worksheets/contract/limits.ts";
import {
	isPicture,
	MATERIAL_TYPES,
	type Material,
	type MaterialFile,
	materialPath,
	typeByName,
} from "../../worksheets/contract/materials.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { type Actor, shareOf } from "../access/actor.ts";
import { createBound } from "../export/bound.ts";
import type { PackageFile } from "../export/package.ts";
import type { Download } from "../http/download.ts";
import type { Logger } from "../logger.ts";
import type { Random } from "../random.ts";
import { attemptWrite } from "../session/attempt-write.ts";
import type { MaterialAccess } from "../session/material-access.ts";
import type { Storage } from "../storage/storage.ts";
import { materialFileName, spokenFileName } from "./file-names.ts";
import { kindOf, mostBytes } from "./kind-of.ts";
import type { NewMaterial } from "./new-material.ts";
import { readWithin } from "./read-within.ts";
import type { Redraw } from "./redraw.ts";

/** Uploads are held in memory until it is known what they are: so many at once. */
const AT_ONCE = 2;
const AT_ONCE_HERE = 8;

interface Incoming {
	/** How long it says it is; null where it does not say. */
	announced: number | null;
	body: AsyncIterable<unknown>;
}

export interface Materials {
	/**
	 * Takes a file up into a phase. Nothing of it is kept unless all of it was: refused as `mayAddMaterial`,
	 * `too-many-requests`, `too-large`, `malformed` (broke off), `invalid` (a type that is not taken, a picture that cannot
	 * be read or has no words) or `unavailable`.
	 */
	add(actor: Actor, about: NewMaterial, incoming: Incoming): Promise<Result<Material>>;
	/** A file that this actor may have. Refused as `MaterialAccess.material`. */
	open(actor: Actor, id: string): Promise<Result<Download>>;
	/** The files that a snapshot tells of, phase by phase, as a package takes them. */
	packed(snapshot: Snapshot): PackageFile[];
}

export interface MaterialsOptions {
	sessions: MaterialAccess;
	storage: Pick<Storage, "putMaterial" | "dropMaterial" | "readMaterial">;
	redraw: Redraw;
	random: Pick<Random, "id">;
	logger: Logger;
}

export function createMaterials({ sessions, storage, redraw, random, logger }: MaterialsOptions): Materials {
	const ofOne = createBound(AT_ONCE);
	const ofAll = createBound(AT_ONCE_HERE);

	/** One of them at a time is held; null where it was removed meanwhile. */
	async function wholeOf(workshopId: string, id: string): Promise<Uint8Array | null> {
		const stored = await storage.readMaterial(workshopId, id);
		if (stored === null) return null;
		const pieces: Uint8Array[] = [];
		for await (const piece of stored.body) pieces.push(piece);
		return Buffer.concat(pieces);
	}

	/** What is to be kept of a file, once its content says what it is. */
	async function examined(bytes: Uint8Array, { name, alt }: NewMaterial) {
		const type = await kindOf(bytes, name);
		if (type === null) return refusal("invalid", "type: not taken");
		if (bytes.byteLength > mostBytes(type, LIMITS)) {
			return refusal("too-large", `picture: at most ${LIMITS.pictureBytes} bytes`);
		}
		if (!isPicture(type)) return accepted({ type, bytes, alt: "" });
		if (alt === "") return refusal("invalid", "alt: required for pictures");
		const drawn = await redraw(type, bytes);
		if (drawn === null || drawn.byteLength > LIMITS.materialBytes) {
			return refusal("invalid", `picture: cannot be read, or has more than ${LIMITS.picturePixels} points`);
		}
		return accepted({ type, bytes: drawn, alt });
	}

	async function taken(actor: Actor, about: NewMaterial, { announced, body }: Incoming): Promise<Result<Material>> {
		const { phase, label } = about;
		const { workshopId } = actor;
		const asked = await readWithin(body, mostBytes(typeByName(about.name), LIMITS), announced);
		if (!asked.ok) return asked;
		const kept = await examined(asked.value, about);
		if (!kept.ok) return kept;
		const { type, bytes, alt } = kept.value;
		const file: MaterialFile = { id: random.id(), type, bytes: bytes.byteLength, alt };
		const write = storage.putMaterial(workshopId, file.id, bytes);
		const stored = await attemptWrite(write, logger, "an uploaded file could not be stored");
		if (!stored.ok) return stored;
		const added = await sessions.addMaterial(actor, { phase, label, file });
		if (added.ok) return accepted({ label, url: materialPath(workshopId, file.id), file });
		await storage.dropMaterial(workshopId, file.id);
		return added;
	}

	return {
		async add(actor, about, incoming) {
			const likely: MaterialFile = { id: "", type: "txt", bytes: incoming.announced ?? 0, alt: "" };
			const allowed = await sessions.mayAddMaterial(actor, { phase: about.phase, label: about.label, file: likely });
			if (!allowed.ok) return allowed;
			const type = typeByName(about.name);
			if (type === null) return refusal("invalid", "type: not taken");
			if (isPicture(type) && about.alt === "") return refusal("invalid", "alt: required for pictures");
			const end = ofOne.begin(`${actor.workshopId} ${shareOf(actor)}`);
			const endHere = ofAll.begin("");
			try {
				if (end === null || endHere === null) return refusal("too-many-requests", "uploads at once");
				return await taken(actor, about, incoming);
			} finally {
				end?.();
				endHere?.();
			}
		},

		packed({ workshop, phases }) {
			const files = phases.flatMap(({ materials = [] }) => materials).filter(({ file }) => file !== undefined);
			return files.flatMap(({ label, file }, index) => {
				if (file === undefined) return [];
				const number = String(index + 1).padStart(2, "0");
				const path = `material/${number}-${materialFileName(label, file.type)}`;
				return { path, write: () => wholeOf(workshop.id, file.id) };
			});
		},

		async open(actor, id) {
			const found = await sessions.material(actor, id);
			if (!found.ok) return found;
			const { label, file } = found.value;
			const stored = await storage.readMaterial(actor.workshopId, file.id);
			if (stored === null) return refusal("not-found");
			return accepted({
				fileName: materialFileName(label, file.type),
				spokenName: spokenFileName(label, file.type),
				contentType: MATERIAL_TYPES[file.type],
				bytes: stored.bytes,
				body: stored.body,
			});
		},
	};
}
