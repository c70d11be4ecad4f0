import { emptyMetadata, type Metadata, type MetadataField } from "../../article/metadata";
import { DateField, KeywordsField, LanguageField, TextField, UrgencyField } from "./fields";

interface DetailsPanelProps {
  readonly metadata: Metadata;
  readonly onChange: (field: MetadataField, value: unknown) => void;
  readonly onClose: () => void;
  /** To be looked at only. */
  readonly isOff: boolean;
}

/** The facts beside the story. What is typed goes into the document at once, and undo takes it back. */
export function DetailsPanel({ metadata, onChange, onClose, isOff }: DetailsPanelProps) {
  const text = (field: TextName, label: string, hint = "", isLong = false) => (
    <TextField
      key={field}
      label={label}
      hint={hint}
      field={field}
      value={metadata[field]}
      isLong={isLong}
      onChange={(value) => onChange(field, value)}
    />
  );
  const date = (field: DateName, label: string) => (
    <DateField
      key={field}
      label={label}
      field={field}
      value={metadata[field]}
      onChange={(value) => onChange(field, value)}
    />
  );
  return (
    <aside class="panel" aria-label="Details">
      <header class="panel-head">
        <h2>Details</h2>
        <button type="button" class="panel-close" aria-label="Close details" onClick={onClose}>
          ×
        </button>
      </header>
      <div inert={isOff}>
        <section>
          {text("slug", "Slug", "harbour-bridge")}
          {text("section", "Section", "Local")}
          <KeywordsField
            value={metadata.keywords}
            onChange={(value) => onChange("keywords", value)}
          />
          <LanguageField
            value={metadata.language}
            onChange={(value) => onChange("language", value)}
          />
        </section>
        <section>
          <h3>Origin</h3>
          {text("source", "Agency or source")}
          {text("publisher", "Publisher")}
          {text("copyright", "Copyright")}
          {text("usageTerms", "Usage terms")}
          {text("licence", "Licence", "https://")}
        </section>
        <section>
          <h3>Timing</h3>
          {date("published", "Published")}
          {date("embargo", "Embargo until")}
          {date("expires", "Expires")}
          <p class="panel-facts">
            {factLine("Begun", metadata.created)}
            {factLine("Last saved", metadata.modified)}
          </p>
        </section>
        <section>
          <h3>For the desk</h3>
          <UrgencyField value={metadata.urgency} onChange={(value) => onChange("urgency", value)} />
          {text("editorsNote", "Editor’s note", "Stays in the file, never exported", true)}
        </section>
      </div>
    </aside>
  );
}

type TextName = {
  [F in MetadataField]: (typeof emptyMetadata)[F] extends string ? F : never;
}[MetadataField];
type DateName = "published" | "embargo" | "expires";

function factLine(label: string, time: string) {
  if (time === "") return null;
  return (
    <span>
      {label}{" "}
      {new Date(time).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" })}
    </span>
  );
}
