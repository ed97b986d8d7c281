import type { ReactNode } from "react";
import type { ReportNode, RichBlock, RichRun } from "../../worksheets/report/nodes.ts";
import { type UndrawnNode, undrawn } from "../../worksheets/report/undrawn.ts";
import { ScrollRegion } from "./scroll-region.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

/** A report to read on the screen. `below`: the level of the heading that it stands under. */
export function ReportView({ nodes, below }: { nodes: readonly ReportNode[]; below: number }) {
	const shown = undrawn(nodes);
	return (
		<div className="report-view">
			{keyed(shown).map(({ key, value }) => (
				<Node key={key} node={value} before={shown[key - 1]} below={below} />
			))}
		</div>
	);
}

interface NodeProps {
	node: UndrawnNode;
	before: UndrawnNode | undefined;
	below: number;
}

function Node({ node, before, below }: NodeProps) {
	switch (node.kind) {
		case "heading": {
			const Heading = `h${Math.min(6, below + node.level)}` as "h6";
			return <Heading>{node.text}</Heading>;
		}
		case "paragraph":
			return <p>{node.text}</p>;
		case "note":
			return <p className="muted">{node.text}</p>;
		case "rich-text":
			return <Rich blocks={node.blocks} />;
		case "list":
			return <List ordered={node.ordered} items={node.items} />;
		case "table":
			return <Table {...node} titled={before?.kind === "heading" && before.text === node.caption} />;
		case "facts":
			return (
				<dl>
					{node.items.map(({ label, value }) => (
						<div key={label}>
							<dt>{label}</dt>
							<dd>{value}</dd>
						</div>
					))}
				</dl>
			);
	}
}

function Rich({ blocks }: { blocks: readonly RichBlock[] }) {
	return keyed(blocks).map(({ key, value }) =>
		value.kind === "paragraph" ? (
			<p key={key}>
				{keyed(value.runs).map((run) => (
					<Run key={run.key} {...run.value} />
				))}
			</p>
		) : (
			<List
				key={key}
				ordered={value.ordered}
				items={keyed(value.items).map((item) => <Rich key={item.key} blocks={item.value} />)}
			/>
		),
	);
}

function Run({ text, bold, italic, href }: RichRun) {
	if (text === "\n") return <br />;
	const linked = href === undefined ? text : <a href={href}>{text}</a>;
	const slanted = italic ? <em>{linked}</em> : linked;
	return bold ? <strong>{slanted}</strong> : slanted;
}

function List({ ordered, items }: { ordered: boolean; items: readonly ReactNode[] }) {
	const Tag = ordered ? "ol" : "ul";
	return (
		<Tag>
			{keyed(items).map(({ key, value }) => (
				<li key={key}>{value}</li>
			))}
		</Tag>
	);
}

/** `titled`: the heading above says the same, which nobody needs to see twice. */
function Table({ caption, head, rows, titled }: Extract<UndrawnNode, { kind: "table" }> & { titled: boolean }) {
	return (
		<ScrollRegion label={caption}>
			<table>
				<caption>{titled ? <VisuallyHidden>{caption}</VisuallyHidden> : caption}</caption>
				<thead>
					<tr>
						{keyed(head).map(({ key, value }) => (
							<th key={key} scope="col">
								{value}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{keyed(rows).map((row) => (
						<tr key={row.key}>
							{keyed(row.value).map(({ key, value }) => (
								<td key={key}>{value}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</ScrollRegion>
	);
}

/** What has no name of its own goes by its place: a report is shown once and never changed. */
function keyed<Value>(values: readonly Value[]): { key: number; value: Value }[] {
	return values.map((value, key) => ({ key, value }));
}
