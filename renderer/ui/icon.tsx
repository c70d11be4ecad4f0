import arrowDown from "icon:arrow-down";
import arrowUp from "icon:arrow-up";
import bold from "icon:bold";
import caseSensitive from "icon:case-sensitive";
import chevronDown from "icon:chevron-down";
import heading2 from "icon:heading-2";
import fileClock from "icon:file-clock";
import image from "icon:image";
import italic from "icon:italic";
import link from "icon:link";
import list from "icon:list";
import listOrdered from "icon:list-ordered";
import mapPin from "icon:map-pin";
import minus from "icon:minus";
import panelRight from "icon:panel-right";
import pencilLine from "icon:pencil-line";
import plus from "icon:plus";
import quote from "icon:quote";
import redo from "icon:redo-2";
import regex from "icon:regex";
import search from "icon:search";
import textQuote from "icon:text-quote";
import undo from "icon:undo-2";
import wholeWord from "icon:whole-word";
import x from "icon:x";
import { h } from "preact";

const icons = {
  "arrow-down": arrowDown,
  "arrow-up": arrowUp,
  bold,
  "case-sensitive": caseSensitive,
  "chevron-down": chevronDown,
  "heading-2": heading2,
  "file-clock": fileClock,
  image,
  italic,
  link,
  list,
  "list-ordered": listOrdered,
  "map-pin": mapPin,
  minus,
  "panel-right": panelRight,
  "pencil-line": pencilLine,
  plus,
  quote,
  redo,
  regex,
  search,
  "text-quote": textQuote,
  undo,
  "whole-word": wholeWord,
  x,
};

export type IconName = keyof typeof icons;

/** A Lucide icon, 18 px, in the colour of the text around it. A block's unknown icon is a plus. */
export function Icon({ name }: { readonly name: string }) {
  const shapes = name in icons ? icons[name as IconName] : icons.plus;
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {shapes.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
