import { useState } from "react";
import { useMessages } from "../i18n/provider.tsx";
import { ChoiceForm } from "./choice-form.tsx";
import { choiceCookie, THEME_COOKIE, THEMES, type Theme, themeAttribute } from "./theme.ts";

/** Light, dark or as the device has it. With JavaScript the page stays as it is and only its colours change. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
	const { common } = useMessages();
	const [chosen, setChosen] = useState(theme);
	return (
		<ChoiceForm
			name="theme"
			label={common.theme.label}
			chosen={chosen}
			choices={THEMES.map((value) => ({ value, label: common.theme[value], icon: value }))}
			onChoose={(value, event) => {
				event.preventDefault();
				setChosen(value);
				applyTheme(value);
			}}
		/>
	);
}

function applyTheme(theme: Theme): void {
	const attribute = themeAttribute(theme);
	if (attribute === undefined) document.documentElement.removeAttribute("data-kern-theme");
	else document.documentElement.setAttribute("data-kern-theme", attribute);
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain http, as in a LAN.
	document.cookie = choiceCookie(THEME_COOKIE, theme);
}
