import type { Statement } from "../../../worksheets/blocks/synthesis.ts";
import { MOST_CLUSTERS } from "../../../worksheets/blocks/synthesis-write.ts";
import { useSnapshot } from "../../session/session-provider.tsx";
import { Icon } from "../../ui/icon.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { YTextField } from "../../worksheet/text/y-text-field.tsx";
import { PlaceButtons } from "./place-buttons.tsx";
import { SourceChange } from "./source-change.tsx";
import type { ListProps } from "./statement-list.tsx";
import { useSynthesisWords } from "./use-synthesis-words.ts";

interface StatementCardProps extends ListProps {
	statement: Statement;
	/** Null: it is a loose one. */
	cluster: string | null;
	index: number;
	of: number;
}

/** One statement: its words, where it is from, and all that is done with it. */
export function StatementCard({
	statement,
	cluster,
	index,
	of,
	board,
	changes,
	dragging,
	focusOn,
}: StatementCardProps) {
	const words = useSynthesisWords();
	const { id, source } = statement;
	const name = board.statementName(statement.text);
	const text = board.textOf("statement", id);
	const now = changes.get(id);
	return (
		<li className="synthesis__statement" data-statement={id}>
			<div className="synthesis__text" data-focus={`${id} text`}>
				{text && <YTextField text={text} lines="many" readOnly={false} label={words.statement} />}
			</div>
			{source && (
				<div className="synthesis__source">
					<p className="sheet-muted">{words.from(source.name)}</p>
					<SourceLink document={source.document} question={source.question} about={name} />
				</div>
			)}
			{now !== undefined && <SourceChange board={board} statement={statement} now={now} focusOn={focusOn} />}
			<div className="synthesis__tools">
				<span className="synthesis__grip" aria-hidden="true" data-grip {...dragging.handlersOf(id)}>
					<Icon name="grip" />
				</span>
				<MoveTo board={board} id={id} cluster={cluster} name={name} />
				<PlaceButtons
					id={id}
					name={name}
					index={index}
					of={of}
					onMove={(to) => board.moveStatement(id, cluster, to)}
					onRemove={() => board.remove({ kind: "statement", id, name, cluster, index })}
				/>
			</div>
		</li>
	);
}

/** To the sheet it was taken from, at that question. */
function SourceLink({ document, question, about }: { document: string; question: string; about: string }) {
	const words = useSynthesisWords();
	const { workshop } = useSnapshot();
	const at = new URLSearchParams({ blatt: document, frage: question });
	return (
		<LinkButton
			variant="tertiary"
			compact
			href={`/w/${workshop.id}/leitung?${at}`}
			aria-label={words.named(words.toSource, about)}
		>
			{words.toSource}
		</LinkButton>
	);
}

const LOOSE = "";
/** No cluster's id has a blank. */
const NEW = "new cluster";

function MoveTo({
	board,
	id,
	cluster,
	name,
}: Pick<StatementCardProps, "board" | "cluster"> & { id: string; name: string }) {
	const words = useSynthesisWords();
	const { clusters } = board.answer;
	const onChange = (to: string) => {
		if (to === NEW) board.moveToNewCluster(id);
		else board.moveStatement(id, to === LOOSE ? null : to, Number.POSITIVE_INFINITY);
	};
	return (
		<div className="kern-form-input__select-wrapper synthesis__move">
			<select
				className="kern-form-input__select"
				data-focus={`${id} move`}
				aria-label={words.named(words.moveTo, name)}
				value={cluster ?? LOOSE}
				onChange={(event) => onChange(event.target.value)}
			>
				<option value={LOOSE}>{words.noCluster}</option>
				{clusters.map(({ id: one, name: called }) => (
					<option key={one} value={one}>
						{board.clusterName(called)}
					</option>
				))}
				{clusters.length < MOST_CLUSTERS && <option value={NEW}>{words.newCluster}</option>}
			</select>
		</div>
	);
}
