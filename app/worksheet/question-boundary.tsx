import { Component, type ReactNode } from "react";
import { Alert } from "../ui/alert.tsx";

interface QuestionBoundaryProps {
	message: string;
	/** Stands below the message. */
	instead?: ReactNode;
	children: ReactNode;
}

/** One answer that cannot be shown (a name taken by something else) must not take the rest of the sheet with it. */
export class QuestionBoundary extends Component<QuestionBoundaryProps, { failed: boolean }> {
	override state = { failed: false };

	static getDerivedStateFromError(): { failed: boolean } {
		return { failed: true };
	}

	override render(): ReactNode {
		if (!this.state.failed) return this.props.children;
		return (
			<>
				<Alert kind="danger" title={this.props.message} />
				{this.props.instead}
			</>
		);
	}
}
