import type { ComponentType } from "react";
import type { Block } from "../../../worksheets/blocks/definitions.ts";
import { Actions } from "./actions.tsx";
import { ActorMap } from "./actor-map.tsx";
import type { BlockProps } from "./block-props.ts";
import { Checklist } from "./checklist.tsx";
import { Choice } from "./choice.tsx";
import { Generated } from "./generated.tsx";
import { Matrix } from "./matrix.tsx";
import { ModuleAssessment } from "./module-assessment.tsx";
import { MultiChoice } from "./multi-choice.tsx";
import { Ranking } from "./ranking.tsx";
import { RichText } from "./rich-text.tsx";
import { Scale } from "./scale.tsx";
import { Table } from "./table.tsx";
import { Text } from "./text.tsx";

type Kind = Block["type"];

/** Who shows which block; the compiler names a type of `Block` that is missing here. */
const views: { [Type in Kind]: ComponentType<BlockProps<Type>> } = {
	"rich-text": RichText,
	text: Text,
	choice: Choice,
	"multi-choice": MultiChoice,
	scale: Scale,
	checklist: Checklist,
	table: Table,
	matrix: Matrix,
	ranking: Ranking,
	actions: Actions,
	"module-assessment": ModuleAssessment,
	"actor-map": ActorMap,
	generated: Generated,
};

/** Shows any block for filling in. */
export function BlockView<Type extends Kind>(props: BlockProps<Type> & { block: { type: Type } }) {
	const View: ComponentType<BlockProps<Type>> = views[props.block.type];
	return <View {...props} />;
}
