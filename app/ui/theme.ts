import { readCookie } from "../i18n/resolve-language.ts";

export const THEME_COOKIE = "arena-theme";
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Any value from outside as a theme, if it is one. */
export function asTheme(value: unknown): Theme | undefined {
	return THEMES.find((theme) => theme === value);
}

/** A year in seconds: how long a choice of language or theme is kept. */
const CHOICE_MAX_AGE = 31_536_000;

/** The theme a request asks for; "system" where nothing was chosen. */
export function readTheme(cookieHeader: string | null | undefined): Theme {
	return asTheme(readCookie(cookieHeader, THEME_COOKIE)) ?? "system";
}

/**
 * The value of `data-kern-theme` on the html element. Without the attribute KERN and our styles follow
 * `prefers-color-scheme` by themselves, so "system" needs neither script nor attribute.
 */
export function themeAttribute(theme: Theme): "light" | "dark" | undefined {
	return theme === "system" ? undefined : theme;
}

/** A cookie that keeps a choice; readable by scripts because it is no secret. */
export function choiceCookie(name: string, value: string): string {
	return `${name}=${value}; Path=/; SameSite=Lax; Max-Age=${CHOICE_MAX_AGE}`;
}
