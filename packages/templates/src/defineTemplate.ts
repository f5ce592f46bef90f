import type { Layout } from '@common-ground/board';
import type { Partner, Result, TemplateOptions } from '@common-ground/protocol';
import type { Agenda } from '@common-ground/workshop';
import type { CommonTextKey } from './commonTexts.ts';
import { commonTexts } from './commonTexts.ts';
import type { ChosenOptions, OptionChoices, OptionError, TemplateOption } from './options.ts';
import { parseOptions } from './options.ts';
import type { TextTable, Translate } from './translate.ts';
import { createTranslate } from './translate.ts';
import type { Widget } from './widget.ts';

/** How many people a template is made for. */
export interface GroupSize {
  readonly min: number;
  readonly max: number;
}

/** What a template is launched with. */
export interface Launch {
  /** The partners on the board, 0 to 12, in the order in which they are shown. */
  readonly partners: readonly Partner[];
  /** Choices by option name; those not named take their default. */
  readonly options?: TemplateOptions;
  /** Stands above the layout instead of the template's name. */
  readonly title?: string;
}

/** A live template as server and client use it, speaking one language. */
export interface Template {
  readonly id: string;
  readonly name: string;
  /** One line. */
  readonly purpose: string;
  readonly whenToUse: string;
  readonly whenNot: string;
  readonly groupSize: GroupSize;
  /** Sum of the agenda's steps with default options. */
  readonly durationMinutes: number;
  readonly options: readonly TemplateOption[];
  readonly widgets: readonly Widget[];
  /** Checks options from outside; `layout` and `agenda` throw on options that were not checked. */
  parseOptions(asked: TemplateOptions): Result<TemplateOptions, OptionError>;
  /** What is laid out on the canvas; the same launch gives the same layout. */
  layout(launch: Launch): Layout;
  /** The steps of the workshop; their section keys are sections of the layout of the same launch. */
  agenda(launch: Launch): Agenda;
  /** The same template in another language, by BCP 47 tag; untranslated texts stay English. */
  inLanguage(language: string): Template;
}

/** What layout and agenda of a template are made from. */
export interface TemplateContext<Key extends string, Options> {
  readonly partners: readonly Partner[];
  readonly options: Options;
  readonly title: string;
  readonly t: Translate<Key | CommonTextKey>;
}

/** Texts that every template has, its options' labels included. */
export type RequiredTextKey<Choices extends OptionChoices> =
  | 'name'
  | 'purpose'
  | 'whenToUse'
  | 'whenNot'
  | 'howTo'
  | {
      [Name in keyof Choices & string]: `option.${Name}` | `option.${Name}.${Choices[Name][number]}`;
    }[keyof Choices & string];

/** What a template's folder says about it. */
export interface TemplateDefinition<Id extends string, Choices extends OptionChoices, Key extends string> {
  readonly id: Id;
  readonly groupSize: GroupSize;
  readonly options: Choices;
  readonly texts: TextTable<Key>;
  readonly widgets?: readonly Widget[];
  readonly layout: (context: TemplateContext<Key, ChosenOptions<Choices>>) => Layout;
  readonly agenda: (context: TemplateContext<Key, ChosenOptions<Choices>>) => Agenda;
}

/** Makes a template of its definition, speaking English; a text that is missing does not compile. */
export function defineTemplate<
  const Id extends string,
  const Choices extends OptionChoices,
  Key extends string,
>(
  definition: TemplateDefinition<Id, Choices, Key | RequiredTextKey<Choices>>,
): Template & { readonly id: Id } {
  return speak(definition, 'en');
}

function speak<Id extends string, Choices extends OptionChoices, Key extends string>(
  definition: TemplateDefinition<Id, Choices, Key | RequiredTextKey<Choices>>,
  language: string,
): Template & { readonly id: Id } {
  type AnyKey = Key | RequiredTextKey<Choices>;
  const own = createTranslate<AnyKey>(definition.texts, language);
  const common = createTranslate<CommonTextKey>(commonTexts, language);
  const t: Translate<AnyKey | CommonTextKey> = (key, values) =>
    isCommonKey(key) ? common(key, values) : own(key, values);
  const contextOf = (launch: Launch): TemplateContext<AnyKey, ChosenOptions<Choices>> => ({
    partners: launch.partners,
    options: checkedOptions(definition, launch.options ?? {}),
    title: launch.title ?? own('name'),
    t,
  });
  const agenda = (launch: Launch): Agenda => definition.agenda(contextOf(launch));
  return {
    id: definition.id,
    name: own('name'),
    purpose: own('purpose'),
    whenToUse: own('whenToUse'),
    whenNot: own('whenNot'),
    groupSize: definition.groupSize,
    durationMinutes: sumOfMinutes(agenda({ partners: [] })),
    options: labelledOptions(definition.options, own),
    widgets: definition.widgets ?? [],
    parseOptions: (asked) => parseOptions(definition.options, asked),
    layout: (launch) => definition.layout(contextOf(launch)),
    agenda,
    inLanguage: (other) => speak<Id, Choices, Key>(definition, other),
  };
}

function isCommonKey(key: string): key is CommonTextKey {
  return Object.hasOwn(commonTexts.en, key);
}

function checkedOptions<Choices extends OptionChoices>(
  definition: { readonly id: string; readonly options: Choices },
  asked: TemplateOptions,
): ChosenOptions<Choices> {
  const parsed = parseOptions(definition.options, asked);
  if (parsed.ok) return parsed.value;
  throw new Error(`Options of template ${definition.id} were not checked: ${JSON.stringify(parsed.error)}`);
}

function labelledOptions<Choices extends OptionChoices>(
  choices: Choices,
  t: Translate<RequiredTextKey<Choices>>,
): TemplateOption[] {
  return Object.entries(choices).map(([name, values]) => ({
    name,
    label: t(`option.${name}` as RequiredTextKey<Choices>),
    choices: values.map((value) => ({
      value,
      label: t(`option.${name}.${value}` as RequiredTextKey<Choices>),
    })),
    default: values[0],
  }));
}

function sumOfMinutes(agenda: Agenda): number {
  return agenda.reduce((sum, step) => sum + step.minutes, 0);
}
