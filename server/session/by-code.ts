import { parseCode } from "../../worksheets/contract/ids.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { Storage } from "../storage/storage.ts";

/** The workshop that a join code, as people type it, leads to; `not-found` for an unknown or malformed one. */
export async function workshopIdOf(
	storage: Pick<Storage, "findWorkshopIdByCode">,
	code: string,
): Promise<Result<string>> {
	const bare = parseCode(code);
	const id = bare === null ? null : await storage.findWorkshopIdByCode(bare);
	return id === null ? refusal("not-found") : accepted(id);
}
