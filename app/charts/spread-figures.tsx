import { useId } from "react";
import { pooledAt } from "../../worksheets/assessment/overview.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { Assessment, OverviewModule } from "../../worksheets/contract/plenary.ts";
import { spreadSentence } from "../../worksheets/report/overview.ts";
import { DistributionFigure } from "./distribution-figure.tsx";
import { scaleOf } from "./overview-scale.ts";
import { usePlenaryWords } from "./use-plenary-words.ts";

interface SpreadFiguresProps {
	assessment: Assessment;
	language: Language;
}

/** How people were spread before their groups agreed, module by module, group beside group; all of them first. */
export function SpreadFigures({ assessment, language }: SpreadFiguresProps) {
	const spread = assessment.modules.filter(({ rows }) =>
		rows.some(({ cells }) => cells.some(({ distribution }) => distribution !== null)),
	);
	return (
		<div className="spread">
			<p lang={language}>{spreadSentence(assessment, language)}</p>
			{spread.map((module) => (
				<ModuleSpread
					key={`${module.id} ${module.label} ${module.rows[0]?.document}`}
					assessment={assessment}
					module={module}
					language={language}
				/>
			))}
		</div>
	);
}

function ModuleSpread({ assessment, module, language }: SpreadFiguresProps & { module: OverviewModule }) {
	const words = usePlenaryWords();
	const id = useId();
	const scale = scaleOf(assessment);
	return (
		<section aria-labelledby={id} className="spread__module">
			<h3 id={id} lang={language}>
				{module.label}
			</h3>
			{assessment.dimensions.map((dimension, at) => {
				const all = pooledAt(assessment, module, at);
				const figures = [
					...(all === null ? [] : [{ key: "all", name: words.everybody, distribution: all }]),
					...module.rows.flatMap(({ document, question, cells }) => {
						const distribution = cells[at]?.distribution ?? null;
						const name = assessment.units.find((unit) => unit.document === document)?.name ?? "";
						return distribution === null ? [] : [{ key: document + question, name, distribution }];
					}),
				];
				return (
					figures.length > 0 && (
						<div key={dimension.id} className="spread__figures">
							{figures.map(({ key, name, distribution }) => (
								<DistributionFigure
									key={key}
									label={`${dimension.label}, ${name}`}
									scale={scale}
									distribution={distribution}
									own={null}
									language={language}
								/>
							))}
						</div>
					)
				);
			})}
		</section>
	);
}
