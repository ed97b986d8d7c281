import { useMessages } from "../../i18n/provider.tsx";
import { Door } from "../../session/door-pages.tsx";
import { LinkButton } from "../../ui/link-button.tsx";

/** This browser steers no workshop of the series, or there is none. */
export function UnknownSeriesPage() {
	const { series } = useMessages();
	return (
		<Door title={series.unknown} lead={series.unknownHint}>
			<LinkButton href="/" variant="primary">
				{series.toStart}
			</LinkButton>
		</Door>
	);
}
