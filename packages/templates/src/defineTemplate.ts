import type { Layout } from '@common-ground/board';
import type { Partner, Result, TemplateOptions } from '@common-ground/protocol';
import type { Agenda } from '@common-ground/workshop';
import type { CommonTextKey } from './commonTexts.ts';
import { commonTexts } from './commonTexts.ts';
import type { Finding, FindingKinds, FindingText, Found } from './findings/Finding.ts';
import { findingTextsOf, sayFindings } from './findings/Finding.ts';
import type { ChosenOptions, OptionChoices, OptionError, TemplateOption } from './options.ts';
import { parseOptions } from './options.ts';
import type { Picture } from './pictures/Picture.ts';
import { composeReport, findingBlocks } from './report/composeReport.ts';
import type { Report, ReportBlock, ReportPart } from './report/Report.ts';
import type { BoardState } from './state/BoardState.ts';
import type { ScopedState } from './state/scopeToTemplate.ts';
import { scopeToTemplate } from './state/scopeToTemplate.ts';
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
  /** Whether what the group cannot settle goes up a ladder of levels: a way of this method, not of every one. */
  readonly escalates: boolean;
  /** Checks options from outside; `layout` and `agenda` throw on options that were not checked. */
  parseOptions(asked: TemplateOptions): Result<TemplateOptions, OptionError>;
  /** What is laid out on the canvas; the same launch gives the same layout. */
  layout(launch: Launch): Layout;
  /** The steps of the workshop; their section keys are sections of the layout of the same launch. */
  agenda(launch: Launch): Agenda;
  /** Every finding that its rules can have; the sentences still have their `{placeholders}`. */
  readonly findingTexts: readonly FindingText[];
  /** What its rules find on a board, errors first; nothing where it is not laid out. Pure, and the same on every screen. */
  rules(state: BoardState): readonly Finding[];
  /** Live pictures of what it came to, such as a heat map; none where there is nothing to draw yet. */
  pictures(state: BoardState): readonly Picture[];
  /** Its part of a board's report, findings included. */
  reportPart(state: BoardState): ReportPart;
  /** The report of a board on which it was used alone. */
  report(state: BoardState): Report;
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

/** What rules and report of a template are made from. */
export interface ResultContext<Key extends string, Options> {
  /** The board as this template sees it: see `scopeToTemplate`. */
  readonly state: ScopedState;
  /** As the template was launched. */
  readonly options: Options;
  readonly t: Translate<Key | CommonTextKey>;
}

/** Texts that every template has, its options' labels and its findings included. */
export type RequiredTextKey<Choices extends OptionChoices, Kinds extends FindingKinds> =
  | `finding.${keyof Kinds & string}`
  | `finding.${keyof Kinds & string}.advice`
  | 'name'
  | 'purpose'
  | 'whenToUse'
  | 'whenNot'
  | 'howTo'
  | OptionTextKey<Choices>;

/** The texts that label a template's options. */
export type OptionTextKey<Choices extends OptionChoices> = {
  [Name in keyof Choices & string]: `option.${Name}` | `option.${Name}.${Choices[Name][number]}`;
}[keyof Choices & string];

/** What a template's folder says about it. */
export interface TemplateDefinition<
  Id extends string,
  Choices extends OptionChoices,
  Kinds extends FindingKinds,
  Key extends string,
> {
  readonly id: Id;
  readonly groupSize: GroupSize;
  readonly options: Choices;
  readonly texts: TextTable<Key>;
  readonly widgets?: readonly Widget[];
  readonly escalates?: boolean;
  readonly layout: (context: TemplateContext<Key, ChosenOptions<Choices>>) => Layout;
  readonly agenda: (context: TemplateContext<Key, ChosenOptions<Choices>>) => Agenda;
  readonly findings: Kinds;
  readonly rules: (
    context: ResultContext<Key, ChosenOptions<Choices>>,
  ) => readonly Found<keyof Kinds & string>[];
  readonly report: (context: ResultContext<Key, ChosenOptions<Choices>>) => readonly ReportBlock[];
  readonly pictures?: (context: ResultContext<Key, ChosenOptions<Choices>>) => readonly Picture[];
}

/** Makes a template of its definition, speaking English; a text that is missing does not compile. */
export function defineTemplate<
  const Id extends string,
  const Choices extends OptionChoices,
  const Kinds extends FindingKinds,
  Key extends string,
>(
  definition: TemplateDefinition<Id, Choices, Kinds, Key | RequiredTextKey<Choices, Kinds>>,
): Template & { readonly id: Id } {
  return speak(definition, 'en');
}

function speak<
  Id extends string,
  Choices extends OptionChoices,
  Kinds extends FindingKinds,
  Key extends string,
>(
  definition: TemplateDefinition<Id, Choices, Kinds, Key | RequiredTextKey<Choices, Kinds>>,
  language: string,
): Template & { readonly id: Id } {
  type AnyKey = Key | RequiredTextKey<Choices, Kinds>;
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
    escalates: definition.escalates ?? false,
    parseOptions: (asked) => parseOptions(definition.options, asked),
    layout: (launch) => definition.layout(contextOf(launch)),
    agenda,
    ...speakOfResults(definition, t),
    inLanguage: (other) => speak<Id, Choices, Kinds, Key>(definition, other),
  };
}

function speakOfResults<
  Id extends string,
  Choices extends OptionChoices,
  Kinds extends FindingKinds,
  Key extends string,
>(
  definition: TemplateDefinition<Id, Choices, Kinds, Key | RequiredTextKey<Choices, Kinds>>,
  t: Translate<Key | RequiredTextKey<Choices, Kinds> | CommonTextKey>,
): Pick<Template, 'findingTexts' | 'rules' | 'pictures' | 'reportPart' | 'report'> {
  const { id } = definition;
  const contextOf = (state: BoardState) => {
    const scoped = scopeToTemplate(state, id);
    return { state: scoped, options: launchedOptions(definition, scoped), t };
  };
  const rules = (state: BoardState): readonly Finding[] => {
    const context = contextOf(state);
    if (context.state.launch === null) return [];
    return sayFindings<keyof Kinds & string>(id, definition.findings, definition.rules(context), t);
  };
  const reportPart = (state: BoardState): ReportPart => {
    const blocks = [...definition.report(contextOf(state)), ...findingBlocks(rules(state), t)];
    return { templateId: id, title: t('name'), blocks };
  };
  return {
    findingTexts: findingTextsOf<keyof Kinds & string>(definition.findings, t),
    rules,
    pictures: (state) => definition.pictures?.(contextOf(state)) ?? [],
    reportPart,
    report: (state) => composeReport(state, [reportPart(state)], t),
  };
}

/** The options a template was launched with; of a launch that somebody tampered with, those that are sound. */
function launchedOptions<Choices extends OptionChoices>(
  { options }: { readonly options: Choices },
  { launch }: ScopedState,
): ChosenOptions<Choices> {
  const sound = Object.entries(launch?.options ?? {}).filter(
    ([name, value]) => parseOptions(options, { [name]: value }).ok,
  );
  const parsed = parseOptions(options, Object.fromEntries(sound));
  if (parsed.ok) return parsed.value;
  throw new Error(`Sound options were refused: ${JSON.stringify(parsed.error)}`);
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
  t: Translate<OptionTextKey<Choices>>,
): TemplateOption[] {
  return Object.entries(choices).map(([name, values]) => ({
    name,
    label: t(`option.${name}` as OptionTextKey<Choices>),
    choices: values.map((value) => ({
      value,
      label: t(`option.${name}.${value}` as OptionTextKey<Choices>),
    })),
    default: values[0],
  }));
}

function sumOfMinutes(agenda: Agenda): number {
  return agenda.reduce((sum, step) => sum + step.minutes, 0);
}
