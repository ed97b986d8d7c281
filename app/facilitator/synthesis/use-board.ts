import { useState } from "react";
import {
	type Definition,
	type Statement,
	type StatementSource,
	type SynthesisAnswer,
	synthesisBlock,
} from "../../../worksheets/blocks/synthesis.ts";
import {
	add,
	follow,
	type Kind,
	moveCluster,
	moveStatement,
	remove,
	restore,
	textOf,
} from "../../../worksheets/blocks/synthesis-write.ts";
import { fingerprint } from "../../../worksheets/fingerprint.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { randomId } from "../../worksheet/random-id.ts";
import { useSheet } from "../../worksheet/sheet-context.tsx";
import { useAnswer } from "../../worksheet/use-answer.ts";
import { short } from "./short.ts";
import { useSynthesisWords } from "./use-synthesis-words.ts";

/** What was just taken away, and where it stood: there the way back is offered. */
export interface Removed {
	kind: Kind;
	id: string;
	name: string;
	/** Of a statement; null for a loose one, and for clusters. */
	cluster: string | null;
	index: number;
}

export type Board = ReturnType<typeof useBoard>;

/** The board as it stands, and what is done to it, said to those who do not see it. */
export function useBoard(block: Definition) {
	const words = useSynthesisWords();
	const announce = useAnnounce();
	const { doc } = useSheet().sheet;
	const answer = useAnswer(synthesisBlock, block, undefined);
	const [removed, setRemoved] = useState<Removed | null>(null);
	const clusterName = (name: string) => short(name) || words.unnamed;
	const statementName = (text: string) => short(text) || words.statement;

	const sayPlace = (id: string) => {
		const now = synthesisBlock.read(doc, block);
		for (const { id: at, name, statements } of [...now.clusters, { id: null, name: "", statements: now.loose }]) {
			const index = statements.findIndex((one) => one.id === id);
			const text = statements[index]?.text;
			if (text === undefined) continue;
			const where = at === null ? words.loose : clusterName(name);
			announce(words.moved(statementName(text), where, index + 1, statements.length));
		}
	};
	/** Null when the board is full. */
	const addNew = (kind: Kind, text: string, source?: StatementSource): string | null => {
		const id = randomId();
		if (!add(doc, block, kind, { id, text, ...(source === undefined ? {} : { source }) })) return null;
		if (kind === "statement") announce(words.nowTaken(statementName(text)));
		return id;
	};
	return {
		answer,
		statements: statementsOf(answer),
		removed: removed !== null && isGone(answer, removed) ? removed : null,
		clusterName,
		statementName,
		textOf: (kind: Kind, id: string) => textOf(doc, block, kind, id),
		addNew,
		moveStatement(id: string, cluster: string | null, index: number) {
			moveStatement(doc, block, id, cluster, index);
			sayPlace(id);
		},
		moveToNewCluster(id: string) {
			const cluster = addNew("cluster", "");
			if (cluster === null) return;
			moveStatement(doc, block, id, cluster, 0);
			sayPlace(id);
		},
		moveCluster(id: string, name: string, index: number) {
			moveCluster(doc, block, id, index);
			announce(words.clusterMoved(clusterName(name), index + 1, answer.clusters.length));
		},
		remove(gone: Removed) {
			remove(doc, block, gone.kind, gone.id);
			setRemoved(gone);
			announce(gone.kind === "cluster" ? words.clusterRemoved(gone.name) : words.removed(gone.name));
		},
		/** The id of what is back; null when it is gone for good. */
		restore({ kind, id, name }: Removed): string | null {
			setRemoved(null);
			if (!restore(doc, block, kind, id)) return null;
			announce(words.restored(name));
			return id;
		},
		/** What the source of a statement says now is seen; with `takes`, the statement says the same. */
		follow({ id }: Statement, now: string, takes: boolean) {
			follow(doc, block, id, { said: fingerprint(now), ...(takes ? { text: now } : {}) });
			announce(takes ? words.followed : words.kept);
		},
	};
}

function statementsOf({ clusters, loose }: SynthesisAnswer): Statement[] {
	return [...loose, ...clusters.flatMap(({ statements }) => statements)];
}

function isGone(answer: SynthesisAnswer, { kind, id }: Removed): boolean {
	const there = kind === "cluster" ? answer.clusters : statementsOf(answer);
	return !there.some((one) => one.id === id);
}
