import type { TemplateOptions } from '@common-ground/protocol';
import type { Template } from '@common-ground/templates';
import { useId } from 'react';
import { PartnerChip } from '../partners/PartnerChip.tsx';
import classes from './TemplateOptionsField.module.css';

/** The choices a template offers at its launch, each with its default chosen. */
export function TemplateOptionsField({
  template,
  value,
  onChange,
}: {
  template: Template;
  value: TemplateOptions;
  onChange: (options: TemplateOptions) => void;
}) {
  const group = useId();
  return template.options.map((option) => (
    <fieldset key={option.name} className={classes.option}>
      <legend>{option.label}</legend>
      <div className={classes.choices}>
        {option.choices.map((choice) => (
          <PartnerChip
            key={choice.value}
            group={`${group}${option.name}`}
            name={choice.label}
            checked={(value[option.name] ?? option.default) === choice.value}
            onChoose={() => onChange({ ...value, [option.name]: choice.value })}
          />
        ))}
      </div>
    </fieldset>
  ));
}
