import * as z from "zod/mini";
import { LANGUAGES } from "./languages.ts";

export const languageSchema = z.enum(LANGUAGES);

const filled = z.string().check(z.trim(), z.minLength(1));

/** A text in every language. */
export const localizedSchema = z.strictObject({ de: filled, en: filled });
