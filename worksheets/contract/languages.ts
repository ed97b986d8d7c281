import { z } from "zod";

export const LANGUAGES = ["de", "en"] as const;
export const languageSchema = z.enum(LANGUAGES);
export type Language = z.infer<typeof languageSchema>;

/** Every text of the library, in every language. */
export const localizedSchema = z.strictObject({ de: z.string().trim().min(1), en: z.string().trim().min(1) });
export type Localized = z.infer<typeof localizedSchema>;
