import 'virtual:preview-colours.css';
import classes from './PreviewPicture.module.css';

/** A miniature of a board; decoration beside the template's name. */
export function PreviewPicture({ svg, className = '' }: { svg: string; className?: string }) {
  // The text comes from our own templates and holds numbers and colours only.
  return <div className={`${classes.picture} ${className}`} dangerouslySetInnerHTML={{ __html: svg }} />;
}
