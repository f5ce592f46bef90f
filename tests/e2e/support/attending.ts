import { Attendee } from './Attendee.ts';
import type { CreatedBoard } from './createBoard.ts';
import { Network } from './Network.ts';
import { fillJoinForm, type Joining, type People } from './People.ts';

/** Somebody joins and takes part in the board's workshop. */
export async function attend(people: People, board: CreatedBoard, joining: Joining): Promise<Attendee> {
  return new Attendee(await people.join(board, joining));
}

/** The same, over a network that the test can cut or hold up. */
export async function attendByCable(
  people: People,
  board: CreatedBoard,
  joining: Joining,
): Promise<{ attendee: Attendee; network: Network }> {
  const person = await people.arrive(joining.name);
  const network = await Network.of(person.page);
  await person.page.goto(board.links[joining.role ?? 'contributor']);
  await fillJoinForm(person.page, joining);
  await person.isOnBoard();
  return { attendee: new Attendee(person), network };
}

/** Somebody joins who leads, with the side panel open. */
export async function facilitate(people: People, board: CreatedBoard, name: string): Promise<Attendee> {
  const facilitator = await attend(people, board, { name, role: 'facilitator' });
  await facilitator.presses('Open the side panel');
  return facilitator;
}

/** Goes through the agenda to a step whose title is given. */
export async function leadTo(facilitator: Attendee, title: string): Promise<void> {
  await facilitator.page.getByRole('button', { name: new RegExp(`Go to .*${title}`) }).click();
  await facilitator.isIn(title);
}
