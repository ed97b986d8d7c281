import type { ComponentType } from "react";
import type { Block } from "../../../worksheets/blocks/definitions.ts";
import { loadRating } from "../rating/load-rating.ts";
import { ActorMap } from "./actor-map.tsx";
import type { BlockProps } from "./block-props.ts";
import { Checklist } from "./checklist.tsx";
import { Choice } from "./choice.tsx";
import { fetchedBlock } from "./fetched-block.tsx";
import { MultiChoice } from "./multi-choice.tsx";
import { RichText } from "./rich-text.tsx";
import { Scale } from "./scale.tsx";
import { Text } from "./text.tsx";

type Kind = Block["type"];

const loadActions = () => import("./actions.tsx");
const loadDecision = () => import("./decision/decision-view.tsx");
const loadGenerated = () => import("./generated.tsx");
const loadMatrix = () => import("./matrix.tsx");
const loadModuleAssessment = () => import("./module-assessment.tsx");
const loadRanking = () => import("./ranking.tsx");
/** Of no sheet that a group fills in: it comes when the plenary is shown it. */
const loadSynthesis = () => import("./synthesis/synthesis-view.tsx");
const loadTable = () => import("./table.tsx");

const FETCHED = [
	loadActions,
	loadDecision,
	loadGenerated,
	loadMatrix,
	loadModuleAssessment,
	loadRanking,
	loadRating,
	loadTable,
];

/** Fetches what comes after the editor while there is a line: who is offline later has it then. */
export function fetchBlocks(): void {
	// Asked for again when it is shown.
	for (const load of FETCHED) load().catch(() => undefined);
}

/** Who shows which block; the compiler names a type of `Block` that is missing here. */
const views: { [Type in Kind]: ComponentType<BlockProps<Type>> } = {
	"rich-text": RichText,
	text: Text,
	choice: Choice,
	"multi-choice": MultiChoice,
	scale: Scale,
	checklist: Checklist,
	table: fetchedBlock(loadTable),
	matrix: fetchedBlock(loadMatrix),
	ranking: fetchedBlock(loadRanking),
	actions: fetchedBlock(loadActions),
	"module-assessment": fetchedBlock(loadModuleAssessment),
	"actor-map": ActorMap,
	decision: fetchedBlock(loadDecision),
	synthesis: fetchedBlock(loadSynthesis),
	generated: fetchedBlock(loadGenerated),
};

/** Shows any block for filling in. */
export function BlockView<Type extends Kind>(props: BlockProps<Type> & { block: { type: Type } }) {
	const View: ComponentType<BlockProps<Type>> = views[props.block.type];
	return <View {...props} />;
}
