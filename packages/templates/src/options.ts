import type { Result, TemplateOptions } from '@common-ground/protocol';
import { fail, ok } from '@common-ground/protocol';

/** The choices a template offers at its launch, by option name; the first choice is the default. */
export type OptionChoices = Readonly<Record<string, readonly [string, ...string[]]>>;

/** One choice for each option of `Choices`. */
export type ChosenOptions<Choices extends OptionChoices> = {
  readonly [Name in keyof Choices]: Choices[Name][number];
};

/** An option of a template with its labels, as `GET /api/templates` answers it. */
export interface TemplateOption {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly default: string;
}

/** Why options are refused. */
export type OptionError =
  | { readonly code: 'unknown-option'; readonly name: string }
  | { readonly code: 'unknown-choice'; readonly name: string; readonly allowed: readonly string[] };

/** Checks options that somebody asked for, and fills in the defaults of those not named. */
export function parseOptions<Choices extends OptionChoices>(
  choices: Choices,
  asked: TemplateOptions,
): Result<ChosenOptions<Choices>, OptionError> {
  for (const [name, value] of Object.entries(asked)) {
    const allowed = Object.hasOwn(choices, name) ? choices[name] : undefined;
    if (allowed === undefined) return fail({ code: 'unknown-option', name });
    if (!allowed.includes(value)) return fail({ code: 'unknown-choice', name, allowed });
  }
  const chosen = Object.entries(choices).map(([name, allowed]) => [name, asked[name] ?? allowed[0]]);
  return ok(Object.fromEntries(chosen) as ChosenOptions<Choices>);
}
