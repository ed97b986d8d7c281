import { useId, useState } from "react";
import type { BlockOf } from "../../../worksheets/blocks/definitions.ts";
import { entryLabel, type RankedEntry } from "../../../worksheets/blocks/ranking.ts";
import type { Option } from "../../../worksheets/schema/parts.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Button } from "../../ui/button.tsx";
import { useSheet } from "../sheet-context.tsx";
import { OptionDetails } from "./option-details.tsx";
import { matches } from "./search.ts";

/** From this many options on, a search field helps. */
const SEARCH_FROM = 9;

interface RankingOfferProps {
	block: BlockOf<"ranking">;
	/** Own entries without a place. */
	unplaced: readonly RankedEntry[];
	taken: ReadonlySet<string>;
	/** The place to be given out next; null when all are taken. */
	nextPlace: number | null;
	onTake: (entry: RankedEntry) => void;
}

/** What can still be given a place. */
export function RankingOffer({ block, unplaced, taken, nextPlace, onTake }: RankingOfferProps) {
	const words = useMessages().sheet;
	const { language } = useSheet();
	const id = useId();
	const [typed, setTyped] = useState("");
	const options: (RankedEntry & Partial<Omit<Option, keyof RankedEntry>>)[] = [...block.options, ...unplaced];
	const offered = options.filter((option) => !taken.has(option.id));
	const found = offered.filter((option) => matches(option, typed, language));
	return (
		<section className="sheet-offer" aria-labelledby={`${id}-head`}>
			<h3 id={`${id}-head`}>{words.offered}</h3>
			{offered.length >= SEARCH_FROM && (
				<div className="sheet-field">
					<label htmlFor={`${id}-search`}>{words.searchOptions}</label>
					<input
						id={`${id}-search`}
						type="search"
						className="kern-form-input__input"
						autoComplete="off"
						value={typed}
						data-focus="search"
						onChange={(event) => setTyped(event.target.value)}
					/>
				</div>
			)}
			{nextPlace === null && <p className="sheet-muted">{words.placesTaken}</p>}
			{found.length === 0 && <p className="sheet-muted">{words.noneFound}</p>}
			<ul className="sheet-offer__list">
				{found.map((option) => (
					<li key={option.id} className="sheet-offer__option">
						<div>
							{entryLabel(option, language)}
							{option.hint && <span className="sheet-muted sheet-offer__hint">{option.hint[language]}</span>}
							<OptionDetails label={entryLabel(option, language)} option={option} />
						</div>
						{nextPlace !== null && (
							<Button
								aria-label={words.takePlace(entryLabel(option, language), nextPlace)}
								onClick={() => onTake({ id: option.id, label: option.label })}
							>
								{words.onPlace(nextPlace)}
							</Button>
						)}
					</li>
				))}
			</ul>
		</section>
	);
}
