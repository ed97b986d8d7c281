import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { PublicPage } from "../public-pages/public-page.tsx";
import { Card } from "../ui/card.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { PageHead } from "../ui/page-head.tsx";
import type { SheetCardView } from "./sheet-card-view.ts";

/** Every worksheet there is, to choose one to look at. */
export function GalleryList({ sheets }: { sheets: readonly SheetCardView[] }) {
	const { gallery } = useMessages();
	return (
		<PublicPage wide>
			<PageHead title={gallery.title} lead={gallery.lead} />
			<ul className="columns template-cards">
				{sheets.map((sheet) => (
					<SheetCard key={sheet.id} sheet={sheet} />
				))}
			</ul>
		</PublicPage>
	);
}

function SheetCard({ sheet }: { sheet: SheetCardView }) {
	const { gallery } = useMessages();
	const minutes = useMinutes(sheet.minutes);
	return (
		<Card
			as="li"
			title={sheet.title}
			footer={
				<LinkButton href={`/arbeitsblaetter/${sheet.id}`} aria-label={`${gallery.open}: ${sheet.title}`}>
					{gallery.open}
				</LinkButton>
			}
		>
			<p>{sheet.purpose}</p>
			<p className="muted">
				{gallery.inNumbers(sheet)}
				<br />
				{minutes}
			</p>
		</Card>
	);
}

function useMinutes(minutes: SheetCardView["minutes"]): string {
	const { gallery } = useMessages();
	const format = useFormat();
	if (minutes === null) return gallery.noMinutes;
	const most = format.minutes(minutes.most);
	return gallery.minutes(minutes.least === minutes.most ? most : gallery.between(minutes.least, most));
}
