import { LANGUAGES } from "../../worksheets/contract/languages.ts";
import { useLanguage, useMessages } from "../i18n/provider.tsx";
import { ChoiceForm } from "./choice-form.tsx";

/** Each language by its own name; the page loads anew, because only one language's texts are in the browser. */
export function LanguageSwitch() {
	const { common } = useMessages();
	const language = useLanguage();
	return (
		<ChoiceForm
			name="language"
			label={common.language.label}
			chosen={language}
			choices={LANGUAGES.map((value) => ({ value, label: common.language[value], lang: value }))}
		/>
	);
}
