import { test } from "vitest";
import { arrives, opensProjector, startsInGroups } from "./cockpit/arriving.ts";
import { ends, takesOver } from "./cockpit/ending.ts";
import { hasTime, movesWhileTyping, speaks, takesNotes, writes } from "./cockpit/group-work.ts";
import { keepsOrder, takesLinkBack } from "./cockpit/keeping-order.ts";
import { plansAhead, plansOn } from "./cockpit/planning.ts";
import { rehearses } from "./cockpit/rehearsing.ts";
import { comesTogether, hasBreak, mixesAnew, putsAside, takesStepBack } from "./cockpit/together.ts";
import { house } from "./house.ts";

const arena = house();

test("one facilitator and twenty-four people in six groups, from the plan to the files", async () => {
	const room = await arena.room();
	const laptop = await arena.facilitator(room);
	const projector = await opensProjector(laptop);
	await plansAhead(room, laptop);
	await rehearses(room, laptop, projector);

	const first = await arrives(arena, room, laptop, projector);
	await startsInGroups(first);
	await writes(first);
	await hasTime(first);
	await speaks(first);
	await takesNotes(first);
	await movesWhileTyping(first);
	const cast = await keepsOrder(first);
	await takesLinkBack(cast);

	await comesTogether(cast);
	await takesStepBack(cast);
	await putsAside(cast);
	await plansOn(cast);
	await hasBreak(cast);
	await mixesAnew(cast);
	await ends(await takesOver(cast));
});
