import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { languageSchema } from "../../worksheets/contract/language-schemas.ts";
import { LANGUAGE_COOKIE } from "../i18n/resolve-language.ts";
import { formText } from "../public-pages/form-text.ts";
import { ownPath } from "../public-pages/own-path.ts";
import { asTheme, choiceCookie, THEME_COOKIE } from "../ui/theme.ts";

/** Nothing to see: the forms at the foot of every page send their choice here. */
export function loader() {
	return redirect("/");
}

/** Keeps the choice of language or theme in a cookie and goes back to where it was made. */
export async function action({ request }: ActionFunctionArgs) {
	const form = await request.formData();
	const headers = new Headers();
	const language = languageSchema.safeParse(form.get("language"));
	if (language.success) headers.append("Set-Cookie", choiceCookie(LANGUAGE_COOKIE, language.data));
	const theme = asTheme(form.get("theme"));
	if (theme) headers.append("Set-Cookie", choiceCookie(THEME_COOKIE, theme));
	return redirect(ownPath(formText(form, "returnTo")), { status: 303, headers });
}
