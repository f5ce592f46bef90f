import type { Found } from '../findings/Finding.ts';
import type { ResultContext } from '../defineTemplate.ts';
import { matricesIn } from './matrices.ts';
import type { MatrixFindingCode } from './matrixRules.ts';
import { checkMatrix } from './matrixRules.ts';
import type { RaciTextKey } from './texts.ts';
import type { MatrixVariant } from './variants.ts';

/** What rules and report are made from. */
export type RaciResults = ResultContext<RaciTextKey, { readonly variant: MatrixVariant }>;

/** What is wrong, or worth a look, in the matrices of the board. */
export function rules({ state, t }: RaciResults): Found<MatrixFindingCode>[] {
  return matricesIn(state).flatMap(({ matrix, shapeId }) => checkMatrix(shapeId, matrix, state.partners, t));
}
