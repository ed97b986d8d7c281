import { z } from "zod";
import { LIMITS } from "./limits.ts";
import { codePoints } from "./text.ts";
import { isWebAddress } from "./web-address.ts";

/** The address of a page, or empty for none. */
export const webAddressSchema = z
	.string()
	.max(LIMITS.addressCodePoints * 40)
	.transform((value) => value.trim())
	.refine((value) => codePoints(value) <= LIMITS.addressCodePoints, `at most ${LIMITS.addressCodePoints} characters`)
	.refine((value) => value === "" || isWebAddress(value), "must begin with https:// or http://");
