import { type MechanicName, type Shapes, mechanicNames, shapes } from './shapes.ts';

/** Everything that the events say, by mechanic: JSON. Holds no draft and no ballot. */
export type WorkshopState = {
  /** How many events have been applied; append the next ones only if the store has exactly so many. */
  readonly version: number;
} & { readonly [M in MechanicName]: Shapes[M]['initial'] };

/** A board on which nothing has happened. */
export const initialState: WorkshopState = {
  version: 0,
  ...(Object.fromEntries(mechanicNames.map((name) => [name, shapes[name].initial])) as Omit<
    WorkshopState,
    'version'
  >),
};
