import { Component, type ReactNode } from "react";
import { Alert } from "../ui/alert.tsx";

interface QuestionBoundaryProps {
	message: string;
	children: ReactNode;
}

/** One answer that cannot be shown (a name taken by something else) must not take the rest of the sheet with it. */
export class QuestionBoundary extends Component<QuestionBoundaryProps, { failed: boolean }> {
	override state = { failed: false };

	static getDerivedStateFromError(): { failed: boolean } {
		return { failed: true };
	}

	override render(): ReactNode {
		return this.state.failed ? <Alert kind="danger" title={this.props.message} /> : this.props.children;
	}
}
