import { useMessages } from "../i18n/provider.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { LinkButton } from "../ui/link-button.tsx";

interface CalendarFilesProps {
	workshop: string;
	/** Who is responsible for measures that have a day. */
	responsible: readonly string[];
}

/** The plan's days as a calendar file: of everybody, and of each one who is responsible. */
export function CalendarFiles({ workshop, responsible }: CalendarFilesProps) {
	const { results } = useMessages();
	const address = `/api/workshops/${workshop}/measures.ics`;
	return (
		<div className="stack-tight">
			<div className="cluster">
				<LinkButton href={address} icon="download" reloadDocument download>
					{results.calendar}
				</LinkButton>
			</div>
			{responsible.length > 0 && (
				<Disclosure summary={results.calendarOf}>
					<ul className="plain-list">
						{responsible.map((name) => (
							<li key={name}>
								<LinkButton
									variant="tertiary"
									href={`${address}?responsible=${encodeURIComponent(name)}`}
									icon="download"
									aria-label={results.calendarFor({ name })}
									reloadDocument
									download
								>
									{name}
								</LinkButton>
							</li>
						))}
					</ul>
				</Disclosure>
			)}
		</div>
	);
}
