import { useMessages } from "../i18n/provider.tsx";
import { useHydrated } from "../session/use-hydrated.ts";
import { Button } from "../ui/button.tsx";

/** Only where it works: without JavaScript, people print by the browser's own menu. */
export function PrintButton() {
	const { gallery } = useMessages();
	if (!useHydrated()) return null;
	return (
		<Button icon="print" onClick={() => window.print()}>
			{gallery.print}
		</Button>
	);
}
