import type { Language } from "../../../worksheets/contract/languages.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import type { Preset } from "./draft.ts";

interface PresetListProps {
	presets: readonly Preset[];
	chosen: Preset | undefined;
	language: Language;
	onTake: (preset: Preset) => void;
}

/** The proposals there are, what they consist of, and a way to begin with one. */
export function PresetList({ presets, chosen, language, onTake }: PresetListProps) {
	const { dimensions: words } = useMessages();
	return (
		<section className="stack" aria-labelledby="dimensions-presets">
			<h3 id="dimensions-presets">{words.presets}</h3>
			<ul className="sheet-cards">
				{presets.map((preset) => (
					<li key={preset.id} className="sheet-card">
						<div className="cluster">
							<strong lang={language}>{preset.title}</strong>
							{preset === chosen && (
								<Badge kind="success" icon="check">
									{words.chosen}
								</Badge>
							)}
						</div>
						<p lang={language}>{preset.dimensions.map(({ label }) => label).join(" · ")}</p>
						{preset !== chosen && (
							<div className="cluster">
								<Button aria-label={words.takeOf({ title: preset.title })} onClick={() => onTake(preset)}>
									{words.take}
								</Button>
							</div>
						)}
					</li>
				))}
			</ul>
		</section>
	);
}
