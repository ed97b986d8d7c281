import { useLayoutEffect, useRef } from "react";
import { entryLabel, type RankedEntry, rankingBlock } from "../../../worksheets/blocks/ranking.ts";
import { place, setOwnEntry, unplace } from "../../../worksheets/blocks/ranking-write.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { randomId } from "../random-id.ts";
import { useSheet } from "../sheet-context.tsx";
import { useAnswer } from "../use-answer.ts";
import { AddOwn } from "./add-own.tsx";
import type { BlockProps } from "./block-props.ts";
import { OptionDetails } from "./option-details.tsx";
import { RankingOffer } from "./ranking-offer.tsx";

/** A few places, given to options and own entries with buttons; nothing here needs to be dragged. */
export default function Ranking({ block, item, labelledBy, describedBy }: BlockProps<"ranking">) {
	const words = useMessages().sheet;
	const announce = useAnnounce();
	const { sheet, language, writable } = useSheet();
	const { doc } = sheet;
	const { chosen, spare, unplaced } = useAnswer(rankingBlock, block, item);
	const { container, focusNext } = useFocusAfter();

	const label = (entry: Pick<RankedEntry, "label">) => entryLabel(entry, language);
	const placed = [...chosen, ...spare];
	const move = (entry: RankedEntry, position: number, action: "up" | "down") => {
		place(doc, block, item, entry.id, position);
		focusNext(`${entry.id} ${action}`);
		announce(words.placed(label(entry), position + 1));
	};
	const takeOut = (entry: RankedEntry, index: number) => {
		unplace(doc, block, item, entry.id);
		const neighbour = placed[index + 1] ?? placed[index - 1];
		focusNext(neighbour === undefined ? "search" : `${neighbour.id} out`);
		announce(words.takenOut(label(entry)));
	};
	const take = (entry: RankedEntry) => {
		place(doc, block, item, entry.id, chosen.length);
		focusNext(`${entry.id} out`);
		announce(words.placed(label(entry), chosen.length + 1));
	};
	const addOwn = (own: string) => {
		const entry = setOwnEntry(doc, block, item, randomId(), own);
		if (chosen.length < block.places) place(doc, block, item, entry, chosen.length);
	};

	const line = (entry: RankedEntry, index: number) => (
		<li key={entry.id} className="sheet-ranked">
			<span className="sheet-ranked__place">{index < block.places ? words.place(index + 1) : words.spare}</span>
			<div className="sheet-ranked__label">
				{label(entry)}
				<OptionDetails label={label(entry)} option={block.options.find(({ id }) => id === entry.id) ?? {}} />
			</div>
			{writable && (
				<span className="sheet-ranked__buttons">
					<Button
						variant="tertiary"
						icon="arrow-up"
						iconOnly
						data-focus={`${entry.id} up`}
						aria-disabled={index === 0 || undefined}
						onClick={() => index > 0 && move(entry, index - 1, "up")}
					>
						{words.moveUp(label(entry))}
					</Button>
					<Button
						variant="tertiary"
						icon="arrow-down"
						iconOnly
						data-focus={`${entry.id} down`}
						aria-disabled={index === placed.length - 1 || undefined}
						onClick={() => index < placed.length - 1 && move(entry, index + 1, "down")}
					>
						{words.moveDown(label(entry))}
					</Button>
					<Button
						variant="tertiary"
						icon="close"
						iconOnly
						data-focus={`${entry.id} out`}
						onClick={() => takeOut(entry, index)}
					>
						{words.takeOut(label(entry))}
					</Button>
				</span>
			)}
		</li>
	);

	return (
		<div ref={container} className="sheet-ranking">
			{writable && <p className="sheet-muted">{words.places(block.places)}</p>}
			{!writable && placed.length === 0 && <p className="sheet-muted">{words.noRows}</p>}
			{placed.length > 0 && (
				<ol className="sheet-ranking__chosen" aria-labelledby={labelledBy} aria-describedby={describedBy}>
					{placed.map(line)}
				</ol>
			)}
			{writable && (
				<RankingOffer
					block={block}
					unplaced={unplaced}
					taken={new Set(placed.map((entry) => entry.id))}
					nextPlace={chosen.length < block.places ? chosen.length + 1 : null}
					onTake={take}
				/>
			)}
			{block.own && writable && <AddOwn onAdd={addOwn} />}
		</div>
	);
}

/** The pressed button may move or go: puts the focus where the hand expects it once the list has changed. */
function useFocusAfter() {
	const container = useRef<HTMLDivElement>(null);
	const wanted = useRef<string | null>(null);
	useLayoutEffect(() => {
		if (wanted.current === null) return;
		const target = container.current?.querySelector<HTMLElement>(`[data-focus="${CSS.escape(wanted.current)}"]`);
		wanted.current = null;
		target?.focus();
	});
	const focusNext = (name: string) => {
		wanted.current = name;
	};
	return { container, focusNext };
}
