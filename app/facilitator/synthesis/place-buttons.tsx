import { Button } from "../../ui/button.tsx";
import { useSynthesisWords } from "./use-synthesis-words.ts";

interface PlaceButtonsProps {
	id: string;
	/** What it is called, for those who do not see where the buttons stand. */
	name: string;
	/** Its place, counted from 0, among so many. */
	index: number;
	of: number;
	onMove: (index: number) => void;
	onRemove: () => void;
}

/** Up, down, and away: the same for a statement in its list and for a theme among the themes. */
export function PlaceButtons({ id, name, index, of, onMove, onRemove }: PlaceButtonsProps) {
	const words = useSynthesisWords();
	const move = (to: number) => {
		if (to >= 0 && to < of) onMove(to);
	};
	return (
		<>
			<Button
				variant="tertiary"
				icon="arrow-up"
				iconOnly
				data-focus={`${id} up`}
				aria-disabled={index === 0 || undefined}
				onClick={() => move(index - 1)}
			>
				{words.named(words.up, name)}
			</Button>
			<Button
				variant="tertiary"
				icon="arrow-down"
				iconOnly
				data-focus={`${id} down`}
				aria-disabled={index === of - 1 || undefined}
				onClick={() => move(index + 1)}
			>
				{words.named(words.down, name)}
			</Button>
			<Button variant="tertiary" icon="trash" iconOnly data-focus={`${id} remove`} onClick={onRemove}>
				{words.named(words.remove, name)}
			</Button>
		</>
	);
}
